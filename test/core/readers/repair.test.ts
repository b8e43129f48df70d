import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRepair } from '../../../src/core/readers/explanation/repair.ts';
import type { SealedCookie } from '../../../src/core/readers/reader.ts';
import { repairText } from '../../../src/core/report/explanations/repair-info.ts';
import { SECRET, sealGcm, sealSigned, wrap } from './seal.ts';
import { cookieOf, keyringFrom, keyringOf, SENT, type Vector } from './vectors.ts';

/** Encrypted cookies that Rails opened and whose raw value has a `+`, one of each version. */
const RECORDED: readonly Vector[] = [
  ...new Map(
    SENT.filter((row) => row.expected.ok && row.expected.layout === 'encrypted-gcm' && (row.raw_value ?? '').includes('+')).map(
      (row) => [row.rails_version, row] as const,
    ),
  ).values(),
];

const steps = async (row: Vector, change: (value: string, raw: string) => string): Promise<readonly string[] | null> => {
  const cookie = cookieOf(row);
  const changed = { ...cookie, value: change(cookie.value, row.raw_value ?? '') };
  const repair = await findRepair(changed, await keyringOf(row), Date.parse(row.evaluate_at));
  return repair === null ? null : [...repair.steps.map(({ kind }) => kind), ...(repair.opens ? [] : ['sealed'])];
};

describe.each(RECORDED.map((row) => [row.id, row] as const))('%s', (_, row) => {
  test.each<[reason: string, change: (value: string, raw: string) => string, expected: readonly string[] | null]>([
    ['as it was recorded', (value) => value, null],
    ['in quotes', (value) => `"${value}"`, ['unquoted']],
    ['in escaped quotes', (value) => `%22${value}%22`, ['unquoted']],
    ['decoded', (_value, raw) => raw, ['encoded']],
    ['decoded twice', (_value, raw) => raw.replaceAll('+', ' '), ['encoded']],
    ['encoded twice', (value) => encodeURIComponent(value), ['decoded']],
    ['with a line break behind it', (value) => `${value}%0A`, ['trimmed']],
    ['in quotes and with a blank', (value) => ` "${value}"`, ['trimmed', 'unquoted']],
    ['in quotes and decoded', (_value, raw) => `"${raw}"`, ['unquoted', 'encoded']],
    ['cut inside the escape of its last padding', (value) => value.slice(0, -1), ['padded']],
    ['cut before its padding', (value) => value.replace(/%3D%3D$/, ''), ['padded']],
    ['cut in its tag', (value) => value.replace(/.%3D%3D$/, ''), null],
    ['cut in half', (value) => value.slice(0, value.length / 2), null],
    ['with another byte', (value) => (value.startsWith('A') ? 'B' : 'A') + value.slice(1), null],
  ])('%s', async (_reason, change, expected) => {
    expect(await steps(row, change)).toEqual(expected);
  });
});

test('there are recorded cookies of several versions', () => {
  expect(RECORDED.length).toBeGreaterThan(2);
});

test('a value cut at 4096 cannot be repaired', async () => {
  const cookie = { name: '_app_session', value: sealGcm(wrap(JSON.stringify({ a: 'x'.repeat(3000) }))).slice(0, 4096) };
  expect(await findRepair(cookie, await keyringFrom([SECRET]), 0)).toBeNull();
});

test('a value of another cookie opens under its own name', async () => {
  for (const row of SENT.filter(({ expected }) => expected.reason === 'purpose_mismatch')) {
    const repair = await findRepair(cookieOf(row), await keyringOf(row), Date.parse(row.evaluate_at));
    expect(repair).toEqual({ steps: [{ kind: 'renamed', cookie: row.expected.purpose?.slice('cookie.'.length) }], opens: true });
  }
});

test('the right secret with a digest that is not the application’s opens without it', async () => {
  const cookie = { name: '_app_session', value: sealGcm('{"a":1}', { digest: 'sha1' }) };
  const repair = await findRepair(cookie, await keyringFrom([SECRET], { digest: 'SHA256' }), 0);
  expect(repair).toEqual({
    steps: [{ kind: 'default-options', secret: 'secret 0', digest: 'SHA1', salt: 'authenticated encrypted cookie' }],
    opens: true,
  });
  expect(repair && repairText(repair)).toMatch(
    /^It opens with the secret “secret 0” and Rails’ own settings .*\(SHA1, salt “authenticated/,
  );
});

test('without a secret that fits, a damaged value is only made whole', async () => {
  const whole = sealGcm('{"a":1}');
  const quoted = { name: '_app_session', value: `"${whole}"` };
  for (const keyring of [[], await keyringFrom(['another secret'])]) {
    const repair = await findRepair(quoted, keyring, 0);
    expect(repair).toEqual({ steps: [{ kind: 'unquoted' }], opens: false });
    expect(repair && repairText(repair)).toMatch(/^It is whole again without the quotes/);
    expect(await findRepair({ name: '_app_session', value: whole }, keyring, 0)).toBeNull();
  }
});

test('a signed value in quotes is verified without them', async () => {
  const cookie = { name: '_app_session', value: `"${sealSigned('{"a":1}')}"` };
  expect(await findRepair(cookie, await keyringFrom([SECRET]), 0)).toEqual({ steps: [{ kind: 'unquoted' }], opens: true });
});

test('no value makes it throw or run long', async () => {
  const keyring = await keyringFrom([SECRET]);
  const pieces = fc.constantFrom('%', '%2', '%25', '%252B', '%3D', '+', ' ', '"', '%22', '--', '=', 'AAAA', '%0A');
  const hostile = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    fc.tuple(pieces, fc.nat(20_000)).map(([piece, count]) => piece.repeat(count)),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (value) => {
      const cookie: SealedCookie = { name: '_app_session', value };
      const start = performance.now();
      await findRepair(cookie, keyring, 0);
      expect(performance.now() - start).toBeLessThan(2000);
    }),
    { numRuns: 200 },
  );
}, 60_000);
