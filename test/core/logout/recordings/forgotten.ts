import { type Recording, record } from './recording.ts';
import { member } from './sessions.ts';
import { FETCHED, TYPED } from './visitor.ts';

const SECURE = 'secure; HttpOnly; SameSite=Lax';
const READABLE = 'secure; SameSite=Lax';
const UNTIL_10_30 = 'expires=Thu, 01 Jan 2026 10:30:00 GMT; secure; HttpOnly; SameSite=Lax';
const UNTIL_11_00 = 'expires=Thu, 01 Jan 2026 11:00:00 GMT; secure; HttpOnly; SameSite=Lax';
const MINUTES = 60;
const HOURS = 3600;

export const forgottenRecordings: readonly Recording[] = [
  ...record(
    'cookie-expired',
    [
      'expire_after passes while a page is open',
      'cookie-expired',
      (visitor) =>
        visitor
          .arrive()
          .signIn({ attributes: UNTIL_10_30 }, null)
          .get('/dashboard', { session: member(2), attributes: UNTIL_10_30 })
          .forget()
          .turnedAway('/account', { after: 45 * MINUTES }),
    ],
    [
      'expire_after slides on with every answer',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn({ attributes: UNTIL_10_30 }, { session: member(2), attributes: UNTIL_10_30 })
          .get('/account', { after: 25 * MINUTES, session: member(2), attributes: UNTIL_11_00 })
          .get('/orders', { after: 20 * MINUTES, session: member(2), attributes: UNTIL_11_00 }),
    ],
    [
      'an analytics cookie expires',
      null,
      (visitor) =>
        visitor
          .arrive({ lines: ['_visit=1; path=/; max-age=60'] })
          .signIn()
          .forget('_visit')
          .get('/account', { after: 5 * MINUTES, session: member(2) }),
    ],
  ),
  ...record(
    'browser-restarted',
    [
      'a restored page posts its old token in the morning',
      'browser-restarted',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/orders/new', { session: member(2) })
          .forget()
          .post('/orders', { after: 9 * HOURS, status: 422, errorPage: 'InvalidAuthenticityToken' })
          .turnedAway('/orders/new'),
    ],
    [
      'the browser brings the session back with the page',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/orders/new', { session: member(2) })
          .get('/orders/new', { after: 9 * HOURS, session: member(2), headers: TYPED })
          .post('/orders', { session: member(2), location: '/orders/7' }),
    ],
    [
      'a long break with a session that outlives it',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn({ attributes: `max-age=1209600; ${SECURE}` })
          .get('/orders', { after: 20 * HOURS, session: member(2) }),
    ],
  ),
  ...record(
    'removed-by-script',
    [
      'a session that scripts may touch is gone on the next page',
      'removed-by-script',
      (visitor) =>
        visitor
          .arrive({ attributes: READABLE })
          .signIn({ attributes: READABLE }, { session: member(2), attributes: READABLE })
          .forget()
          .turnedAway('/account', { attributes: READABLE }),
    ],
    [
      'a fetch that leaves its credentials out, and a page that has the session as ever',
      null,
      (visitor) =>
        visitor
          .arrive({ attributes: READABLE })
          .signIn({ attributes: READABLE })
          .fetch('/manifest.webmanifest', { cookie: null, headers: { ...FETCHED, 'Sec-Fetch-Dest': 'manifest' } })
          .get('/account', { session: member(2), attributes: READABLE }),
    ],
    [
      'a script removes an analytics cookie',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .forget('_ga')
          .get('/account', { session: member(2) }),
    ],
  ),
  ...record(
    'cleared-in-browser',
    [
      'an HttpOnly session is gone on the next page',
      'cleared-in-browser',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) })
          .forget()
          .forget('_ga')
          .turnedAway('/orders'),
    ],
    [
      'a module script without credentials',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .send('GET', '/assets/chart.js', { cookie: null, headers: { ...FETCHED, 'Sec-Fetch-Dest': 'script' } })
          .get('/account', { session: member(2) }),
    ],
    [
      'pictures from a host without cookies',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .send('GET', 'https://images.shop.test/1.webp', {
            cookie: null,
            headers: { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
          })
          .get('/account', { session: member(2) }),
    ],
  ),
];
