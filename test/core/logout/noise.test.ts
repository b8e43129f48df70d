import { describe, expect, test } from 'vitest';
import { analyse } from '../recording.ts';
import { anonymous, member, NAME, SECRET, seal, storeId } from './recordings/sessions.ts';
import { deletion, FETCHED, TYPED, Visitor } from './recordings/visitor.ts';

const SIGN_IN = 'https://shop.test/users/sign_in';
const day = () =>
  new Visitor()
    .arrive()
    .signIn()
    .get('/account', { session: member(2) });
const CART = `_cart=${seal({ items: [1, 2] }, { name: '_cart' })}; path=/; secure; HttpOnly; SameSite=Lax`;

/** Reasons why it might look like a logout, and is none. */
const QUIET: readonly (readonly [string, () => Visitor])[] = [
  [
    'a chat’s sealed cookie, which its script set, goes away',
    () =>
      day()
        .keep(['intercom-session-a1=dGVzdA--9f86d081884c7d659a2feaa0c55ad015a3bf4f1b; path=/'])
        .get('/orders', { session: member(2) })
        .forget('intercom-session-a1')
        .get('/account', { session: member(2) }),
  ],
  [
    'an analytics session cookie expires',
    () =>
      day()
        .keep(['_hjSession_17=eyJpZCI6IjEifQ; path=/', '__stripe_sid=0b1c2d3e'])
        .get('/orders')
        .forget('_hjSession_17')
        .forget('__stripe_sid')
        .get('/account', { session: member(2) }),
  ],
  [
    'a cookie of the cart is deleted at the checkout',
    () =>
      new Visitor()
        .arrive()
        .signIn({ lines: [CART] })
        .get('/cart', { session: member(2) })
        .post('/checkout', { session: member(2), lines: [deletion('_cart')], location: 'https://shop.test/orders/1' })
        .get('/orders/1', { after: 0.1, session: member(2) }),
  ],
  [
    'a page for administrators leads to the sign-in, which leads back',
    () =>
      day()
        .get('/admin', { status: 302, location: SIGN_IN })
        .get('/users/sign_in', { after: 0.1, status: 302, location: 'https://shop.test/' })
        .get('/', { after: 0.1, session: member(2) }),
  ],
  [
    'a page for administrators leads to the sign-in, and the account is still there',
    () =>
      day()
        .get('/admin', { status: 302, location: SIGN_IN })
        .get('/users/sign_in', { after: 0.1, session: member(2) })
        .get('/account', { session: member(2) }),
  ],
  [
    'the browser itself leads from http to https',
    () =>
      day()
        .get('http://shop.test/account', { status: 307, location: 'https://shop.test/account', cookie: null })
        .get('/account', { after: 0.1, session: member(2) }),
  ],
  [
    'a request is cut off',
    () =>
      day()
        .get('/orders', { status: 0, cookie: null })
        .get('/account', { session: member(2) }),
  ],
  [
    'a service worker answers, and what was sent does not show',
    () => day().get('/orders', { cookie: null, deliveredBy: 'service-worker' }),
  ],
  [
    'a manifest and a worker are fetched without credentials',
    () =>
      day()
        .send('GET', '/manifest.json', { cookie: null, headers: { ...FETCHED, 'Sec-Fetch-Dest': 'manifest' } })
        .get('/account', { session: member(2) }),
  ],
  [
    'another subdomain has a session of the same name',
    () =>
      day()
        .get('https://blog.shop.test/', {
          headers: TYPED,
          cookie: '_ga=1',
          lines: [`${NAME}=${seal(anonymous(7))}; path=/; secure; HttpOnly; SameSite=Lax`],
          dropped: true,
        })
        .get('/account', { session: member(2) }),
  ],
  [
    'the password is asked for again before something important',
    () =>
      day()
        .get('/settings/security', { status: 302, location: 'https://shop.test/sudo' })
        .get('/sudo', { after: 0.1, session: member(2) })
        .post('/sudo', { session: member(2), location: 'https://shop.test/settings/security' })
        .get('/settings/security', { after: 0.1, session: member(2) }),
  ],
  [
    'an interface that always wants a token says 401 before and after',
    () =>
      day()
        .fetch('/api/v2/me', { status: 401 })
        .get('/orders', { session: member(2) })
        .fetch('/api/v2/me', { status: 401 }),
  ],
  [
    'nobody signs in, and a fetch is refused',
    () =>
      new Visitor()
        .arrive()
        .fetch('/favourites.json', { status: 401 })
        .get('/', { session: anonymous(1) }),
  ],
  [
    'a session of a store is renewed by the second factor',
    () =>
      new Visitor()
        .arrive({ session: null, value: storeId(1) })
        .get('/users/sign_in')
        .post('/users/sign_in', { value: storeId(2), location: 'https://shop.test/users/otp' })
        .get('/users/otp', { after: 0.1 })
        .post('/users/otp', { value: storeId(3), location: 'https://shop.test/dashboard' })
        .get('/dashboard', { after: 0.1 }),
  ],
];

describe('what looks like a logout and is none', () => {
  test.each(QUIET)('%s', async (_, visit) => {
    for (const secrets of [[SECRET], []]) {
      const logouts = (await analyse(visit().exchanges, secrets)).logouts();
      expect(logouts.map(({ cause, cookie }) => `${cause} ${cookie}`)).toEqual([]);
    }
  });
});

test('after a sign-out nothing more is lost, however often the sign-in comes up', async () => {
  const visit = day()
    .keep(['intercom-session-a1=dGVzdA--9f86d081884c7d659a2feaa0c55ad015a3bf4f1b; path=/'])
    .get('/orders', { session: member(2) })
    .post('/users/sign_out', { override: 'DELETE', session: anonymous(3), location: 'https://shop.test/' })
    .get('/', { after: 0.1, session: anonymous(3) })
    .turnedAway('/orders')
    .turnedAway('/account');
  for (const secrets of [[SECRET], []]) {
    const logouts = (await analyse(visit.exchanges, secrets)).logouts();
    expect(logouts.map(({ cause }) => cause)).toEqual(['signed-out']);
  }
});
