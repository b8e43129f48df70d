import { describe, expect, test } from 'vitest';
import { openMemoised, ReadingMemo } from '../../../src/core/readers/memo.ts';
import type { Derivation, SecretKeys } from '../../../src/core/readers/reader.ts';
import { SECRET, sealGcm, wrap } from './seal.ts';
import { keyringFrom } from './vectors.ts';

const exp = '2026-01-15T13:00:00.000Z';
const cookie = { name: '_app_session', value: sealGcm(wrap('{"a":1}', { exp })) };

/** A secret that counts how often it is asked for a key. */
async function countingSecret(text: string): Promise<{ secret: SecretKeys; asked: () => number }> {
  const [inner] = await keyringFrom([text]);
  if (inner === undefined) throw new Error('no secret');
  let count = 0;
  const derive = (derivation: Derivation): Promise<CryptoKey> => {
    count++;
    return inner.derive(derivation);
  };
  return {
    secret: { id: inner.id, label: inner.label, options: inner.options, derive, direct: inner.direct.bind(inner) },
    asked: () => count,
  };
}

describe('the memo', () => {
  test('opens a value once, also when it is asked for twice at the same time', async () => {
    const { secret, asked } = await countingSecret(SECRET);
    const memo = new ReadingMemo();
    await Promise.all([openMemoised(memo, cookie, [secret], 0), openMemoised(memo, cookie, [secret], 0)]);
    await openMemoised(memo, { ...cookie }, [secret], 0);
    expect(asked()).toBe(1);
  });

  test('judges the expiry anew, without opening again', async () => {
    const { secret, asked } = await countingSecret(SECRET);
    const memo = new ReadingMemo();
    expect(await openMemoised(memo, cookie, [secret], Date.parse(exp) - 1)).toMatchObject({ state: 'opened', failure: null });
    expect(await openMemoised(memo, cookie, [secret], Date.parse(exp))).toMatchObject({ state: 'failed', failure: 'expired' });
    expect(await openMemoised(memo, cookie, [secret], 0)).toMatchObject({ state: 'opened', failure: null });
    expect(asked()).toBe(1);
  });

  test('forgets nothing of what the keyring is: another secret under the same id opens anew', async () => {
    const memo = new ReadingMemo();
    const wrong = await keyringFrom(['wrong secret']);
    expect(await openMemoised(memo, cookie, wrong, 0)).toMatchObject({ state: 'sealed' });
    expect(await openMemoised(memo, cookie, await keyringFrom([SECRET]), 0)).toMatchObject({ state: 'opened' });
    expect(await openMemoised(memo, cookie, [], 0)).toMatchObject({ state: 'sealed', failure: null });
  });

  test('keeps name, value and HttpOnly apart', async () => {
    const memo = new ReadingMemo();
    const id = '0123456789abcdef0123456789abcdef';
    expect(await openMemoised(memo, { name: 'a', value: id, httpOnly: true }, [], 0)).toMatchObject({ state: 'identifier' });
    expect(await openMemoised(memo, { name: 'a', value: id, httpOnly: false }, [], 0)).toBeNull();
    expect(await openMemoised(memo, { name: 'a"', value: id }, [], 0)).toBeNull();
    expect(memo.size).toBe(3);
  });

  test('is bounded, and drops what was not used for longest', async () => {
    const { secret, asked } = await countingSecret(SECRET);
    const memo = new ReadingMemo(2);
    const [first, second, third] = ['{"n":1}', '{"n":2}', '{"n":3}'].map((content) => ({ name: '_app_session', value: sealGcm(content) }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('no cookies');
    for (const one of [first, second, first, third]) await openMemoised(memo, one, [secret], 0);
    expect(memo.size).toBe(2);
    expect(asked()).toBe(3);
    await openMemoised(memo, first, [secret], 0);
    expect(asked()).toBe(3);
    await openMemoised(memo, second, [secret], 0);
    expect(asked()).toBe(4);
    memo.clear();
    expect(memo.size).toBe(0);
  });
});
