import { describe, expect, test } from 'vitest';
import { sealSession } from '../../../demo/rails-session.mjs';
import { openCookie } from '../../../src/core/readers/index.ts';
import type { Reading, SealedCookie } from '../../../src/core/readers/reader.ts';
import { type KeyCosts, keyCosts } from '../../../src/core/session/key-cost.ts';
import { sizeLeft } from '../../../src/core/session/size-left.ts';
import { cookieOf, keyringFrom, keyringOf, readFixture, SENT, type Vector } from '../readers/vectors.ts';

const rows = SENT.filter((row) => row.expected.ok && row.expected.serializer !== 'unknown');

async function costsOf(cookie: SealedCookie, reading: Reading | null): Promise<KeyCosts | null> {
  return reading && keyCosts(reading, cookie);
}

const openVector = async (vector: Vector) => openCookie(cookieOf(vector), await keyringOf(vector), Date.parse(vector.evaluate_at));

/** Six times the standard deviation of how much of random base64 is escaped. */
const spread = (wire: number): number => 6 * Math.sqrt(wire * (2 / 64) * (62 / 64)) * 2;

describe('the size of a cookie that Rails sent', () => {
  const sessions = rows.filter((row) => row.expected.session !== undefined);
  test.each(sessions.map((row) => [row.id, row.description, row] as const))('%s is as modelled: %s', async (_id, _description, row) => {
    const cookie = cookieOf(row);
    const costs = await costsOf(cookie, await openVector(row));
    const wire = cookie.name.length + cookie.value.length;
    if (costs === null) throw new Error('no costs');
    expect(costs.exact).toBe(row.expected.layout !== 'encrypted-gcm');
    if (costs.exact) expect(costs.wire).toBe(wire);
    else expect(Math.abs(costs.wire - wire)).toBeLessThan(spread(wire));
  });

  test('the mean over all of GCM is that of the model', async () => {
    let off = 0;
    let variance = 0;
    for (const row of sessions.filter(({ expected }) => expected.layout === 'encrypted-gcm')) {
      const cookie = cookieOf(row);
      const costs = await costsOf(cookie, await openVector(row));
      const wire = cookie.name.length + cookie.value.length;
      off += wire - (costs?.wire ?? 0);
      variance += 4 * wire * (2 / 64) * (62 / 64);
    }
    expect(Math.abs(off)).toBeLessThan(4 * Math.sqrt(variance));
  });
});

describe('the size of a cookie that Rack sent', () => {
  interface RackVector extends Omit<Vector, 'secret_key_base'> {
    readonly secret?: string | readonly string[];
  }
  const sent = (readFixture('rack').vectors as readonly RackVector[]).filter(
    ({ expected, set_cookie_header }) => expected.ok && set_cookie_header !== null && expected.session !== undefined,
  );
  test.each(sent.map((row) => [row.id, row] as const))('%s is as modelled', async (_id, row) => {
    const cookie = cookieOf(row as Vector);
    const reading = await openCookie(cookie, await keyringFrom([row.secret ?? []].flat()), Date.parse(row.evaluate_at));
    const costs = await costsOf(cookie, reading);
    if (row.expected.serializer === 'zipjson' || row.expected.serializer === 'unknown') {
      expect(costs).toBeNull();
      return;
    }
    const wire = cookie.name.length + cookie.value.length;
    if (costs === null) throw new Error('no costs');
    if (costs.exact) expect(costs.wire).toBe(wire);
    else expect(Math.abs(costs.wire - wire)).toBeLessThan(spread(wire));
  });
});

const SECRET = 'a secret that only tests know, 0123456789abcdef';
const session = {
  session_id: '25dbd662c2b45a9e134e56602964a62d',
  user_id: 42,
  _csrf_token: '3hT0Lw8mYQvN1sRkq2uVbXz5cEoJd7gAfKiM9pWtU4c',
  return_to: '/search?q=<b>&page=2\u2028é✓',
  cart: Array.from({ length: 40 }, (_, index) => ({ sku: `A-${index}`, note: 'x"\\,}' })),
  flash: { discard: [], flashes: { notice: 'Welcome back' } },
};
const name = '_shop_session';

async function sealed(content: object, cipher: 'gcm' | 'cbc' | 'signed', metadata: boolean) {
  const cookie = { name, value: sealSession(content as Record<string, unknown>, { secret: SECRET, name, cipher, metadata }) };
  const reading = await openCookie(cookie, await keyringFrom([SECRET]), 0);
  if (reading === null) throw new Error('not opened');
  return { cookie, reading, wire: name.length + cookie.value.length };
}

const without = (key: string): object => Object.fromEntries(Object.entries(session).filter(([other]) => other !== key));

describe.each([true, false])('a session without one of its keys, sealed again (metadata %s)', (metadata) => {
  test.each(['cbc', 'signed'] as const)('%s weighs exactly what was said', async (cipher) => {
    const { cookie, reading, wire } = await sealed(session, cipher, metadata);
    const costs = keyCosts(reading, cookie);
    expect(costs?.wire).toBe(wire);
    expect(costs?.keys.map(({ key }) => key)).toEqual(Object.keys(session));
    for (const { key, bytes, without: rest } of costs?.keys ?? []) {
      expect([key, rest]).toEqual([key, (await sealed(without(key), cipher, metadata)).wire]);
      expect(bytes).toBe(wire - rest);
    }
  });

  test('gcm weighs in the mean what was said, and exactly that before percent-encoding', async () => {
    const { cookie, reading } = await sealed(session, 'gcm', metadata);
    const cost = keyCosts(reading, cookie)?.keys.find(({ key }) => key === 'cart');
    const times = 60;
    let sum = 0;
    for (let time = 0; time < times; time++) sum += (await sealed(without('cart'), 'gcm', metadata)).wire;
    expect(Math.abs(sum / times - (cost?.without ?? 0))).toBeLessThan(spread(cost?.without ?? 0) / Math.sqrt(times));
  });
});

describe('what is left', () => {
  const filled = (bytes: number) => ({ pad: 'x'.repeat(bytes) });

  test.each(['gcm', 'cbc', 'signed'] as const)('%s: one byte more than what is left to the server is over its limit', async (cipher) => {
    const { cookie, reading } = await sealed(filled(100), cipher, true);
    const left = sizeLeft(reading, cookie);
    if (left === null) throw new Error('unknown');
    const raw = async (more: number) => decodeURIComponent((await sealed(filled(100 + more), cipher, true)).cookie.value).length;
    expect(await raw(left.server)).toBeLessThanOrEqual(4096 - name.length);
    expect(await raw(left.server + 1)).toBeGreaterThan(4096 - name.length);
    expect(await raw(left.serverWithoutName ?? 0)).toBeLessThanOrEqual(4096);
    expect(await raw((left.serverWithoutName ?? 0) + 1)).toBeGreaterThan(4096);
    expect(left.browser).toBeLessThanOrEqual(left.serverWithoutName ?? 0);
  });

  test('CBC: what is left to the browser is exact, and less than what Rails counts', async () => {
    const { cookie, reading } = await sealed(filled(100), 'cbc', true);
    const left = sizeLeft(reading, cookie)?.browser ?? 0;
    expect((await sealed(filled(100 + left), 'cbc', true)).wire).toBeLessThanOrEqual(4096);
    expect((await sealed(filled(100 + left + 1), 'cbc', true)).wire).toBeGreaterThan(4096);
  });

  test('a session with metadata has about 2.1 kB of JSON until the browser drops it', async () => {
    const { cookie, reading } = await sealed(filled(0), 'gcm', true);
    const left = sizeLeft(reading, cookie);
    expect(left?.browser).toBeGreaterThan(2050);
    expect(left?.browser).toBeLessThan(2200);
    expect(left?.serverWithoutName).toBeGreaterThan(2200);
  });

  test('it is negative where the session is too large already', async () => {
    const { cookie, reading } = await sealed(filled(2600), 'gcm', true);
    expect(sizeLeft(reading, cookie)?.browser).toBeLessThan(0);
  });
});

test('nothing is said of what cannot be opened, of ids, and of scalars', async () => {
  const { cookie } = await sealed(session, 'gcm', true);
  const shut = await openCookie(cookie, [], 0);
  expect(shut && keyCosts(shut, cookie)).toBeNull();
  expect(shut && sizeLeft(shut, cookie)).toBeNull();
  const id = { name, value: '0a'.repeat(16), httpOnly: true };
  const identifier = await openCookie(id, [], 0);
  expect(identifier && keyCosts(identifier, id)).toBeNull();
});
