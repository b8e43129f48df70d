import type { Finding } from '../../../src/core/findings/finding.ts';
import type { Step } from './recording.ts';
import type { Plain } from './ruby.ts';

const NAME = '_billing_session';
const signedIn = {
  session_id: 'a3f1c2d4e5b60718293a4b5c6d7e8f90',
  _csrf_token: 'pDxE8uHqF6mJ0yZ1sT4vB9nK2wL7cR3gQ5hU8iA0oXe',
  'warden.user.user.key': [[42], '$2a$12$Gq1Zp0cYxV9sWm2nB4kLde'],
  user_id: 42,
} satisfies Plain;
const cart = {
  ...signedIn,
  cart: {
    items: [
      { sku: 'BK-1009', quantity: 2, price: '19.90' },
      { sku: 'PN-7', quantity: 1, price: '4.50' },
    ],
    coupon: null,
    express: true,
  },
  locale: 'de-CH',
  vat_rate: 0.077,
} satisfies Plain;
const heavy = {
  ...cart,
  return_to: `/reports?${'filter[]=open&'.repeat(60)}`,
  account: {
    id: 7,
    name: 'Löwe & Söhne «Nord»',
    email: 'kontakt@example.test',
    created_at: '2024-02-29T08:00:00.000Z',
    updated_at: '2026-01-14T21:14:03.120Z',
    plan: 'pro',
  },
  flash: { discard: [], flashes: { notice: 'Your cart was saved.' } },
} satisfies Plain;

const at = <K extends Finding['kind']>(
  kind: K,
  severity: Finding['severity'],
  parameters: Extract<Finding, { kind: K }>['parameters'],
  cookie = NAME,
): Finding => ({ kind, severity, cookie, line: 0, parameters }) as Finding;

const snapshot = at('record-snapshot', 'warning', { path: ['account'], columns: ['id', 'created_at', 'updated_at', 'email'] });
const flagless = [
  at('missing-httponly', 'error', { session: true }, 'legacy_session'),
  at('missing-secure', 'error', { session: true, https: true }, 'legacy_session'),
  at('missing-samesite', 'warning', {}, 'legacy_session'),
  at('readable-session', 'error', { verified: false, layout: 'signed' }, 'legacy_session'),
];

/** Cookies for the audit: refused in several ways, with flags that differ, and scopes of every kind. */
const AUDITED: readonly Step[] = [
  {
    path: '/locale',
    cookie: 'locale',
    wire: 12,
    attributes: ['path=/', 'Domain=example.test', 'Expires=Thu, 29 Jan 2026 10:02:00 GMT', 'SameSite=Lax', 'Secure'],
  },
  {
    path: '/locale?to=fr',
    cookie: 'locale',
    wire: 12,
    attributes: ['path=/', 'Domain=example.test', 'Expires=Thu, 29 Jan 2026 10:02:00 GMT', 'HttpOnly'],
    findings: [at('missing-secure', 'warning', { session: false, https: true }, 'locale')],
  },
  {
    path: '/plain',
    cookie: 'basket',
    wire: 30,
    attributes: ['path=/shop', 'Secure', 'Max-Age=1209600'],
    stored: { outcome: 'refused', reason: 'insecure-origin' },
  },
  {
    path: '/prefix',
    cookie: '__Host-device',
    wire: 60,
    attributes: ['path=/account', 'Secure', 'HttpOnly', 'SameSite=Strict', 'Max-Age=1209600'],
    stored: { outcome: 'refused', reason: 'prefix' },
  },
  {
    path: '/widget',
    host: 'widget.example.net',
    cookie: 'embed',
    wire: 22,
    attributes: ['path=/', 'SameSite=None'],
    stored: { outcome: 'refused', reason: 'samesite-none-insecure' },
    findings: [at('samesite-none-insecure', 'error', { session: false }, 'embed')],
  },
];

/** A visit: sign-in, cart, an overflow that the browser drops, sign-out, and every odd case once. */
export const STEPS: readonly Step[] = [
  { path: '/', notes: [{ kind: 'not-recorded', cookies: ['_billing_session', 'locale'] }], cookie: null },
  {
    path: '/sign_in',
    cookie: NAME,
    wire: 318,
    session: { session_id: signedIn.session_id, _csrf_token: signedIn._csrf_token },
    change: { event: 'new' },
  },
  {
    path: '/assets/theme?variant=dark&contrast=high',
    cookie: 'theme',
    wire: 10,
    attributes: ['Path=/', 'Max-Age=315360000', 'Priority=High'],
    stored: { outcome: 'created' },
  },
  {
    method: 'POST',
    path: '/sign_in',
    status: 302,
    cookie: NAME,
    wire: 540,
    session: signedIn,
    change: { event: 'changed', added: ['user_id', 'warden.user.user.key'], removed: [], changed: ['_csrf_token'] },
  },
  { path: '/dashboard', cookie: NAME, wire: 542, session: signedIn, change: { event: 'same' } },
  {
    path: '/dashboard/activity.json?since=2026-01-15T09%3A58%3A00Z&limit=50',
    cookie: NAME,
    wire: 541,
    session: signedIn,
    change: { event: 'same' },
  },
  {
    path: '/p.gif',
    host: 'metrics.example.net',
    cookie: '_mtr',
    wire: 36,
    attributes: ['Path=/', 'SameSite=None', 'Secure', 'Partitioned'],
    partition: 'https://example.test',
    stored: { outcome: 'created' },
  },
  {
    method: 'POST',
    path: '/cart',
    cookie: NAME,
    wire: 1_204,
    session: cart,
    change: { event: 'changed', added: ['cart', 'locale', 'vat_rate'], removed: [], changed: [] },
  },
  {
    method: 'PATCH',
    path: '/cart/items/2',
    cookie: NAME,
    wire: 1_212,
    session: cart,
    change: { event: 'changed', added: [], removed: [], changed: ['cart'] },
  },
  {
    path: '/legacy/report',
    cookie: 'legacy_session',
    wire: 240,
    attributes: ['path=/', 'SameSite=Foo', 'Max-Age=soon'],
    session: { user_id: 42, role: 'admin' },
    layout: 'signed',
    readable: true,
    change: { event: 'new' },
    findings: flagless,
  },
  {
    path: '/reports',
    cookie: NAME,
    wire: 3_512,
    session: heavy,
    change: { event: 'changed', added: ['account', 'flash'], removed: [], changed: ['return_to'] },
    findings: [at('near-limit', 'warning', { wire: 3_512, limit: 4096, session: true }), snapshot],
  },
  {
    method: 'POST',
    path: '/cart',
    cookie: NAME,
    wire: 4_120,
    stored: { outcome: 'refused', reason: 'too-large' },
    session: heavy,
    change: { event: 'refused' },
    findings: [
      at('silent-drop', 'error', { wire: 4_120, rails: 3_854, encoding: 266, limit: 4096 }),
      snapshot,
      at('cookie-overflow', 'warning', { stage: 'predicted', size: 4_300, grew: 300, limit: 4096 }),
    ],
  },
  { path: '/dashboard', status: 500, cookie: null, findings: [at('cookie-overflow', 'error', { stage: 'raised', carried: 3_512 })] },
  {
    path: '/admin',
    cookie: '_admin_session',
    wire: 402,
    session: { session_id: '1' },
    layout: 'encrypted-cbc',
    serializer: 'marshal',
    change: { event: 'new' },
  },
  { path: '/moved', cookie: '_moved_session', wire: 402, session: { user_id: 1 }, failure: 'purpose-mismatch', change: { event: 'new' } },
  { path: '/old', cookie: '_old_session', wire: 402, session: { user_id: 1, locale: 'en' }, failure: 'expired', change: { event: 'new' } },
  { path: '/cut', cookie: '_cut_session', wire: 120, layout: 'encrypted-gcm', failure: 'malformed', change: { event: 'sealed' } },
  {
    path: '/store',
    cookie: '_store_id',
    wire: 44,
    layout: 'store-id',
    change: { event: 'new' },
    findings: [at('missing-samesite', 'warning', {}, '_store_id')],
  },
  {
    path: '/offline',
    status: 0,
    cookie: null,
    notes: [{ kind: 'malformed-entry', problems: [{ code: 'missing', field: 'response.headers' }] }],
  },
  {
    method: 'DELETE',
    path: '/sign_out',
    status: 303,
    cookie: NAME,
    wire: 17,
    stored: { outcome: 'deleted' },
    change: { event: 'cleared' },
    attributes: ['path=/', 'max-age=0', 'HttpOnly', 'secure', 'SameSite=Lax'],
  },
  ...AUDITED,
];
