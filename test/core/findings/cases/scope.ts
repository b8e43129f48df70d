import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { sealGcm, sealSigned } from '../../readers/seal.ts';
import { type Cases, type GivenCase, KEPT, plain, refused, sealed, session } from './cases.ts';

const named = (name: string, attributes: string, url = 'https://app.test/'): GivenCase => ({ url, setCookie: [`${name}; ${attributes}`] });
const on = (url: string, attributes: string): GivenCase => ({ ...session(sealed(300), attributes), url });

/** The recording starts at 2026-01-01T10:00:00Z. */
const lasting = (name: string, attributes: string): GivenCase => named(`${name}=${sealGcm('{}')}`, attributes);
const DATE = { Date: 'Thu, 01 Jan 2026 10:00:00 GMT' };

export const scopeCases = {
  'prefix-violated': {
    triggers: [
      ['error', 'no Secure', named('__Host-a=1', 'Path=/')],
      ['error', 'no Path', named('__Host-a=1', 'Secure')],
      ['error', 'another Path', named('__Host-a=1', 'Secure; Path=/app')],
      ['error', 'a Domain, also the host’s own', named('__Host-a=1', 'Secure; Path=/; Domain=app.test')],
      ['error', 'plain http', named('__Host-a=1', 'Secure; Path=/', 'http://app.test/')],
      ['error', 'plain http for __Secure-', named('__Secure-a=1', 'Secure', 'http://app.test/')],
      ['error', 'any letter case', named('__SECURE-a=1', 'Path=/')],
      ['error', 'no HttpOnly for __Http-', named('__Http-a=1', 'Secure')],
      ['error', 'no HttpOnly for __Host-Http-', named('__Host-Http-a=1', 'Secure; Path=/')],
      ['error', 'a nameless cookie that feigns one', named('=__Host-a=1', 'Secure; Path=/')],
      ['error', 'what the browser refused for it', { ...named('__Host-a=1', 'Path=/'), stored: refused('prefix') }],
    ],
    quiet: [
      ['all that __Host- asks for', named('__Host-a=1', 'Secure; Path=/')],
      ['an empty Domain, which is none', named('__Host-a=1', 'Secure; Path=/; Domain=')],
      ['__Secure- with a Domain and a Path', named('__Secure-a=1', 'Secure; Path=/app; Domain=app.test')],
      ['all that __Host-Http- asks for', named('__Host-Http-a=1', 'Secure; HttpOnly; Path=/')],
      ['plain http on localhost', named('__Host-a=1', 'Secure; Path=/', 'http://localhost:3000/')],
      ['a name with a prefix of its own', named('__Hosted-a=1', 'Path=/')],
      ['what the browser kept all the same', { ...named('__Host-a=1', 'Secure'), stored: KEPT }],
      ['a refusal for another reason', { ...named('__Host-a=1', 'Secure; Path=/'), stored: refused('third-party-blocked') }],
      ['a cookie being deleted', named('__Host-a=', 'Path=/; Max-Age=0')],
    ],
  },
  'prefix-available': {
    triggers: [
      ['info', 'Secure, Path=/ and no Domain over https', session(sealed(300))],
      ['info', 'the sign-in cookie of Rails 8', named(`session_id=${sealSigned('41')}`, 'path=/; Secure; HttpOnly')],
    ],
    quiet: [
      ['__Host- in the name', named(`__Host-app_session=${sealed(300)}`, 'path=/; Secure')],
      ['another prefix in the name', named(`__Secure-app_session=${sealed(300)}`, 'path=/; Secure')],
      ['no Secure', session(sealed(300), 'HttpOnly')],
      ['no Path, which __Host- wants to see', named(`_app_session=${sealed(300)}`, 'Secure')],
      ['a Domain', session(sealed(300), 'Secure; Domain=app.test')],
      ['plain http', on('http://app.test/', 'Secure')],
      ['https in development, where plain http has to work too', on('https://localhost:3000/', 'Secure')],
      ['any other cookie', plain('Secure')],
      ['a cookie that the browser refused', { ...session(sealed(300)), stored: refused('third-party-blocked') }],
      ['a cookie being deleted', session('', 'Secure; Max-Age=0')],
    ],
  },
  'domain-too-broad': {
    triggers: [
      ['warning', 'the parent of the host', on('https://www.app.test/', 'Domain=app.test')],
      ['warning', 'with a leading dot and in any letter case', on('https://www.app.test/', 'Domain=.APP.test')],
      ['warning', 'an ancestor of the host', on('https://a.b.app.test/', 'Domain=app.test')],
      ['warning', 'what the browser kept', { ...on('https://www.app.test/', 'Domain=app.test'), stored: KEPT }],
    ],
    quiet: [
      ['the host itself', on('https://app.test/', 'Domain=app.test')],
      ['no Domain', on('https://www.app.test/', 'Secure')],
      ['another host', on('https://www.app.test/', 'Domain=other.test')],
      ['a host that ends the same', on('https://myapp.test/', 'Domain=app.test')],
      ['a public suffix, which the browser refuses', { ...on('https://app.co.uk/', 'Domain=co.uk'), stored: refused('public-suffix') }],
      ['a single label', on('https://app.test/', 'Domain=test')],
      ['any other cookie', { ...plain('Domain=app.test'), url: 'https://www.app.test/' }],
      ['a cookie being deleted', { ...session('', 'Domain=app.test; Max-Age=0'), url: 'https://www.app.test/' }],
      ['development', on('http://a.b.localhost:3000/', 'Domain=b.localhost')],
    ],
  },
  'long-lived-session': {
    triggers: [
      ['warning', 'one second over 30 days', session(sealed(300), 'Max-Age=2592001')],
      ['warning', 'a date', session(sealed(300), 'Expires=Mon, 02 Feb 2026 10:00:00 GMT')],
      ['warning', 'longer than browsers keep a cookie', session(sealed(300), 'Max-Age=631152000')],
      ['warning', 'Max-Age over a shorter date', session(sealed(300), 'Max-Age=31536000; Expires=Fri, 02 Jan 2026 10:00:00 GMT')],
      [
        'warning',
        'by the server’s clock, which wrote the date',
        { ...session(sealed(300), 'Expires=Sat, 31 Jan 2026 10:00:00 GMT'), responseHeaders: { Date: 'Wed, 31 Dec 2025 10:00:00 GMT' } },
      ],
    ],
    quiet: [
      ['30 days', session(sealed(300), 'Max-Age=2592000')],
      ['30 days by a date', { ...session(sealed(300), 'Expires=Sat, 31 Jan 2026 10:00:00 GMT'), responseHeaders: DATE }],
      ['30 days by a date that was written a second after the request', session(sealed(300), 'Expires=Sat, 31 Jan 2026 10:00:01 GMT')],
      ['until the browser closes', session(sealed(300))],
      ['Max-Age under a longer date', session(sealed(300), 'Max-Age=60; Expires=Fri, 01 Jan 2027 10:00:00 GMT')],
      ['a date that is none', session(sealed(300), 'Expires=never')],
      ['the sign-in cookie of Rails 8', named(`session_id=${sealSigned('41')}`, 'Max-Age=631152000')],
      ['a remember-me cookie of Devise', named(`remember_user_token=${sealSigned('[[1],"salt","1.1"]')}`, 'Max-Age=31536000')],
      ['another cookie that remembers', lasting('remember_me', 'Max-Age=31536000')],
      ['any other cookie', plain('Max-Age=31536000')],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
