import { type Recording, record } from './recording.ts';
import { anonymous, member, rails8Cookie, refused } from './sessions.ts';
import { FETCHED } from './visitor.ts';

const HOME = 'https://shop.test/';
const SIGN_IN = 'https://shop.test/users/sign_in';
/** Unix seconds of the recording's start. */
const START = 1_767_261_600;
const seen = (seconds: number) => ({ 'warden.user.user.session': { last_request_at: START + seconds } });
const rails8 = (attributes = ''): string => `session_id=${rails8Cookie(71)}; path=/; ${attributes}secure; HttpOnly; SameSite=Lax`;
const PERMANENT = 'expires=Mon, 01 Jan 2046 10:00:00 GMT; ';

export const revokedRecordings: readonly Recording[] = [
  ...record(
    'timed-out',
    [
      'Devise’s timeoutable after three quarters of an hour',
      'timed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn({ session: member(2, seen(10)) }, { session: member(2, seen(11)) })
          .get('/account', { after: 30, session: member(2, seen(41)) })
          .turnedAway('/orders', {
            after: 2700,
            session: { ...refused(9), flash: { discard: [], flashes: { timedout: true, alert: 'Your session expired.' } } },
          }),
    ],
    [
      'an application that counts elsewhere, after the longest pause so far',
      'timed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { after: 60, session: member(2) })
          .turnedAway('/orders', { after: 7200 }),
    ],
    [
      'a long pause, and still signed in',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn({ session: member(2, seen(10)) }, { session: member(2, seen(11)) })
          .get('/account', { after: 2700, session: member(2, seen(2711)) }),
    ],
    [
      'a long pause, and then a sign-out',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn({ session: member(2, seen(10)) }, { session: member(2, seen(11)) })
          .post('/users/sign_out', { after: 900, override: 'DELETE', session: anonymous(3), location: HOME })
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
  ),
  ...record(
    'server-revoked',
    [
      'Devise: the password was changed elsewhere, and the session stays without its user',
      'server-revoked',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) })
          .turnedAway('/orders', { after: 20, session: refused(2) }),
    ],
    [
      'Rails 8: the row in sessions is gone',
      'server-revoked',
      (visitor) =>
        visitor
          .arrive()
          .get('/session/new', { session: anonymous(1) })
          .post('/session', { status: 302, lines: [rails8(PERMANENT)], location: HOME })
          .get('/', { after: 0.1, session: anonymous(1) })
          .get('/orders', { session: anonymous(1) })
          .get('/account', {
            status: 302,
            location: 'https://shop.test/session/new',
            session: anonymous(1, { return_to_after_authenticating: '/account' }),
          })
          .get('/session/new', { after: 0.1, session: anonymous(1, { return_to_after_authenticating: '/account' }) }),
    ],
    [
      'one’s own change of password, signed in again',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/users', {
            override: 'PUT',
            session: member(2, { 'warden.user.user.key': [[42], '$2a$12$zyxwvutsrqponmlkjihgfe'] }),
            location: HOME,
          })
          .get('/', { after: 0.1, session: member(2, { 'warden.user.user.key': [[42], '$2a$12$zyxwvutsrqponmlkjihgfe'] }) }),
    ],
    [
      'Rails 8: an ordinary visit',
      null,
      (visitor) =>
        visitor
          .arrive()
          .post('/session', { status: 302, lines: [rails8(PERMANENT)], location: HOME })
          .get('/', { after: 0.1, session: anonymous(1) })
          .get('/orders', { session: anonymous(1) }),
    ],
  ),
  ...record(
    'not-a-logout',
    [
      'the browser’s cache answers with a redirect from before the sign-in',
      'not-a-logout',
      (visitor) =>
        visitor
          .arrive()
          .turnedAway('/dashboard', { session: refused(1), answered: { 'Cache-Control': 'max-age=600' } })
          .signIn({}, null)
          .get('/dashboard', { after: 0.1, status: 302, location: SIGN_IN, deliveredBy: 'cache' })
          .get('/account', { session: member(2) }),
    ],
    [
      'a page out of the cache',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/help', { deliveredBy: 'cache' })
          .get('/account', { session: member(2) }),
    ],
    [
      'a service worker answers',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/', { deliveredBy: 'service-worker' })
          .get('/account', { session: member(2) }),
    ],
  ),
  ...record(
    'unknown',
    [
      'sealed, carried as it was set, and sent to the sign-in for no reason that shows',
      'unknown',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) })
          .get('/orders', { status: 302, location: SIGN_IN })
          .get('/users/sign_in', { after: 0.1 }),
      { secrets: [] },
    ],
    [
      'sealed, and all is well',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) }),
      { secrets: [] },
    ],
    [
      'sealed, and one page is not for everybody',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/admin', { status: 403, session: member(2) })
          .fetch('/admin/stats.json', { status: 403, headers: FETCHED })
          .get('/account', { session: member(2) }),
      { secrets: [] },
    ],
  ),
];
