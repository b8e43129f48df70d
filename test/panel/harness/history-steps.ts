import type { Finding } from '../../../src/core/findings/finding.ts';
import type { Step } from './recording.ts';
import type { Plain } from './ruby.ts';

const NAME = '_billing_session';
const visitor = {
  session_id: '5b1d0c9e8f7a6b5c4d3e2f1a0b9c8d7e',
  _csrf_token: 'aT8wE2uHqF6mJ0yZ1sT4vB9nK2wL7cR3gQ5hU8iA0oXe',
} satisfies Plain;
const user = {
  session_id: 'a3f1c2d4e5b60718293a4b5c6d7e8f90',
  _csrf_token: 'pDxE8uHqF6mJ0yZ1sT4vB9nK2wL7cR3gQ5hU8iA0oXe',
  'warden.user.user.key': [[42], '$2a$12$Gq1Zp0cYxV9sWm2nB4kLde'],
} satisfies Plain;
const cart = (count: number): Plain => ({
  items: Array.from({ length: count }, (_, index) => ({ sku: `BK-${1009 + index}`, quantity: index + 1, price: '19.90' })),
  coupon: null,
});
const flash = (notice: string): Plain => ({ discard: [], flashes: { notice } });

const set = (path: string, wire: number, session: Plain, more: Partial<Step> = {}): Step => ({
  path,
  cookie: NAME,
  wire,
  session,
  change: { event: 'changed', added: [], removed: [], changed: [] },
  ...more,
});
const post = { method: 'POST', status: 302 } as const;

const moment = (milliseconds: number): number => new Date(2026, 0, 15, 10, 2, 16, milliseconds).getTime();
const lostUpdate: Finding = {
  ...{ kind: 'lost-update', severity: 'error', cookie: NAME, line: 0 },
  parameters: {
    ...{ parent: 'v4', lost: [['cart', 'items', '1']], more: 0, overlapped: true, carriedNext: 'x8' },
    overwritten: { exchangeId: 'x6', method: 'PATCH', path: '/cart/items/2', startedAt: moment(16), landedAt: moment(310) },
    overwriting: { exchangeId: 'x7', method: 'POST', path: '/locale', startedAt: moment(48), landedAt: moment(930) },
  },
};

/** One session from the first visit to a new sign-in: parallel requests, a stale tab, an overflow that the browser drops, a sign-out. */
export const HISTORY_STEPS: readonly Step[] = [
  set('/', 318, visitor),
  set('/sign_in', 320, { ...visitor, return_to: '/cart' }),
  set('/session', 540, { ...user, flash: flash('Welcome back.') }, post),
  set('/dashboard', 508, user),
  { path: '/assets/theme', cookie: 'theme', wire: 10, attributes: ['Path=/'] },
  set('/cart', 1_204, { ...user, cart: cart(2), flash: flash('Added.') }, post),
  // Both carry what /dashboard set.
  set('/cart/items/2', 1_320, { ...user, cart: cart(3) }, { method: 'PATCH', carries: 2 }),
  set('/locale', 560, { ...user, locale: 'de-CH' }, { ...post, carries: 3, findings: [lostUpdate] }),
  set('/cart', 1_260, { ...user, locale: 'de-CH', cart: cart(2) }, { ...post, carries: 1 }),
  set('/notifications.json', 1_262, { ...user, locale: 'de-CH', cart: cart(2) }),
  set('/reports', 3_512, { ...user, locale: 'de-CH', cart: cart(2), return_to: `/reports?${'filter[]=open&'.repeat(60)}` }),
  set(
    '/cart',
    4_120,
    { ...user, locale: 'de-CH', cart: cart(8), return_to: `/reports?${'filter[]=open&'.repeat(60)}` },
    {
      ...post,
      stored: { outcome: 'refused', reason: 'too-large' },
    },
  ),
  set('/reports/7', 1_402, { ...user, locale: ':de', cart: cart(2), page: 7 }),
  set('/profile', 1_440, { ...user, locale: 'de-CH', theme: 'dark' }, { carries: 5 }),
  set('/profile', 1_470, { ...user, locale: 'de-CH', theme: 'dark', tab: 2 }),
  {
    path: '/legacy',
    cookie: 'legacy_session',
    wire: 240,
    session: { user_id: 42 },
    layout: 'signed',
    readable: true,
    change: { event: 'new' },
  },
  set(
    '/session',
    17,
    {},
    {
      method: 'DELETE',
      status: 303,
      stored: { outcome: 'deleted' },
      attributes: ['path=/', 'max-age=0', 'HttpOnly', 'secure'],
    },
  ),
  set('/', 318, { ...visitor, session_id: '00112233445566778899aabbccddeeff' }),
  set('/session', 548, { ...user, session_id: 'ffeeddccbbaa99887766554433221100' }, post),
];
