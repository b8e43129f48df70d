import { type Recording, record } from './recording.ts';
import { anonymous, member, NAME, rails8Cookie, refused, seal } from './sessions.ts';
import { deletion } from './visitor.ts';

const HOME = 'https://shop.test/';
const SIGN_IN = 'https://shop.test/users/sign_in';
const rails8 = (attributes = ''): string => `session_id=${rails8Cookie(71)}; path=/; ${attributes}secure; HttpOnly; SameSite=Lax`;
const PERMANENT = 'expires=Mon, 01 Jan 2046 10:00:00 GMT; ';

export const signOutRecordings: readonly Recording[] = [
  ...record(
    'signed-out',
    [
      'Devise: DELETE by way of a form',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/users/sign_out', { override: 'DELETE', session: anonymous(3), location: HOME })
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'Rails 8: the session_id cookie is deleted',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .get('/session/new', { session: anonymous(1) })
          .post('/session', { status: 302, lines: [rails8(PERMANENT)], location: HOME })
          .get('/', { after: 0.1, session: anonymous(1) })
          .post('/session', { override: 'DELETE', lines: [deletion('session_id')], location: 'https://shop.test/session/new' })
          .get('/session/new', { after: 0.1, session: anonymous(1) }),
    ],
    [
      'a form at an address that only people know for a sign-out',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/bye', { session: anonymous(3), location: HOME })
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'DELETE removes something else',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/cart_items/3', { override: 'DELETE', session: member(2), location: 'https://shop.test/cart' })
          .get('/cart', { after: 0.1, session: member(2) }),
    ],
    [
      'DELETE ends the session of another device',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/sessions/17', { override: 'DELETE', session: member(2), location: 'https://shop.test/sessions' })
          .get('/sessions', { after: 0.1, session: member(2) }),
    ],
  ),
  ...record(
    'lost-update',
    [
      'a poll that began before the sign-in lands after it',
      'lost-update',
      (visitor) => {
        const late = seal(anonymous(1));
        visitor
          .arrive()
          .get('/users/sign_in', { session: anonymous(1) })
          .fetch('/announcements', { value: late, duration: 4000, dropped: true })
          .post('/users/sign_in', { after: 1, session: member(2), duration: 200, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.3, session: member(2) })
          .keep([`${NAME}=${late}`])
          .turnedAway('/account', { after: 8, session: refused(1) });
      },
    ],
    [
      'a poll that began before the sign-in lands before it',
      null,
      (visitor) =>
        visitor
          .arrive()
          .get('/users/sign_in', { session: anonymous(1) })
          .fetch('/announcements', { session: anonymous(1), duration: 300 })
          .post('/users/sign_in', { after: 0.1, session: member(2), duration: 900, location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 1, session: member(2) })
          .get('/account', { session: member(2) }),
    ],
    [
      'two parallel requests of somebody who stays signed in',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .fetch('/cart.json', { session: member(2, { cart: [1] }), duration: 900, dropped: true })
          .fetch('/wishlist.json', { session: member(2, { wishlist: [2] }), duration: 900 })
          .get('/account', { after: 3, session: member(2, { wishlist: [2] }) }),
    ],
  ),
  ...record(
    'csrf-reset',
    [
      'a form without a token, and with: :reset_session',
      'csrf-reset',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/posts/1', { session: member(2) })
          .post('/posts/1/comments', { status: 302, session: refused(3), location: SIGN_IN })
          .get('/users/sign_in', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'a sign-out at any address, where the page says that it was one',
      'signed-out',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/me/end', {
            session: anonymous(3, { flash: { discard: [], flashes: { notice: 'You have been logged out.' } } }),
            location: HOME,
          })
          .get('/', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'with: :exception refuses the form and leaves the session alone',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/posts/1/comments', { status: 422, errorPage: 'InvalidAuthenticityToken' })
          .get('/posts/1', { session: member(2) }),
    ],
    [
      'Turbo’s answer to a form with mistakes',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/posts', { status: 422, session: member(2) })
          .post('/posts', {
            after: 20,
            session: member(2, { flash: { discard: [], flashes: { notice: 'Created.' } } }),
            location: 'https://shop.test/posts/2',
          })
          .get('/posts/2', { after: 0.1, session: member(2) }),
    ],
  ),
  ...record(
    'session-reset',
    [
      'an ordinary page answers with a new session',
      'session-reset',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) })
          .get('/plans', { session: anonymous(3) })
          .turnedAway('/account', { session: refused(3) }),
    ],
    [
      'the sign-in resets the session, as it should',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) }),
    ],
    [
      'the session_id is renewed and everything else stays',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/step_up', { session: member(3), location: HOME })
          .get('/', { session: member(3) }),
    ],
  ),
];
