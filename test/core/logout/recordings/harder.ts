import { type Recording, record } from './recording.ts';
import { anonymous, member, NAME, OTHER_SECRET, rails8Cookie, refused, SECRET, sealMarshal } from './sessions.ts';
import { CLICKED, deletion } from './visitor.ts';

const HOME = 'https://shop.test/';
const SIGN_IN = 'https://shop.test/users/sign_in';
const START = 1_767_261_600;
const BOTH = { secrets: [OTHER_SECRET, SECRET] };
const seen = (seconds: number) => ({ 'warden.user.user.session': { last_request_at: START + seconds } });
const rails8 = (id: number, secret = SECRET): string =>
  `session_id=${rails8Cookie(id, secret)}; path=/; expires=Mon, 01 Jan 2046 10:00:00 GMT; secure; HttpOnly; SameSite=Lax`;

/** Causes in a form that is harder to see. */
export const harderRecordings: readonly Recording[] = [
  ...record('secret-changed', [
    'Rails 8: the sign-in cookie was signed with another secret',
    'secret-changed',
    (visitor) =>
      visitor
        .arrive()
        .post('/session', { status: 302, lines: [rails8(71)], location: HOME })
        .get('/', { after: 0.1, session: anonymous(1) })
        .get('/account', {
          after: 600,
          status: 302,
          location: 'https://shop.test/session/new',
          session: anonymous(8),
          sealing: { secret: OTHER_SECRET },
        })
        .get('/session/new', { after: 0.1, session: anonymous(8), sealing: { secret: OTHER_SECRET } })
        .post('/session', { status: 302, lines: [rails8(72, OTHER_SECRET)], location: HOME }),
    BOTH,
  ]),
  ...record(
    'timed-out',
    [
      'a fetch of an open page is told so',
      'timed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn({ session: member(2, seen(10)) }, { session: member(2, seen(11)) })
          .fetch('/notifications.json', { after: 2700, status: 401, session: anonymous(3) }),
    ],
    [
      'an application that keeps the time itself',
      'timed-out',
      (visitor) => {
        const signedIn = (at: string) => ({ ...anonymous(2), user_id: 42, last_seen_at: at });
        visitor
          .arrive()
          .signIn({ session: signedIn('2026-01-01T10:00:12Z') }, { session: signedIn('2026-01-01T10:00:13Z') })
          .turnedAway('/account', { after: 2400 });
      },
    ],
  ),
  ...record(
    'signed-out',
    [
      'Turbo sends DELETE itself',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .send('DELETE', '/logout', { status: 303, session: anonymous(3), location: HOME, headers: CLICKED })
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'the sign-out clears everything',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/users/sign_out', {
            override: 'DELETE',
            lines: [deletion()],
            answered: { 'Clear-Site-Data': '"cookies", "storage"' },
            location: HOME,
          })
          .forget('_ga')
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
  ),
  ...record('csrf-reset', [
    'a null session ignores who is signed in for one request, and no more',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .post('/comments', { status: 302, location: SIGN_IN })
        .get('/users/sign_in', { after: 0.1, status: 302, location: HOME, session: member(2) })
        .get('/account', { session: member(2) }),
  ]),
  ...record('mixed-fleet', [
    'one of two servers has the defaults of Rails 7.0 already',
    'mixed-fleet',
    (visitor) =>
      visitor
        .arrive({ sealing: { digest: 'sha1' } })
        .signIn({ sealing: { digest: 'sha1' } })
        .turnedAway('/account')
        .get('/users/sign_in', { after: 0.1, session: anonymous(11), sealing: { digest: 'sha1' } })
        .post('/users/sign_in', { after: 9, session: member(12), location: 'https://shop.test/dashboard' })
        .turnedAway('/dashboard', { after: 0.1, session: refused(13), sealing: { digest: 'sha1' } }),
  ]),
  ...record('serializer-changed', [
    'every page is an error until the cookie is deleted by hand',
    'serializer-changed',
    (visitor) =>
      visitor
        .signIn({ value: sealMarshal(member(2)) }, { value: sealMarshal(member(2)) })
        .get('/account', { after: 600, status: 500 })
        .get('/', { status: 500 })
        .get('/account', { status: 500 })
        .forget()
        .turnedAway('/account', { after: 60 }),
  ]),
  ...record('tampered', [
    'a script writes nonsense over it',
    'tampered',
    (visitor) =>
      visitor
        .arrive({ attributes: 'secure; SameSite=Lax' })
        .signIn({ attributes: 'secure; SameSite=Lax' }, { session: member(2), attributes: 'secure; SameSite=Lax' })
        .keep([`${NAME}=undefined`])
        .turnedAway('/account'),
  ]),
  ...record('cleared-by-server', [
    'the deletion answers a fetch, and a navigation finds nothing',
    'cleared-by-server',
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .fetch('/me.json', { after: 5, status: 401, lines: [deletion()] })
        .turnedAway('/orders'),
  ]),
];
