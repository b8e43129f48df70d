import { type Recording, record, type Told } from './recording.ts';
import { anonymous, member, NAME, OTHER_SECRET, refused, SECRET, seal, storeId } from './sessions.ts';
import { FROM_ELSEWHERE, IN_FRAME, TYPED } from './visitor.ts';

const STRICT = 'secure; HttpOnly; SameSite=Strict';
const EMBEDDED = 'secure; HttpOnly; SameSite=None; Partitioned';
const FROM_BANK = { ...FROM_ELSEWHERE, Origin: 'https://pay.example' };
const FRAMED = { ...IN_FRAME, 'Sec-Fetch-Site': 'cross-site', Referer: 'https://partner.example/' };
const FRAMED_FORM = { ...IN_FRAME, 'Sec-Fetch-Site': 'same-origin' };
const LOCAL = { origin: 'http://localhost:3000' };

/** The dead twin, that an earlier release set with a Domain, and the session. */
const twin = seal(anonymous(5));
const session = seal(member(2));

export const scopeRecordings: readonly Recording[] = [
  ...record(
    'cross-site-request',
    [
      'the payment page posts back, and the answer starts a new session',
      'cross-site-request',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/payments/return', { after: 60, cookie: null, headers: FROM_BANK, location: '/users/sign_in', session: refused(3) })
          .get('/users/sign_in', { after: 0.1, session: anonymous(3) }),
    ],
    [
      'a link in a mail, and Strict',
      'cross-site-request',
      (visitor) =>
        visitor
          .arrive({ attributes: STRICT })
          .signIn({ attributes: STRICT }, { session: member(2), attributes: STRICT })
          .turnedAway('/orders/7', { after: 90, cookie: null, headers: FROM_ELSEWHERE, attributes: STRICT }),
    ],
    [
      'the payment page posts back, and the answer leaves the session alone',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .post('/payments/return', { after: 60, cookie: null, headers: FROM_BANK, location: '/orders/7' })
          .get('/orders/7', { after: 0.1, session: member(2), headers: FROM_ELSEWHERE }),
    ],
    [
      'a link from a search engine, and Lax',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/orders/7', { after: 90, session: member(2), headers: FROM_ELSEWHERE }),
    ],
    [
      'another site asks the API without credentials',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .fetch('/api/widget', {
            cookie: null,
            status: 401,
            headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://partner.example' },
          })
          .get('/account', { session: member(2) }),
    ],
  ),
  ...record(
    'third-party-context',
    [
      'a frame of another site, where Lax is neither kept nor sent',
      'third-party-context',
      (visitor) =>
        visitor
          .get('/users/sign_in', { session: anonymous(1), headers: FRAMED, dropped: true })
          .post('/users/sign_in', { session: member(2), headers: FRAMED_FORM, location: '/dashboard', dropped: true })
          .turnedAway('/dashboard', { after: 0.1, headers: FRAMED_FORM, dropped: true }),
    ],
    [
      'the same with a session that is partitioned',
      null,
      (visitor) =>
        visitor
          .get('/users/sign_in', { session: anonymous(1), headers: FRAMED, attributes: EMBEDDED })
          .post('/users/sign_in', { session: member(2), headers: FRAMED_FORM, attributes: EMBEDDED, location: '/dashboard' })
          .get('/dashboard', { after: 0.1, session: member(2), headers: FRAMED_FORM, attributes: EMBEDDED }),
    ],
    [
      'a frame of one’s own page',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/preview', { session: member(2), headers: { ...IN_FRAME, 'Sec-Fetch-Site': 'same-origin' } })
          .get('/account', { session: member(2) }),
    ],
  ),
  ...record(
    'host-changed',
    [
      'www and the apex',
      'host-changed',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('https://shop.test/account', {
            cookie: null,
            status: 302,
            location: 'https://shop.test/users/sign_in',
            session: refused(3),
            headers: TYPED,
          }),
      { origin: 'https://www.shop.test' },
    ],
    [
      'localhost and 127.0.0.1',
      'host-changed',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('http://127.0.0.1:3000/dashboard', {
            cookie: null,
            status: 302,
            location: 'http://127.0.0.1:3000/users/sign_in',
            session: refused(3),
            headers: TYPED,
          }),
      LOCAL,
    ],
    [
      'Vite on another port',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .send('GET', 'http://localhost:5173/@vite/client', {
            headers: {
              'Sec-Fetch-Site': 'same-site',
              'Sec-Fetch-Mode': 'cors',
              'Sec-Fetch-Dest': 'script',
              Origin: 'http://localhost:3000',
            },
          })
          .get('/account', { session: member(2) }),
      LOCAL,
    ],
    [
      'the API of a subdomain answers 401 to a fetch without cookies',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .fetch('https://api.shop.test/me', {
            cookie: null,
            status: 401,
            headers: { 'Sec-Fetch-Site': 'same-site', Origin: 'https://shop.test' },
          })
          .get('/account', { session: member(2) }),
    ],
  ),
  ...record(
    'path-changed',
    [
      'the session of /shop is not sent to /account',
      'path-changed',
      (visitor) =>
        visitor
          .post('/shop/users/sign_in', { lines: [`${NAME}=${session}; path=/shop; secure; HttpOnly; SameSite=Lax`], location: '/shop' })
          .get('/shop', { after: 0.1 })
          .get('/account', { cookie: null, status: 302, location: 'https://shop.test/users/sign_in', session: refused(3) }),
    ],
    [
      'pictures outside of /shop need no session',
      null,
      (visitor) =>
        visitor
          .post('/shop/users/sign_in', { lines: [`${NAME}=${session}; path=/shop; secure; HttpOnly; SameSite=Lax`], location: '/shop' })
          .get('/shop', { after: 0.1 })
          .send('GET', '/assets/logo.svg', { cookie: null })
          .get('/shop/account'),
    ],
    [
      'a page outside of /shop that asks nobody to sign in',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/help', { session: member(2) }),
    ],
  ),
  ...record(
    'shadowed',
    [
      'a twin with a Domain comes first, and the server reads that',
      'shadowed',
      (visitor) =>
        visitor
          .arrive({ session: null, lines: [`${NAME}=${twin}; domain=shop.test; path=/; secure; HttpOnly; SameSite=Lax`] })
          .post('/users/sign_in', { value: session, location: '/dashboard', dropped: true })
          .turnedAway('/dashboard', { after: 0.1, cookie: `${NAME}=${twin}; ${NAME}=${session}`, session: null })
          .get('/users/sign_in', { cookie: `${NAME}=${twin}; ${NAME}=${session}` }),
    ],
    [
      'the twin of a subdomain is younger, so it comes last',
      null,
      (visitor) =>
        visitor
          .post('/users/sign_in', { value: session, location: '/dashboard' })
          .get('/dashboard')
          .get('https://help.shop.test/', {
            cookie: null,
            headers: { 'Sec-Fetch-Site': 'same-site' },
            lines: [`${NAME}=${twin}; domain=shop.test; path=/; secure; HttpOnly; SameSite=Lax`],
            dropped: true,
          })
          .get('/account', { cookie: `${NAME}=${session}; ${NAME}=${twin}` })
          .get('/orders', { cookie: `${NAME}=${session}; ${NAME}=${twin}` }),
    ],
    [
      'an analytics cookie is there twice',
      null,
      (visitor) =>
        visitor
          .post('/users/sign_in', { value: session, location: '/dashboard' })
          .get('/dashboard', { cookie: `_ga=GA1.1.1; _ga=GA1.2.2; ${NAME}=${session}`, session: member(2) }),
    ],
  ),
  ...record(
    'foreign-app',
    ...[[SECRET], [SECRET, OTHER_SECRET]].map(
      (secrets): Told => [
        `an application on another port writes the same name; ${secrets.length} of the secrets known`,
        'foreign-app',
        (visitor) =>
          visitor
            .arrive()
            .signIn()
            .get('http://localhost:3001/', { session: anonymous(4), sealing: { secret: OTHER_SECRET }, headers: TYPED })
            .turnedAway('/dashboard', { after: 5 }),
        { ...LOCAL, secrets },
      ],
    ),
    [
      'it has a name of its own',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('http://localhost:3001/', {
            name: '_admin_session',
            session: anonymous(4),
            sealing: { secret: OTHER_SECRET },
            headers: TYPED,
          })
          .get('/dashboard', { session: member(2) }),
      LOCAL,
    ],
    [
      'a mail catcher on another port gets the session and sets nothing',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('http://localhost:1080/', { headers: TYPED, lines: [`mailcatcher=${storeId(3)}; path=/`] })
          .get('/dashboard', { session: member(2) }),
      LOCAL,
    ],
  ),
];
