import { type Recording, record } from './recording.ts';
import { anonymous, member, storeId } from './sessions.ts';
import { FETCHED } from './visitor.ts';

const NO_SECRET = { secrets: [] };
const SIGN_IN = 'https://shop.test/users/sign_in';
/** What the store gives the first visit, the sign-in, and then. */
const [first, second, third] = [storeId(1), storeId(2), storeId(3)];

export const storeRecordings: readonly Recording[] = [
  ...record(
    'store-evicted',
    [
      'the id of a signed-in session is answered with another',
      'store-evicted',
      (visitor) =>
        visitor
          .arrive({ session: null, value: first })
          .get('/users/sign_in')
          .post('/users/sign_in', { after: 8, value: second, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1 })
          .get('/account')
          .get('/account', { after: 3600, status: 302, location: SIGN_IN, value: third })
          .get('/users/sign_in', { after: 0.1 }),
      NO_SECRET,
    ],
    [
      'the sign-in changes the id, against fixation',
      null,
      (visitor) =>
        visitor
          .arrive({ session: null, value: first })
          .get('/users/sign_in')
          .post('/users/sign_in', { after: 8, value: second, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1 })
          .get('/account', { after: 3600 }),
      NO_SECRET,
    ],
    [
      'the sign-out changes the id',
      'signed-out',
      (visitor) =>
        visitor
          .arrive({ session: null, value: first })
          .get('/users/sign_in')
          .post('/users/sign_in', { after: 8, value: second, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1 })
          .post('/users/sign_out', { override: 'DELETE', value: third, location: 'https://shop.test/' })
          .get('/', { after: 0.1 }),
      NO_SECRET,
    ],
  ),
  ...record(
    'store-not-shared',
    [
      'one id is known to every other answer',
      'store-not-shared',
      (visitor) =>
        visitor
          .arrive({ session: null, value: first })
          .get('/users/sign_in')
          .post('/users/sign_in', { after: 8, value: second, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1 })
          .get('/account', { status: 302, location: SIGN_IN })
          .get('/account')
          .get('/account', { status: 302, location: SIGN_IN })
          .get('/account'),
      NO_SECRET,
    ],
    [
      'redirects that lead elsewhere',
      null,
      (visitor) =>
        visitor
          .arrive({ session: null, value: first })
          .get('/users/sign_in')
          .post('/users/sign_in', { after: 8, value: second, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1 })
          .get('/account', { status: 302, location: 'https://shop.test/account/profile' })
          .get('/account/profile', { after: 0.1 })
          .get('/orders'),
      NO_SECRET,
    ],
    [
      'an API that wants a token answers 401',
      null,
      (visitor) =>
        visitor
          .arrive({ session: null, value: first })
          .get('/users/sign_in')
          .post('/users/sign_in', { after: 8, value: second, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1 })
          .fetch('/api/v1/me', { status: 401, headers: { Authorization: 'Bearer' } })
          .fetch('/api/v1/me', { headers: { Authorization: 'Bearer' } })
          .get('/orders'),
      NO_SECRET,
    ],
  ),
  ...record(
    'never-stored',
    [
      'the cache is a null store: every answer begins a session anew',
      'never-stored',
      (visitor) =>
        visitor
          .get('/users/sign_in', { value: first })
          .post('/users/sign_in', { after: 8, value: second, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1, status: 302, location: SIGN_IN, value: third })
          .get('/users/sign_in', { after: 0.1, value: storeId(4) }),
      NO_SECRET,
    ],
    [
      'the action that signs in skips the session',
      'never-stored',
      (visitor) =>
        visitor
          .arrive()
          .get('/users/sign_in', { session: anonymous(1) })
          .post('/users/sign_in', { after: 8, location: 'https://shop.test/dashboard' })
          .turnedAway('/dashboard', { after: 0.1 }),
    ],
    [
      'a sign-in that hands out a token',
      null,
      (visitor) =>
        visitor
          .get('/')
          .send('POST', '/api/v1/session', { status: 201, headers: FETCHED })
          .fetch('/api/v1/me', { headers: { Authorization: 'Bearer' } })
          .fetch('/api/v1/orders', { headers: { Authorization: 'Bearer' } }),
    ],
    [
      'the answer to the sign-in sets the session that holds',
      null,
      (visitor) =>
        visitor
          .get('/users/sign_in')
          .post('/users/sign_in', { session: member(2), location: '/dashboard' })
          .get('/dashboard'),
    ],
  ),
];
