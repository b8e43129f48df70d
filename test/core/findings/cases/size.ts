import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { type Cases, grown, overflow, rackSealed, sealed, session } from './cases.ts';

/** A Cookie header of two cookies with this many bytes. */
const header = (bytes: number): string => `theme=dark; a=${'x'.repeat(bytes - 'theme=dark; a='.length)}`;

export const sizeCases = {
  'cookie-overflow': {
    triggers: [
      ['error', 'a 500 without Set-Cookie whose page names it', { ...overflow, cookie: `_app_session=${sealed(3000)}` }],
      ['error', 'also where the request carried nothing', overflow],
      ['warning', 'the carried version would pass the limit if it grew so again', ...grown(1600, 2900)],
      ['warning', 'one byte too many', ...grown(2096, 3097)],
    ],
    quiet: [
      [
        'a growing session of Rack, which drops what is too large and raises nothing',
        {
          at: 1,
          cookie: `rack.session=${rackSealed(2400)}`,
          setCookie: [`rack.session=${rackSealed(3800)}; Secure; HttpOnly; SameSite=Lax`],
        },
        { at: 2, cookie: `rack.session=${rackSealed(3800)}` },
      ],
      ['an error page that names nothing', { ...overflow, errorPage: null }],
      ['a page that names it and sets a cookie: another request’s story', { ...overflow, ...session(sealed(300)) }],
      ['a page that names it with a status of 404', { ...overflow, status: 404 }],
      ['growth that stays at the limit', ...grown(2096, 3096)],
      ['a version that became smaller', ...grown(4000, 3900)],
      [
        'the first version, which grew from nothing',
        { at: 1, ...session(sealed(4000)) },
        { at: 2, cookie: `_app_session=${sealed(4000)}` },
      ],
      ['a version that was set and is never carried', ...grown(1600, 2900).slice(0, 1)],
    ],
  },
  'silent-drop': {
    triggers: [
      ['error', 'one byte over the limit, by percent-encoding alone', session(sealed(3997, 50))],
      ['error', 'a session that could not be opened and has no known shape', session('x'.repeat(4090))],
    ],
    quiet: [
      ['at the limit', session(sealed(3996, 50))],
      ['a large cookie that is no session', { setCookie: [`theme=${'x'.repeat(5000)}`] }],
    ],
  },
  'near-limit': {
    triggers: [
      ['warning', '80 % of the limit', session('x'.repeat(3277 - '_app_session'.length))],
      ['warning', 'the limit itself', session(sealed(3996, 50))],
      ['warning', 'any other cookie, also over the limit', { setCookie: [`theme=${'x'.repeat(5000)}`] }],
    ],
    quiet: [
      ['a byte less', session('x'.repeat(3276 - '_app_session'.length))],
      ['a session over the limit, which is dropped', session(sealed(3997, 50))],
    ],
  },
  'cookie-header-too-large': {
    triggers: [
      ['warning', '8,190 bytes', { cookie: header(8190) }],
      ['error', 'a server that says so', { cookie: header(8190), status: 431 }],
      ['error', 'Apache, which calls it a bad request', { cookie: header(9000), status: 400 }],
      ['error', 'nginx’s own status', { cookie: header(9000), status: 494 }],
      ['error', 'a body that is too large, as some proxies call it', { cookie: header(9000), status: 413 }],
      ['warning', 'another error, which has other reasons', { cookie: header(9000), status: 500 }],
    ],
    quiet: [
      ['a byte less', { cookie: header(8189) }],
      ['an error with a small header', { cookie: header(3000), status: 431 }],
      ['no cookies', { status: 400 }],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
