import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { type Cases, plain, sealed, session, signed, withId } from './cases.ts';

export const flagCases = {
  'missing-httponly': {
    triggers: [
      ['error', 'a session cookie that scripts can read', session(sealed(300), 'Secure; SameSite=Lax')],
      ['error', 'the sign-in cookie of Rails 8', { setCookie: [`session_id=${signed('41')}; Secure`] }],
      ['error', 'a session by its content, whatever its name', { setCookie: [`shop=${withId({})}; Secure`] }],
      ['info', 'any other cookie', plain('Secure')],
      ['info', 'a secret beside a token, which only the server reads', { setCookie: ['_csrf=a'] }],
      [
        'info',
        '32 hex digits without HttpOnly and without a session-like name, which analytics set too',
        { setCookie: [`vid=${'0a'.repeat(16)}`] },
      ],
    ],
    quiet: [
      ['HttpOnly in any letter case', plain('httponly')],
      ['the token that Angular and axios read', { setCookie: ['XSRF-TOKEN=a'] }],
      ['the token of Django', { setCookie: ['csrftoken=a'] }],
      ['the token of Tornado', { setCookie: ['_xsrf=a'] }],
      ['the tokens of Flask', { setCookie: ['csrf_access_token=a', 'csrf_refresh_token=a'] }],
      ['a token behind an application’s name', { setCookie: ['shop-csrf-token=a', '__Host-XSRF-TOKEN=a'] }],
      ['a cookie being deleted by Max-Age', session('', 'max-age=0')],
      ['a cookie being deleted by a date in the past of the traffic', { setCookie: ['theme=x; expires=Wed, 31 Dec 2025 00:00:00 GMT'] }],
    ],
  },
  'missing-secure': {
    triggers: [
      ['error', 'a session cookie over https', session(sealed(300), 'HttpOnly; SameSite=Lax')],
      ['info', 'a session cookie over plain http', { ...session(sealed(300), 'HttpOnly; SameSite=Lax'), url: 'http://app.test/' }],
      ['info', 'any other cookie over https', plain('HttpOnly')],
      ['info', 'a session cookie in development', { ...session(sealed(300), 'HttpOnly; SameSite=Lax'), url: 'http://localhost:3000/' }],
      ['info', 'any other cookie over plain http', { ...plain('HttpOnly'), url: 'http://app.test/' }],
      ['error', 'https on localhost, where Secure works', { ...session(sealed(300), 'HttpOnly; SameSite=Lax'), url: 'https://localhost/' }],
    ],
    quiet: [
      ['Secure', session(sealed(300))],
      ['development over plain http', { ...plain('HttpOnly'), url: 'http://localhost:3000/' }],
      ['development on an address', { ...plain('HttpOnly'), url: 'http://127.0.0.1:3000/' }],
      ['development on a subdomain of localhost', { ...plain('HttpOnly'), url: 'http://shop.localhost:3000/' }],
      ['development on an IPv6 address', { ...plain('HttpOnly'), url: 'http://[::1]:3000/' }],
      ['a cookie being deleted', session('', 'expires=Thu, 01 Jan 1970 00:00:00 GMT')],
    ],
  },
  'missing-samesite': {
    triggers: [
      ['warning', 'a session cookie without it', session(sealed(300), 'Secure; HttpOnly')],
      ['warning', 'a server-side session by HttpOnly and the shape of its id', { setCookie: [`vid=${'0a'.repeat(16)}; HttpOnly`] }],
    ],
    quiet: [
      ['SameSite=Strict', session(sealed(300), 'SameSite=Strict')],
      ['an unknown value, which is a finding of its own', session(sealed(300), 'SameSite=Foo')],
      ['any other cookie', plain('HttpOnly')],
      [
        'an id from another site than the page',
        { setCookie: [`vid=${'0a'.repeat(16)}; HttpOnly`], headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' } },
      ],
      ['a cookie being deleted', session('', 'max-age=0')],
    ],
  },
  'samesite-none-insecure': {
    triggers: [
      ['error', 'a session cookie', session(sealed(300), 'HttpOnly; SameSite=None')],
      ['error', 'any other cookie, in any letter case', plain('samesite=none')],
      ['error', 'the last SameSite counts', plain('SameSite=Lax; SameSite=None')],
    ],
    quiet: [
      ['None with Secure', plain('SameSite=None; Secure')],
      ['Lax', plain('SameSite=Lax')],
      ['a cookie being deleted', plain('SameSite=None; max-age=0')],
    ],
  },
  'samesite-unknown': {
    triggers: [
      ['warning', 'a value that nobody knows', session(sealed(300), 'Secure; HttpOnly; SameSite=Relaxed')],
      ['warning', 'also on other cookies', plain('SameSite=true')],
      ['warning', 'an empty value', plain('SameSite=')],
      ['warning', 'the last one counts', plain('SameSite=Lax; SameSite=Foo')],
      ['warning', 'a list', plain('SameSite=Lax,Strict')],
    ],
    quiet: [
      ['any letter case of a known value', plain('samesite=STRICT')],
      ['none at all', plain('HttpOnly')],
      ['an unknown value that a later one overrides', plain('SameSite=Foo; SameSite=Lax')],
      ['a cookie being deleted', plain('SameSite=Foo; Max-Age=0')],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
