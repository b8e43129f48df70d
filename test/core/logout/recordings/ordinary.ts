import { type Recording, record } from './recording.ts';
import { anonymous, member, OTHER_SECRET, refused, SECRET } from './sessions.ts';
import { TYPED, type Visitor } from './visitor.ts';

const HOME = 'https://shop.test/';
const DASHBOARD = 'https://shop.test/dashboard';
const notice = (text: string) => ({ flash: { discard: [], flashes: { notice: text } } });
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

const wrongPassword = { after: 9, status: 422, session: anonymous(1) };

export const longRecordings: readonly Recording[] = record(
  'ordinary',
  ['a day with Devise and Turbo, to the sign-out', 'signed-out', (visitor) => signOut(anHour(visitor.arrive().signIn()))],
  ['the same, still signed in at the end', null, (visitor) => anHour(visitor.arrive().signIn())],
  ['the same without the secret', null, (visitor) => anHour(visitor.arrive().signIn()), { secrets: [] }],
  ['the same without the secret, to the sign-out', 'signed-out', (visitor) => signOut(anHour(visitor.arrive().signIn())), { secrets: [] }],
  [
    'the password is wrong twice',
    null,
    (visitor) =>
      anHour(
        visitor
          .arrive()
          .turnedAway('/orders', { session: refused(1) })
          .get('/users/sign_in', { after: 0.1, session: anonymous(1) })
          .post('/users/sign_in', wrongPassword)
          .post('/users/sign_in', wrongPassword)
          .post('/users/sign_in', { after: 9, session: member(2), location: DASHBOARD })
          .get('/dashboard', { after: 0.1, session: member(2) }),
      ),
  ],
  [
    'two tabs, which write their sessions in turn and at once',
    null,
    (visitor) => {
      visitor.arrive().signIn();
      for (let round = 0; round < 4; round++) {
        visitor
          .get('/orders', { session: member(2), duration: 700, dropped: true })
          .get('/account', { after: 0.2, session: member(2), duration: 900 })
          .fetch('/notifications.json', { after: 5 });
      }
      visitor.get('/', { session: member(2) });
    },
  ],
  [
    'development: Vite on another port of localhost, a hot reload, a mail catcher',
    null,
    (visitor) => {
      const vite = { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'script', Origin: 'http://localhost:3000' };
      visitor.arrive().signIn();
      for (const module of ['@vite/client', 'src/main.ts', 'src/cart.ts']) {
        visitor.send('GET', `http://localhost:5173/${module}`, { after: 0.1, headers: vite });
      }
      visitor
        .send('GET', 'http://localhost:5173/src/cart.ts?t=1767261700', { after: 60, headers: vite, status: 404 })
        .get('http://localhost:1080/', { headers: TYPED })
        .get('/account', { session: member(2) });
    },
    { origin: 'http://localhost:3000' },
  ],
  [
    'a rotated secret that works, with a deploy in the middle',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('/orders', { session: member(2) })
        .get('/account', { after: 30, status: 503 })
        .fetch('/notifications.json', { status: 502 })
        .get('/account', { after: 30, session: member(2), sealing: { secret: OTHER_SECRET } })
        .post('/profile', { session: member(2), sealing: { secret: OTHER_SECRET }, location: HOME })
        .get('/', { after: 0.1, session: member(2), sealing: { secret: OTHER_SECRET } }),
    { secrets: [OTHER_SECRET, SECRET] },
  ],
);
