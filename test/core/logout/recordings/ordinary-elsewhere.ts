import { type Recording, record } from './recording.ts';
import { anonymous, member, NAME, rememberCookie, seal, storeId } from './sessions.ts';
import { FETCHED, FROM_ELSEWHERE, TYPED, type Visitor } from './visitor.ts';

const HOME = 'https://shop.test/';
const DASHBOARD = 'https://shop.test/dashboard';
const SIGN_IN = 'https://shop.test/users/sign_in';
const START = 1_767_261_600;
const seen = (seconds: number) => ({ 'warden.user.user.session': { last_request_at: START + seconds } });
const notice = (text: string) => ({ flash: { discard: [], flashes: { notice: text } } });
const remember = `remember_user_token=${rememberCookie()}; path=/; expires=Thu, 15 Jan 2026 10:00:00 GMT; secure; HttpOnly; SameSite=Lax`;

/** Pages, a form with mistakes, the same form once more. */
function anHour(visitor: Visitor): Visitor {
  for (const page of ['/orders', '/orders/7', '/account', '/orders']) {
    visitor
      .get(page, { after: 40, session: member(2) })
      .assets()
      .fetch('/notifications.json');
  }
  return visitor
    .get('/orders/new', { session: member(2) })
    .post('/orders', { after: 30, status: 422, session: member(2) })
    .post('/orders', { after: 12, session: member(2, notice('Ordered.')), location: 'https://shop.test/orders/8' })
    .get('/orders/8', { after: 0.1, session: member(2) });
}

function signOut(visitor: Visitor): Visitor {
  return visitor
    .post('/users/sign_out', { override: 'DELETE', session: anonymous(3, notice('Signed out successfully.')), location: HOME })
    .get('/', { after: 0.1, session: anonymous(3) });
}

export const awayRecordings: readonly Recording[] = record(
  'ordinary',
  [
    'Devise’s timeoutable, with a page that polls',
    null,
    (visitor) => {
      visitor.arrive().signIn({ session: member(2, seen(12)) }, { session: member(2, seen(12)) });
      for (let minute = 1; minute <= 40; minute++) {
        const session = member(2, seen(12 + 60 * minute));
        visitor.fetch('/notifications.json', minute % 5 === 0 ? { after: 60, session } : { after: 60 });
      }
      visitor.get('/account', { session: member(2, seen(2500)) });
    },
  ],
  [
    'Devise’s remember-me signs in again after the browser was closed',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn({ lines: [remember] })
        .get('/account', { session: member(2) })
        .forget()
        .get('/', { after: 30_000, session: member(4), headers: TYPED })
        .get('/account', { session: member(4) }),
  ],
  [
    'APIs that answer 401: of another host, of a token, of a payment provider',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .fetch('https://api.shop.test/v1/me', {
          cookie: null,
          status: 401,
          headers: { ...FETCHED, 'Sec-Fetch-Site': 'same-site', Origin: 'https://shop.test' },
        })
        .fetch('/api/v1/me', { status: 401, headers: { Authorization: 'Bearer' } })
        .fetch('https://pay.example/session', {
          cookie: null,
          status: 401,
          headers: { ...FETCHED, 'Sec-Fetch-Site': 'cross-site', Origin: 'https://shop.test' },
        })
        .get('/account', { session: member(2) })
        .fetch('/api/v1/me', { headers: { Authorization: 'Bearer' } }),
  ],
  [
    'prefetches of every kind, of pages that stay and of one that wants an administrator',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .send('GET', '/orders', { session: member(2), headers: { ...FETCHED, 'X-Sec-Purpose': 'prefetch' } })
        .send('GET', '/admin', { status: 302, location: SIGN_IN, headers: { ...FETCHED, 'Sec-Purpose': 'prefetch' } })
        .send('GET', '/users/sign_in', { status: 302, location: DASHBOARD, headers: { ...FETCHED, Purpose: 'prefetch' } })
        .get('/orders', { session: member(2) }),
  ],
  [
    'a sign-in through another site',
    null,
    (visitor) =>
      visitor
        .arrive()
        .post('/users/auth/google_oauth2', {
          status: 302,
          session: anonymous(1, { 'omniauth.state': 'a1b2' }),
          location: 'https://accounts.example/o',
        })
        .get('https://accounts.example/o', { after: 0.1, cookie: null, headers: FROM_ELSEWHERE, lines: ['SID=abc; path=/'], dropped: true })
        .get('/users/auth/google_oauth2/callback?code=c&state=a1b2', {
          after: 15,
          status: 302,
          session: member(2),
          headers: FROM_ELSEWHERE,
          location: DASHBOARD,
        })
        .get('/dashboard', { after: 0.1, session: member(2), headers: FROM_ELSEWHERE })
        .get('/account', { session: member(2) }),
  ],
  [
    'a store on the server, where the cookie is an id',
    null,
    (visitor) =>
      visitor
        .arrive({ session: null, value: storeId(1) })
        .get('/users/sign_in')
        .post('/users/sign_in', { after: 9, value: storeId(2), location: DASHBOARD })
        .get('/dashboard', { after: 0.1 })
        .post('/orders', { after: 30, status: 422 })
        .post('/orders', { after: 30, location: 'https://shop.test/orders/8' })
        .get('/orders/8', { after: 0.1 })
        .fetch('/notifications.json', { status: 304 }),
    { secrets: [] },
  ],
  [
    'a stranger who fills a cart, is asked to sign in, and leaves',
    null,
    (visitor) =>
      visitor
        .arrive()
        .post('/cart_items', { session: anonymous(1, { cart: [3] }), location: 'https://shop.test/cart' })
        .get('/cart', { after: 0.1, session: anonymous(1, { cart: [3] }) })
        .turnedAway('/checkout', { session: anonymous(1, { cart: [3], user_return_to: '/checkout' }) })
        .get('/users/sign_in', { after: 0.1, session: anonymous(1, { cart: [3], user_return_to: '/checkout' }) })
        .get('/', { session: anonymous(1, { cart: [3] }) }),
  ],
  ['a recording that begins in the middle', null, (visitor) => anHour(visitor.keep([`${NAME}=${seal(member(2))}`, '_ga=GA1.1.5.6']))],
  [
    'one signs out and another signs in',
    'signed-out',
    (visitor) =>
      signOut(visitor.arrive().signIn())
        .get('/users/sign_in', { session: anonymous(3) })
        .post('/users/sign_in', {
          after: 9,
          session: { ...member(5), 'warden.user.user.key': [[77], '$2a$12$abcdefghijklmnopqrstuv'] },
          location: DASHBOARD,
        })
        .get('/dashboard', { after: 0.1, session: { ...member(5), 'warden.user.user.key': [[77], '$2a$12$abcdefghijklmnopqrstuv'] } }),
  ],
);
