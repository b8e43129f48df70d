import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureCookie, readCookieHeader } from '../../demo/rack-cookie.mjs';
import { openSession, sealSession } from '../../demo/rails-session.mjs';
import { OLD_DEMO_SECRET } from '../../demo/secrets.mjs';
import { startDemo } from '../../demo/server.mjs';
import { findRails, openWithRails, sealWithRails, startRails } from '../../scripts/rails.mjs';
import { visitEveryPage } from './browser.ts';

const { rails, reason } = findRails();
if (!rails && process.env.CI === 'true') throw new Error(reason);
if (!rails) console.warn(`Skipped: the cross-check with real Rails. ${reason}`);

const name = '_cross_session';
const secret = 'c0de'.repeat(32);
const session = {
  session_id: '0123456789abcdef0123456789abcdef',
  user_id: 42,
  return_to: '/search?q=<b>&page=2',
  name: 'Zoë \u2028 日本',
  flash: { discard: [], flashes: { notice: 'Welcome back!' } },
  cart: [1, 2.5, null, true],
};
const hour = 3_600_000;

interface Configuration {
  readonly settings: Record<string, string>;
  readonly cipher: 'gcm' | 'cbc' | 'signed';
  readonly digest: 'sha1' | 'sha256';
  readonly metadata: boolean;
  readonly expires: boolean;
  readonly why: string;
}

/** `KEY_DIGEST: sha256` is the one thing that 6.1 cannot do by itself: there the application derives the keys as Rails 7.0 does. */
const configurations: readonly Configuration[] = [
  { settings: {}, cipher: 'gcm', digest: 'sha1', metadata: true, expires: false, why: 'AES-256-GCM as Rails 6.1 writes it' },
  { settings: { METADATA: 'off' }, cipher: 'gcm', digest: 'sha1', metadata: false, expires: false, why: 'GCM without an envelope' },
  { settings: { EXPIRE_AFTER: '3600' }, cipher: 'gcm', digest: 'sha1', metadata: true, expires: true, why: 'GCM with expire_after' },
  {
    settings: { METADATA: 'off', EXPIRE_AFTER: '3600' },
    cipher: 'gcm',
    digest: 'sha1',
    metadata: false,
    expires: true,
    why: 'GCM with expire_after, which makes an envelope without a purpose',
  },
  { settings: { KEY_DIGEST: 'sha256' }, cipher: 'gcm', digest: 'sha256', metadata: true, expires: false, why: 'GCM with keys as from 7.0' },
  { settings: { CIPHER: 'cbc' }, cipher: 'cbc', digest: 'sha1', metadata: true, expires: false, why: 'AES-256-CBC with HMAC' },
  { settings: { CIPHER: 'cbc', METADATA: 'off' }, cipher: 'cbc', digest: 'sha1', metadata: false, expires: false, why: 'CBC as in 5.1' },
  {
    settings: { CIPHER: 'cbc', EXPIRE_AFTER: '60' },
    cipher: 'cbc',
    digest: 'sha1',
    metadata: true,
    expires: true,
    why: 'CBC, expire_after',
  },
  { settings: { CIPHER: 'signed' }, cipher: 'signed', digest: 'sha1', metadata: true, expires: false, why: 'signed, readable' },
  { settings: { SERIALIZER: 'hybrid' }, cipher: 'gcm', digest: 'sha1', metadata: true, expires: false, why: 'the hybrid serializer' },
];

function seal({ cipher, digest, metadata, expires }: Configuration): string {
  return sealSession(session, { name, secret, cipher, digest, metadata, expiresAt: expires ? new Date(Date.now() + hour) : null });
}

function rawSize(value: string): number {
  return measureCookie(name, value).raw;
}

describe.skipIf(!rails)('The demo’s cookies in real Rails', () => {
  const base = { SECRET_KEY_BASE: secret };
  const expired = sealSession(session, { name, secret, digest: 'sha1', expiresAt: new Date(Date.now() - hour) });
  const good = sealSession(session, { name, secret, digest: 'sha1' });
  const refused = [
    { why: 'sealed under another secret', cookie: { name, value: sealSession(session, { name, secret: 'other', digest: 'sha1' }) } },
    { why: 'sealed for another cookie', cookie: { name, value: sealSession(session, { name: 'other', secret, digest: 'sha1' }) } },
    { why: 'expired', cookie: { name, value: expired } },
    { why: 'altered', cookie: { name, value: `${good[0] === 'A' ? 'B' : 'A'}${good.slice(1)}` } },
    { why: 'without the padding of its tag', cookie: { name, value: good.replace(/%3D%3D$/, '') } },
    { why: 'with a tag cut short', cookie: { name, value: good.replace(/.{10}$/, '%3D%3D') } },
  ];
  let answers: ReturnType<typeof openWithRails> = [];
  beforeAll(() => {
    const accepted = configurations.map((row) => ({ name, value: seal(row), settings: row.settings }));
    answers = openWithRails([...accepted, ...refused.map(({ cookie }) => cookie)], base);
  }, 60_000);

  test.each(configurations.map((row, index) => [row.why, index] as const))('are opened: %s', (_why, index) => {
    expect(answers[index]).toEqual({ name, ok: true, value: session });
  });

  test.each(refused.map((row, index) => [row.why, configurations.length + index] as const))('are no session when %s', (_why, index) => {
    expect(answers[index]).toMatchObject({ ok: false, value: {} });
  });

  test.each(refused)('are refused by the demo’s own reader, too, when $why', ({ cookie }) => {
    expect(openSession(cookie.value, { name, secret, digest: 'sha1' })).toBeNull();
  });
});

describe.skipIf(!rails)('Real Rails’ cookies in the demo’s reader', () => {
  let lines: ReturnType<typeof sealWithRails> = [];
  beforeAll(() => {
    const settings = { SECRET_KEY_BASE: secret, SESSION_KEY: name };
    lines = sealWithRails(
      configurations.map((row) => ({ session, settings: row.settings })),
      settings,
    );
  }, 60_000);

  function sealedBy(index: number): string {
    return readCookieHeader(lines[index]?.set_cookie?.[0]).get(name) ?? '';
  }

  test.each(configurations.map((row, index) => [row.why, row, index] as const))('are opened: %s', (_why, { digest, expires }, index) => {
    const { session_id, ...rest } = openSession(sealedBy(index), { name, secret, digest }) ?? {};
    const { session_id: _ours, ...expected } = session;
    expect(rest).toEqual(expected);
    expect(session_id).toMatch(/^[0-9a-f]{32}$/);
    const later = openSession(sealedBy(index), { name, secret, digest, now: new Date(Date.now() + 2 * hour) });
    expect(later === null, 'refused two hours later').toBe(expires);
  });

  test.each(configurations.map((row, index) => [row.why, row, index] as const))('are as long as the demo’s: %s', (_why, row, index) => {
    expect(rawSize(seal(row))).toBe(rawSize(sealedBy(index)));
  });
});

describe.skipIf(!rails)('Whole applications', () => {
  let app: Awaited<ReturnType<typeof startRails>>;
  let demo: Awaited<ReturnType<typeof startDemo>>;
  beforeAll(async () => {
    [app, demo] = await Promise.all([startRails({ SECRET_KEY_BASE: secret }), startDemo({ port: 0 })]);
  }, 90_000);
  afterAll(() => Promise.all([app?.stop(), demo?.stop()]));

  test('A sign-in at real Rails opens in the demo’s reader, and both measure it alike', async () => {
    const response = await fetch(`${app.url}/sign_in`, { method: 'POST', redirect: 'manual' });
    const [line = ''] = response.headers.getSetCookie();
    const [logged] = await app.log();
    const value = readCookieHeader(line).get('_shop_session') ?? '';
    expect(openSession(value, { name: '_shop_session', secret, digest: 'sha1' })).toEqual(logged?.session);
    const { raw, wire } = measureCookie('_shop_session', value);
    expect(logged?.cookies).toEqual([{ name: '_shop_session', raw_value: raw, wire_name_value: wire }]);
  });

  test('A cart at real Rails passes through the silent drop before it overflows, as the demo’s does', async () => {
    await app.clearLog();
    let cookie = '';
    for (const bytes of [1900, 160, 500]) {
      const response = await fetch(`${app.url}/cart?bytes=${bytes}`, { method: 'POST', redirect: 'manual', headers: { Cookie: cookie } });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    }
    const [kept, dropped, overflow] = await app.log();
    expect(kept?.cookies[0]?.wire_name_value).toBeLessThanOrEqual(4096);
    expect(dropped?.cookies[0]?.raw_value).toBeLessThanOrEqual(4096);
    expect(dropped?.cookies[0]?.wire_name_value).toBeGreaterThan(4096);
    expect(overflow).toMatchObject({ status: 500, set_cookie: [], exception: 'ActionDispatch::Cookies::CookieOverflow' });
    expect(overflow?.overflow?.raw_value).toBeGreaterThan(4096);
  });

  test('Real Rails opens every session that the demo’s pages set', async () => {
    const special: Record<string, Record<string, string>> = {
      _old_style_session: { KEY_DIGEST: 'sha1' },
      _signed_session: { CIPHER: 'signed' },
      _rotated_session: { OLD_SECRET: OLD_DEMO_SECRET },
    };
    const set = (await visitEveryPage(demo.url)).filter(
      (cookie) => cookie.name.endsWith('_session') && !['', 'stale'].includes(cookie.value) && cookie.name !== '_store_session',
    );
    const cookies = set.map((cookie) => ({ name: cookie.name, value: cookie.value, settings: special[cookie.name] ?? {} }));
    const answers = openWithRails(cookies, { SECRET_KEY_BASE: demo.secret, KEY_DIGEST: 'sha256' });
    expect(new Set(cookies.map((cookie) => cookie.name)).size).toBeGreaterThanOrEqual(15);
    expect(answers.filter((answer) => !answer.ok)).toEqual([]);
    expect(answers.every((answer) => typeof (answer.value as { session_id?: string }).session_id === 'string')).toBe(true);
  });
});
