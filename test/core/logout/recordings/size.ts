import { type Recording, record } from './recording.ts';
import { anonymous, member } from './sessions.ts';

/** So long that Rails is content and the browser is not: about 3,950 bytes raw and 4,200 on the wire. */
const HUGE = `/search?filters=${'abcdefghij'.repeat(195)}`;
/** So long that both are content. */
const LONG = `/search?filters=${'abcdefghij'.repeat(160)}`;
const OVERFLOW = { status: 500, errorPage: 'CookieOverflow', session: null } as const;

export const sizeRecordings: readonly Recording[] = [
  ...record(
    'dropped-too-large',
    [
      'the session that the sign-in set is dropped, and the next page carries the anonymous one',
      'dropped-too-large',
      (visitor) =>
        visitor
          .arrive()
          .signIn({ session: member(2, { return_to: HUGE }), dropped: true }, null)
          .turnedAway(),
    ],
    [
      'the first session of a visitor is dropped, and the next page carries none',
      'dropped-too-large',
      (visitor) =>
        visitor
          .get('/users/sign_in')
          .post('/users/sign_in', { session: member(2, { return_to: HUGE }), location: '/welcome', dropped: true })
          .turnedAway('/welcome'),
    ],
    [
      'a cart is dropped while somebody stays signed in',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/cart_items', { session: member(2, { cart: HUGE }), location: '/cart', dropped: true })
          .get('/cart', { session: member(2) })
          .get('/account', { session: member(2) }),
    ],
    [
      'a large session that is kept',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn({ session: member(2, { return_to: LONG }) }, { session: member(2, { return_to: LONG }) })
          .get('/account', { session: member(2) }),
    ],
  ),
  ...record(
    'overflow-exception',
    [
      'the sign-in is answered with CookieOverflow, and the next page starts over',
      'overflow-exception',
      (visitor) => visitor.arrive().signIn(OVERFLOW, null).turnedAway(),
    ],
    [
      'the sign-in overflows, and the visitor gives up on the sign-in page',
      'overflow-exception',
      (visitor) =>
        visitor
          .arrive()
          .get('/login', { session: anonymous(1) })
          .post('/login', OVERFLOW)
          .get('/', { session: anonymous(1) })
          .get('/account', { status: 302, location: 'https://shop.test/login', session: anonymous(1) }),
    ],
    [
      'a cart overflows while somebody stays signed in',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/cart_items', OVERFLOW)
          .get('/cart', { session: member(2) }),
    ],
    [
      'a search of a stranger overflows',
      null,
      (visitor) =>
        visitor
          .arrive()
          .post('/searches', OVERFLOW)
          .get('/', { session: anonymous(1) }),
    ],
    [
      'the sign-in fails for a moment and works at the second try',
      null,
      (visitor) =>
        visitor
          .arrive()
          .get('/users/sign_in', { session: anonymous(1) })
          .post('/users/sign_in', { status: 503 })
          .signIn(),
    ],
  ),
];
