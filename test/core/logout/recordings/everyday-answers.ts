import { type Recording, record } from './recording.ts';
import { anonymous, member, OTHER_SECRET, rememberCookie, SECRET, storeId } from './sessions.ts';
import { deletion, FETCHED, FROM_ELSEWHERE, TYPED } from './visitor.ts';

const HOME = 'https://shop.test/';
const DASHBOARD = 'https://shop.test/dashboard';
const START = 1_767_261_600;
const seen = (seconds: number) => ({ 'warden.user.user.session': { last_request_at: START + seconds } });
const remember = `remember_user_token=${rememberCookie()}; path=/; expires=Thu, 15 Jan 2026 10:00:00 GMT; secure; HttpOnly; SameSite=Lax`;
const other = (number: number) => ({ ...member(number), 'warden.user.user.key': [[77], '$2a$12$abcdefghijklmnopqrstuv'] });

/** The same with what applications and people do. */
export const answerRecordings: readonly Recording[] = record(
  'ordinary',
  [
    'preflights carry no cookies',
    null,
    (visitor) => {
      const elsewhere = { ...FETCHED, 'Sec-Fetch-Site': 'same-site', Origin: 'https://shop.test' };
      visitor
        .arrive()
        .signIn()
        .send('OPTIONS', 'https://api.shop.test/v1/me', { status: 204, cookie: null, headers: elsewhere })
        .fetch('https://api.shop.test/v1/me', { headers: { ...elsewhere, Authorization: 'Bearer' }, cookie: null })
        .get('/account', { session: member(2) });
    },
  ],
  [
    'an administrator looks at the shop as somebody else, and comes back',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .post('/impersonations', { session: { ...other(2), true_user_id: 42 }, location: HOME })
        .get('/', { after: 0.1, session: { ...other(2), true_user_id: 42 } })
        .post('/impersonations/1', { override: 'DELETE', session: member(2), location: HOME })
        .get('/', { after: 0.1, session: member(2) }),
  ],
  [
    'the secret changes while nobody is signed in',
    null,
    (visitor) =>
      visitor
        .arrive()
        .get('/products', { session: anonymous(1) })
        .get('/products/2', { after: 600, session: anonymous(8), sealing: { secret: OTHER_SECRET } }),
    { secrets: [OTHER_SECRET, SECRET] },
  ],
  [
    'the store loses a session in which nobody is signed in',
    null,
    (visitor) =>
      visitor
        .arrive({ session: null, value: storeId(1) })
        .get('/products')
        .get('/products/2', { after: 3600, value: storeId(5) })
        .get('/products/3'),
    { secrets: [] },
  ],
  [
    'a stranger clears all cookies',
    null,
    (visitor) =>
      visitor
        .arrive()
        .post('/cart_items', { session: anonymous(1, { cart: [3] }), location: HOME })
        .forget()
        .get('/', { session: anonymous(7) }),
  ],
  [
    'the time is out, and the remember-me cookie signs in again at once',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn({ session: member(2, seen(12)), lines: [remember] }, { session: member(2, seen(12)) })
        .get('/account', { after: 3600, session: member(2, seen(3612)), lines: [remember] })
        .get('/orders', { session: member(2, seen(3614)) }),
  ],
  [
    'a tab from before the sign-in sends its form with the old token, and is refused',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .post('/newsletter', { status: 422, errorPage: 'InvalidAuthenticityToken' })
        .get('/account', { session: member(2) }),
  ],
  [
    'requests that do not touch the session overlap with the sign-in',
    null,
    (visitor) =>
      visitor
        .arrive()
        .get('/users/sign_in', { session: anonymous(1) })
        .fetch('/announcements.json', { duration: 3000 })
        .post('/users/sign_in', { after: 0.5, session: member(2), duration: 300, location: DASHBOARD })
        .get('/dashboard', { after: 0.4, session: member(2) })
        .get('/account', { after: 6, session: member(2) }),
  ],
  [
    'the sign-out takes the remember-me cookie along',
    'signed-out',
    (visitor) =>
      visitor
        .arrive()
        .signIn({ lines: [remember] })
        .post('/users/sign_out', {
          override: 'DELETE',
          session: anonymous(3),
          lines: [deletion('remember_user_token')],
          location: HOME,
        })
        .get('/', { after: 0.1, session: anonymous(3) })
        .get('/products', { session: anonymous(3) }),
  ],
  [
    'a link from elsewhere, with the recording’s requests all without cookies, as an export without them has it',
    null,
    (visitor) =>
      visitor
        .get('/', { cookie: null, session: anonymous(1), headers: TYPED })
        .get('/users/sign_in', { cookie: null, session: anonymous(1) })
        .post('/users/sign_in', { cookie: null, session: member(2), location: DASHBOARD })
        .get('/dashboard', { cookie: null, session: member(2) })
        .get('/orders', { cookie: null, session: member(2), headers: FROM_ELSEWHERE }),
  ],
  [
    'a new password by mail signs in',
    null,
    (visitor) =>
      visitor
        .arrive()
        .get('/users/password/edit?reset_password_token=abc', { session: anonymous(1), headers: FROM_ELSEWHERE })
        .post('/users/password', { override: 'PUT', session: member(2), location: DASHBOARD })
        .get('/dashboard', { after: 0.1, session: member(2) }),
  ],
);
