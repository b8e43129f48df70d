import { type Recording, record } from './recording.ts';
import { anonymous, member, NAME, refused, seal } from './sessions.ts';
import { deletion } from './visitor.ts';

const HOME = 'https://shop.test/';
/** What the browser had before the sign-in, kept by a client of its own. */
const stale = seal(anonymous(1));

export const clearedRecordings: readonly Recording[] = [
  ...record(
    'cleared-by-server',
    [
      'an ordinary page deletes the current session',
      'cleared-by-server',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) })
          .get('/profile', { status: 302, location: HOME, lines: [deletion()] })
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'Clear-Site-Data on an ordinary page',
      'cleared-by-server',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/maintenance', { answered: { 'Clear-Site-Data': '"cookies"' } })
          .forget()
          .forget('_ga')
          .turnedAway('/account'),
    ],
    [
      'another cookie is deleted',
      null,
      (visitor) =>
        visitor
          .arrive({ lines: ['promo=1; path=/'] })
          .signIn()
          .get('/promo', { lines: [deletion('promo')] })
          .get('/account', { session: member(2) }),
    ],
    [
      'a twin that is not there is deleted, to be sure',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2), lines: [deletion(NAME, 'domain=shop.test; ')], dropped: true })
          .get('/orders'),
    ],
  ),
  ...record(
    'cleared-by-stale-client',
    [
      'a background request of before the sign-in is told to forget its session',
      'cleared-by-stale-client',
      (visitor) =>
        visitor
          .arrive({ session: null, value: stale })
          .signIn()
          .get('/account', { session: member(2) })
          .fetch('/sync', { cookie: `${NAME}=${stale}`, status: 401, lines: [deletion()] })
          .turnedAway('/orders', { session: refused(9) }),
    ],
    [
      'it gets its 401 and nothing else',
      null,
      (visitor) =>
        visitor
          .arrive({ session: null, value: stale })
          .signIn()
          .fetch('/sync', { cookie: `${NAME}=${stale}`, status: 401 })
          .get('/orders', { session: member(2) }),
    ],
    [
      'it is told to forget a cookie of another path',
      null,
      (visitor) =>
        visitor
          .arrive({ session: null, value: stale })
          .signIn()
          .fetch('/sync', {
            cookie: `${NAME}=${stale}`,
            status: 401,
            lines: [`${NAME}=; path=/sync; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT`],
            dropped: true,
          })
          .get('/orders', { session: member(2) }),
    ],
  ),
];
