import { type Recording, record } from './recording.ts';
import { anonymous, member, OTHER_SECRET } from './sessions.ts';
import { TYPED } from './visitor.ts';

const DASHBOARD = 'https://shop.test/dashboard';
const LOCAL = { origin: 'http://localhost:3000' };
const START = 1_767_261_600;

/** Small things that look like a lost session to whoever does not look closely. */
export const everydayRecordings: readonly Recording[] = record(
  'ordinary',
  [
    'what comes out of a cache or is aborted shows no cookies',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('/help', { deliveredBy: 'cache', cookie: null })
        .send('GET', '/assets/application-5f2.css', { deliveredBy: 'cache', cookie: null })
        .get('/orders', { status: 0, cookie: null })
        .get('/offline', { deliveredBy: 'service-worker', cookie: null })
        .get('/account', { session: member(2) }),
  ],
  [
    'plain http leads to https, where the session is',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('http://shop.test/account', { status: 307, cookie: null, location: 'https://shop.test/account', headers: TYPED })
        .get('/account', { after: 0.1, session: member(2), headers: TYPED })
        .get('http://shop.test/orders', { status: 301, cookie: null, location: 'https://shop.test/orders', headers: TYPED })
        .get('/orders', { after: 0.1, session: member(2), headers: TYPED }),
  ],
  [
    'www leads to the apex, where the session is',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('https://www.shop.test/account', { status: 301, cookie: null, location: 'https://shop.test/account', headers: TYPED })
        .get('/account', { after: 0.1, session: member(2), headers: TYPED }),
  ],
  [
    'an application on another port gets the cookie and asks for a sign-in of its own',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('http://localhost:3001/', { status: 302, location: 'http://localhost:3001/login', headers: TYPED })
        .get('http://localhost:3001/login', {
          after: 0.1,
          name: '_admin_session',
          session: anonymous(4),
          sealing: { secret: OTHER_SECRET },
        })
        .get('/account', { session: member(2) }),
    LOCAL,
  ],
  [
    'the pages of administrators ask for a sign-in of their own',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('/admin', { status: 302, location: 'https://shop.test/admins/sign_in', session: member(2, { admin_return_to: '/admin' }) })
        .get('/admins/sign_in', { after: 0.1, session: member(2, { admin_return_to: '/admin' }) })
        .get('/account', { session: member(2, { admin_return_to: '/admin' }) }),
  ],
  [
    'the sign-in page sends back who is signed in',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('/users/sign_in', { status: 302, location: DASHBOARD, session: member(2) })
        .get('/dashboard', { after: 0.1, session: member(2) }),
  ],
  [
    'a settings page asks for the password once more',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .get('/settings', { status: 302, location: 'https://shop.test/confirm_password', session: member(2) })
        .get('/confirm_password', { after: 0.1, session: member(2) })
        .post('/confirm_password', { session: member(2, { confirmed_at: START + 40 }), location: 'https://shop.test/settings' })
        .get('/settings', { after: 0.1, session: member(2, { confirmed_at: START + 40 }) }),
  ],
  [
    'a fetch is answered 401 because a linked account has no token, and the session goes on',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .fetch('/integrations/calendar.json', { status: 401, session: member(2) })
        .get('/account', { session: member(2) }),
  ],
  [
    'a fetch that leaves its credentials out is answered 401',
    null,
    (visitor) =>
      visitor
        .arrive()
        .signIn()
        .fetch('/me.json', { status: 401, cookie: null })
        .get('/account', { session: member(2) }),
  ],
);
