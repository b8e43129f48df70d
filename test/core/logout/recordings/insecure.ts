import { type Recording, record } from './recording.ts';
import { anonymous, member, refused } from './sessions.ts';

const HTTP = { origin: 'http://shop.test' };
const LOCAL = { origin: 'http://localhost:3000' };
const SECURE = 'secure; HttpOnly; SameSite=Lax';
/** One document each, as some editors count them. */
const documents = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `doc_${index}=1; path=/; max-age=86400`);

export const insecureRecordings: readonly Recording[] = [
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
];
