import { type Recording, record } from './recording.ts';
import { anonymous, member, refused } from './sessions.ts';
import { FETCHED, TYPED } from './visitor.ts';

const HTTP = { origin: 'http://shop.test' };
const LOCAL = { origin: 'http://localhost:3000' };
const SECURE = 'secure; HttpOnly; SameSite=Lax';
const READABLE = 'secure; SameSite=Lax';
const UNTIL_10_30 = 'expires=Thu, 01 Jan 2026 10:30:00 GMT; secure; HttpOnly; SameSite=Lax';
const UNTIL_11_00 = 'expires=Thu, 01 Jan 2026 11:00:00 GMT; secure; HttpOnly; SameSite=Lax';
const MINUTES = 60;
const HOURS = 3600;

/** One document each, as some editors count them. */
const documents = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `doc_${index}=1; path=/; max-age=86400`);

export const browserRecordings: readonly Recording[] = [
  ...record(
    'insecure-origin',
    [
      'a Secure session over plain http',
      'insecure-origin',
      (visitor) =>
        visitor
          .get('/login', { session: anonymous(1), attributes: SECURE, dropped: true })
          .post('/login', { session: member(2), attributes: SECURE, dropped: true, location: '/dashboard' })
          .get('/dashboard', { status: 302, location: '/login', session: refused(3), attributes: SECURE, dropped: true }),
      HTTP,
    ],
    [
      'an application behind a TLS proxy that believes in plain http, and so sets no session at all',
      'insecure-origin',
      (visitor) =>
        visitor
          .get('/users/sign_in')
          .assets()
          .post('/users/sign_in', { location: 'https://shop.test/dashboard' })
          .get('/dashboard', { after: 0.1, status: 302, location: 'https://shop.test/users/sign_in' })
          .get('/users/sign_in', { after: 0.1 }),
    ],
    [
      'Secure on localhost, which browsers trust',
      null,
      (visitor) =>
        visitor
          .arrive({ attributes: SECURE })
          .signIn({ attributes: SECURE })
          .get('/account', { session: member(2) }),
      LOCAL,
    ],
    ['plain http with a session that is not Secure', null, (visitor) => visitor.arrive().signIn().get('/account'), HTTP],
    [
      'a wrong password, answered without a session',
      null,
      (visitor) => visitor.get('/users/sign_in').post('/users/sign_in', { status: 422 }).get('/'),
    ],
  ),
  ...record(
    'refused-by-browser',
    [
      'the sign-in sets a Domain that is another’s',
      'refused-by-browser',
      (visitor) =>
        visitor.arrive().signIn({ attributes: 'domain=shop.example; secure; HttpOnly; SameSite=Lax', dropped: true }, null).turnedAway(),
    ],
    [
      'SameSite=None without Secure',
      'refused-by-browser',
      (visitor) => visitor.arrive().signIn({ attributes: 'HttpOnly; SameSite=None', dropped: true }, null).turnedAway(),
    ],
    [
      'an analytics cookie is refused while the session works',
      null,
      (visitor) =>
        visitor
          .arrive({ lines: ['_track=1; domain=metrics.example; path=/'] })
          .signIn()
          .get('/account', { session: member(2) }),
    ],
    [
      'the line for another environment’s Domain is refused beside the good one',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn({ lines: ['_shop_hint=1; domain=staging.example; path=/'] })
          .get('/account', { session: member(2) }),
    ],
  ),
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
    'too-many-cookies',
    [
      'one answer sets a cookie for each of 185 documents',
      'too-many-cookies',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/documents', { lines: documents(185) })
          .forget()
          .get('/dashboard', { status: 302, location: '/users/sign_in' }),
      HTTP,
    ],
    [
      '60 cookies are many and not too many',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/documents', { lines: documents(60) })
          .get('/dashboard', { session: member(2) }),
      HTTP,
    ],
    [
      'the cookies of another site do not count',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .send('GET', 'http://documents.example/', { cookie: null, lines: documents(185), dropped: true })
          .get('/dashboard', { session: member(2) }),
      HTTP,
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
