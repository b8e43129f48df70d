import { describe, expect, test } from 'vitest';
import { BODY_LIMIT, errorPageOf, type FormBody, methodOverrideOf, startOfBase64 } from '../../../src/core/http/body-facts.ts';

describe('The error page', () => {
  const rows = [
    { status: 500, text: 'ActionDispatch::Cookies::CookieOverflow in Cart#add', page: 'CookieOverflow', reason: 'too large' },
    { status: 422, text: '<h1>ActionController::InvalidAuthenticityToken', page: 'InvalidAuthenticityToken', reason: 'a stale form' },
    { status: 500, text: 'ActionDispatch::Session::SessionRestoreError', page: 'SessionRestoreError', reason: 'a class that is gone' },
    { status: 500, text: 'CookieOverflow … InvalidAuthenticityToken', page: 'CookieOverflow', reason: 'the first one named is the title' },
    { status: 500, text: 'InvalidAuthenticityToken … CookieOverflow', page: 'InvalidAuthenticityToken', reason: 'whichever it is' },
    { status: 200, text: 'CookieOverflow explained', page: null, reason: 'an article, no error' },
    { status: 500, text: 'NoMethodError', page: null, reason: 'another error' },
    { status: 500, text: `${' '.repeat(BODY_LIMIT)}CookieOverflow`, page: null, reason: 'beyond the first 64 kB' },
  ];
  test.each(rows)('of status $status is $page: $reason', ({ status, text, page }) => expect(errorPageOf(status, text)).toBe(page));
});

test('Of a body in base64 only the start is decoded', () => {
  expect(startOfBase64(btoa('x'.repeat(200_000))).length).toBeLessThan(BODY_LIMIT + 3);
  expect(startOfBase64('no base64!')).toBe('');
});

describe('The method override', () => {
  const form = (text: string | null, params: FormBody['params'] = []): FormBody => ({
    mimeType: 'application/x-www-form-urlencoded',
    text,
    params,
  });
  const multipart = '--x\r\nContent-Disposition: form-data; name="_method"\r\n\r\npatch\r\n--x--\r\n';
  const rows = [
    { method: 'POST', body: form('_method=delete&id=1'), header: null, override: 'DELETE', reason: 'the field that Rails forms have' },
    { method: 'POST', body: form('a=1&_method=put&_method=patch'), header: null, override: 'PATCH', reason: 'the last one, as in Rack' },
    { method: 'POST', body: form(null, [{ name: '_method', value: 'put' }]), header: null, override: 'PUT', reason: 'parameters only' },
    {
      method: 'POST',
      body: { mimeType: 'multipart/form-data; boundary=x', text: multipart, params: [] },
      header: null,
      override: 'PATCH',
      reason: 'a form with files',
    },
    { method: 'POST', body: null, header: 'delete', override: 'DELETE', reason: 'the header' },
    { method: 'POST', body: form('_method=put'), header: 'delete', override: 'PUT', reason: 'the form before the header' },
    { method: 'GET', body: form('_method=delete'), header: 'delete', override: null, reason: 'only a POST can be overridden' },
    { method: 'POST', body: form('_method=steal'), header: null, override: null, reason: 'no such method' },
    { method: 'POST', body: form('x_method=put'), header: null, override: null, reason: 'another field' },
    {
      method: 'POST',
      body: { mimeType: 'application/json', text: '_method=put', params: [] },
      header: null,
      override: null,
      reason: 'no form',
    },
    { method: 'POST', body: null, header: null, override: null, reason: 'nothing asked for' },
  ];
  test.each(rows)('is $override: $reason', ({ method, body, header, override }) =>
    expect(methodOverrideOf(method, body, header)).toBe(override),
  );
});
