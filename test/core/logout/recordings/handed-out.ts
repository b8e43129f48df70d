import { type Recording, record } from './recording.ts';
import { anonymous, member, refused, seal } from './sessions.ts';
import { CLICKED, FETCHED, IMAGE, type Visitor } from './visitor.ts';

const HOME = 'https://shop.test/';
const SIGN_IN = 'https://shop.test/users/sign_in';
const PREFETCH = { ...FETCHED, 'Sec-Purpose': 'prefetch' };
/** Turbo fetches on hover. */
const HOVER = { ...FETCHED, 'X-Sec-Purpose': 'prefetch' };
/** Speculation rules: all as when somebody types, but for the purpose. */
const SPECULATED = { ...CLICKED, 'Sec-Fetch-Site': 'none', 'Sec-Purpose': 'prefetch;prerender' };
const HIT = { Age: '840', 'X-Cache': 'HIT', 'Cache-Control': 'public, max-age=3600' };
/** The session of whoever asked before the cache had an answer. */
const cached = seal(anonymous(6));

export const handedOutRecordings: readonly Recording[] = [
  ...record(
    'prefetched-sign-out',
    ...[
      ['a prefetch of the browser', PREFETCH] as const,
      ['Turbo, on hover', HOVER] as const,
      ['speculation rules', SPECULATED] as const,
      ['a picture that points to the sign-out', IMAGE] as const,
    ].map(
      ([reason, headers]) =>
        [
          reason,
          'prefetched-sign-out' as const,
          (visitor: Visitor) =>
            visitor
              .arrive()
              .signIn()
              .get('/account', { session: member(2) })
              .send('GET', '/users/sign_out', { status: 302, location: HOME, session: anonymous(3), headers })
              .get('/', { after: 0.1, session: anonymous(3) })
              .turnedAway('/account', { session: refused(3) }),
        ] as const,
    ),
    [
      'somebody clicked the link',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/users/sign_out', { status: 302, location: HOME, session: anonymous(3) })
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'another page is prefetched',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .send('GET', '/account', { session: member(2), headers: HOVER })
          .get('/account', { session: member(2) }),
    ],
    [
      'the sign-out does not answer to GET',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .send('GET', '/users/sign_out', { status: 404, headers: PREFETCH })
          .get('/account', { session: member(2) }),
    ],
  ),
  ...record(
    'cached-response',
    [
      'a CDN hands out the session of somebody else',
      'cached-response',
      (visitor) =>
        visitor
          .arrive({ session: null, value: cached })
          .signIn()
          .get('/help', { value: cached, answered: HIT })
          .turnedAway('/account', { session: refused(6) }),
    ],
    [
      'a CDN answers without a session',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/help', { answered: HIT })
          .get('/account', { session: member(2) }),
    ],
    [
      'a CDN that had to ask',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/help', { session: member(2), answered: { 'X-Cache': 'MISS', 'Cache-Control': 'private' } })
          .get('/account', { session: member(2) }),
    ],
    [
      'a redirect to the sign-in that really came from the server',
      'session-reset',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/help', {
            status: 302,
            location: SIGN_IN,
            session: refused(3),
            answered: { 'X-Cache': 'MISS', 'Cache-Control': 'no-store' },
          })
          .get('/users/sign_in', { session: anonymous(3) }),
    ],
  ),
];
