import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerValues } from '../../../src/core/http/exchange.ts';
import { exchangeFromEntry } from '../../../src/core/http/har.ts';
import { MAX_PROBLEMS } from '../../../src/core/http/har-fields.ts';
import { entry, headers } from './har-entries.ts';

const exchange = (parts: Parameters<typeof entry>[0]) => exchangeFromEntry(entry(parts), 0);

test('A well-formed entry becomes an exchange without problems', () => {
  const read = exchange({
    entry: { _resourceType: 'document' },
    request: { method: 'POST', headers: headers('Cookie: _shop_session=old', 'User-Agent: x', 'Authorization: Bearer s3cret') },
    response: { status: 302, headers: headers('Set-Cookie: _shop_session=new; path=/', 'Location: /', 'Content-Length: 0') },
  });
  expect(read).toEqual({
    schema: 1,
    id: read.id,
    startedAt: Date.UTC(2026, 0, 15, 12),
    duration: 12.5,
    answeredAfter: null,
    method: 'POST',
    url: 'https://app.test/',
    status: 302,
    requestHeaders: headers('Cookie: _shop_session=old', 'Authorization: Bearer'),
    responseHeaders: headers('Set-Cookie: _shop_session=new; path=/', 'Location: /'),
    deliveredBy: 'network',
    resourceType: 'document',
    error: null,
    methodOverride: null,
    errorPage: null,
    problems: [],
  });
});

describe('Set-Cookie lines', () => {
  const rows = [
    { sent: headers('Set-Cookie: a=1', 'Vary: x', 'Set-Cookie: b=2'), lines: ['a=1', 'b=2'], reason: 'one entry each, in order' },
    { sent: headers('set-cookie: a=1'), lines: ['a=1'], reason: 'HTTP/2 has lower-case names' },
    { sent: headers('SET-COOKIE: a=1'), lines: ['a=1'], reason: 'Firefox keeps the case that was sent' },
    { sent: headers('Set-Cookie: a=1\nb=2\nc=3'), lines: ['a=1', 'b=2', 'c=3'], reason: 'joined with newlines' },
    { sent: headers('Set-Cookie: a=1\r\nb=2\r\n'), lines: ['a=1', 'b=2'], reason: 'joined with CR LF, and one at the end' },
    { sent: headers('Set-Cookie: a=1, b=2'), lines: ['a=1, b=2'], reason: 'a comma joins nothing' },
    { sent: headers('Set-Cookie: '), lines: [''], reason: 'an empty line is a line' },
    { sent: headers('Set-Cookie: a=\u00c3\u00a9'), lines: ['a=\u00c3\u00a9'], reason: 'one character per byte, as browsers write it' },
    { sent: headers('Set-Cookie: a=\u4f60'), lines: ['a=\u00e4\u00bd\u00a0'], reason: 'decoded text goes back to its bytes' },
    {
      sent: headers('Set-Cookie: a=\u00e2\u201a\u00ac'),
      lines: ['a=\u00e2\u0082\u00ac'],
      reason: 'Chromium gives bytes as Windows-1252',
    },
    {
      sent: headers('Set-Cookie: a=1\u20142'),
      lines: ['a=1\u00e2\u0080\u00942'],
      reason: 'a decoded dash is no byte of Windows-1252, since that would be no UTF-8',
    },
    { sent: headers('Set-Cookie: a=\u00e9\u4f60'), lines: ['a=\u00c3\u00a9\u00e4\u00bd\u00a0'], reason: 'all of it' },
  ];
  test.each(rows)('$sent: $reason', ({ sent, lines }) => {
    expect(headerValues(exchange({ response: { headers: sent } }).responseHeaders, 'set-cookie')).toEqual(lines);
  });

  test('are not taken from the list of cookies, which neither browser fills reliably', () => {
    const cookies = [{ name: 'a', value: '1', path: '/' }];
    expect(exchange({ response: { cookies }, request: { cookies } })).toMatchObject({ responseHeaders: [], requestHeaders: [] });
  });
});

describe('Of an Authorization header', () => {
  const rows = [
    { value: 'Bearer abc.def', kept: 'Bearer', reason: 'the scheme' },
    { value: 'AWS4-HMAC-SHA256 Credential=x', kept: 'AWS4-HMAC-SHA256', reason: 'a scheme with digits' },
    { value: 's3cret', kept: '', reason: 'one word is the credential itself' },
    { value: 's3cret+/= x', kept: '', reason: 'these are no letters of a scheme' },
  ];
  test.each(rows)('"$value" only "$kept" is kept: $reason', ({ value, kept }) => {
    const { requestHeaders } = exchange({ request: { headers: headers(`authorization: ${value}`) } });
    expect(requestHeaders).toEqual([{ name: 'authorization', value: kept }]);
  });
});

describe('The start', () => {
  const rows = [
    { text: '2026-01-15T12:00:00.123Z', iso: '2026-01-15T12:00:00.123Z', reason: 'as Chromium writes it' },
    { text: '2026-01-15T13:00:00.123+01:00', iso: '2026-01-15T12:00:00.123Z', reason: 'as Firefox writes it' },
    { text: '2026-01-15T06:30:00.123-0530', iso: '2026-01-15T12:00:00.123Z', reason: 'an offset without colon' },
    { text: '2026-01-15T12:00:00.123456+00:00', iso: '2026-01-15T12:00:00.123Z', reason: 'microseconds, as Python writes them' },
    { text: '2026-01-15T12:00:00.5', iso: '2026-01-15T12:00:00.500Z', reason: 'without a zone it is UTC, not that of the machine' },
    { text: '2026-01-15 12:00', iso: '2026-01-15T12:00:00.000Z', reason: 'a space, no seconds' },
    { text: '2026-13-15T12:00:00Z', iso: null, reason: 'no such month' },
    { text: 'Thu, 15 Jan 2026 12:00:00 GMT', iso: null, reason: 'not ISO 8601' },
    { text: '', iso: null, reason: 'empty' },
  ];
  test.each(rows)('"$text" is $iso: $reason', ({ text, iso }) => {
    const { startedAt, problems } = exchange({ entry: { startedDateTime: text } });
    expect(problems).toEqual(iso === null ? [{ code: 'invalid-time', field: 'startedDateTime' }] : []);
    expect(new Date(startedAt).toISOString()).toBe(iso ?? '1970-01-01T00:00:00.000Z');
  });
});

describe('What the browsers tell besides', () => {
  const failed = { status: 0, headers: [], _error: 'net::ERR_CONNECTION_REFUSED' };
  const rows = [
    { parts: { response: failed }, facts: { status: 0, error: 'net::ERR_CONNECTION_REFUSED' }, reason: 'a failed load' },
    { parts: { response: { _error: null } }, facts: { error: null }, reason: 'Chromium writes null when nothing failed' },
    { parts: { entry: { _fromCache: 'disk' } }, facts: { deliveredBy: 'cache' }, reason: 'out of the cache' },
    { parts: { response: { _fetchedViaServiceWorker: true } }, facts: { deliveredBy: 'service-worker' }, reason: 'a service worker' },
    { parts: { entry: { cache: { afterRequest: null } } }, facts: { deliveredBy: 'network' }, reason: 'Firefox writes that at every 304' },
    {
      parts: { entry: { timings: { blocked: 1, dns: -1, connect: 3, ssl: 2, send: 0.5, wait: 10, receive: 99 } } },
      facts: { answeredAfter: 14.5 },
      reason: 'the headers come before the body, and TLS is a part of the connection',
    },
    { parts: { entry: { timings: { send: 1, wait: -1, receive: 2 } } }, facts: { answeredAfter: null }, reason: 'no wait, no answer' },
    { parts: { entry: { time: -1 } }, facts: { duration: null }, reason: 'an unknown duration' },
    { parts: { entry: { time: null } }, facts: { duration: null }, reason: 'another' },
  ];
  test.each(rows)('$parts: $reason', ({ parts, facts }) => {
    expect(exchange(parts)).toMatchObject({ ...facts, problems: [] });
  });
});

describe('The facts that are derived from bodies', () => {
  const form = { mimeType: 'application/x-www-form-urlencoded', text: '_method=delete&x=1' };
  const page = { text: '<h1>ActionDispatch::Cookies::CookieOverflow</h1>' };

  test('are the method override and the error page, and no text of the body stays', () => {
    const read = exchange({ request: { method: 'POST', postData: form }, response: { status: 500, content: page } });
    expect(read).toMatchObject({ methodOverride: 'DELETE', errorPage: 'CookieOverflow' });
    expect(JSON.stringify(read)).not.toContain('x=1');
  });

  test('are found in base64 and in a header too', () => {
    const content = { text: btoa(page.text), encoding: 'base64' };
    const request = { method: 'POST', headers: headers('X-HTTP-Method-Override: patch') };
    expect(exchange({ request, response: { status: 500, content } })).toMatchObject({
      methodOverride: 'PATCH',
      errorPage: 'CookieOverflow',
    });
  });

  test.each([{ text: '%%%', encoding: 'base64' }, { text: 5 }, null, 'text'])('are null where the body is %j', (content) => {
    expect(exchange({ response: { status: 500, content } })).toMatchObject({ errorPage: null, problems: [] });
  });
});

describe('A malformed entry', () => {
  const set = headers('Set-Cookie: a=1');
  const rows = [
    { value: null, problems: ['not-an-object '], reason: 'null' },
    { value: 5, problems: ['not-an-object '], reason: 'a number' },
    { value: [], problems: ['not-an-object '], reason: 'an array' },
    { value: {}, problems: ['missing request', 'missing response', 'missing startedDateTime'], reason: 'empty' },
    { value: entry({ entry: { request: 5 } }), problems: ['not-an-object request'], reason: 'a request that is none' },
    { value: entry({ entry: { response: null } }), problems: ['not-an-object response'], reason: 'no response' },
    { value: entry({ entry: { time: '12' } }), problems: ['wrong-type time'], reason: 'a duration in quotes' },
    { value: entry({ request: { url: '/login' } }), problems: ['invalid-url request.url'], reason: 'a relative URL' },
    { value: entry({ request: { method: undefined } }), problems: ['missing request.method'], reason: 'no method' },
    { value: entry({ response: { status: '200' } }), problems: ['wrong-type response.status'], reason: 'a status in quotes' },
    { value: entry({ response: { status: -1 } }), problems: ['wrong-type response.status'], reason: 'no status can be that' },
    { value: entry({ response: { headers: {} } }), problems: ['wrong-type response.headers'], reason: 'headers as an object' },
    { value: entry({ request: { headers: undefined } }), problems: ['missing request.headers'], reason: 'no headers' },
    {
      value: entry({ response: { headers: [...set, null, { value: 'x' }, { name: 'Set-Cookie', value: 5 }, ...set] } }),
      problems: ['not-an-object response.headers[1]', 'missing response.headers[2].name', 'wrong-type response.headers[3].value'],
      reason: 'single headers',
    },
  ];
  test.each(rows)('names each field: $reason', ({ value, problems }) => {
    expect(exchangeFromEntry(value, 0).problems.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });

  test('keeps everything that can be read', () => {
    const value = entry({ entry: { startedDateTime: 5 }, request: { url: undefined }, response: { headers: [null, ...set, 7] } });
    expect(exchangeFromEntry(value, 0)).toMatchObject({ startedAt: 0, method: 'GET', url: '', status: 200, responseHeaders: set });
  });

  test('reads -0 as 0, which is what a saved recording has of it', () => {
    expect(exchangeFromEntry(entry({ entry: { time: -0 }, response: { status: -0 } }), 0)).toMatchObject({ duration: 0, status: 0 });
  });

  test('does not list problems without end', () => {
    const value = entry({ response: { headers: new Array(1_000_000).fill(null) } });
    expect(exchangeFromEntry(value, 0).problems).toHaveLength(MAX_PROBLEMS);
  });

  test('never throws, and always becomes what JSON can hold', () => {
    const junk = fc.jsonValue();
    const field = fc.oneof(junk, fc.record({ name: junk, value: junk }));
    const partly = fc.record({
      startedDateTime: junk,
      time: junk,
      request: fc.oneof(junk, fc.record({ method: junk, url: junk, headers: fc.oneof(junk, fc.array(field)), postData: junk })),
      response: fc.oneof(junk, fc.record({ status: junk, headers: fc.oneof(junk, fc.array(field)), content: junk, _error: junk })),
    });
    fc.assert(
      fc.property(fc.oneof(junk, partly), (value) => {
        const read = exchangeFromEntry(value, 0);
        expect(JSON.parse(JSON.stringify(read))).toEqual(read);
      }),
    );
  });
});
