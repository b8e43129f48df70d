import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { openCookie } from '../../src/core/readers/index.ts';
import { DEFAULT_SALTS } from '../../src/core/readers/rails/key-derivation.ts';
import { importSecret, LONGEST_SECRET, refuseSecret } from '../../src/vault/keyring.ts';
import { sealGcm } from '../core/readers/seal.ts';

const TEXT = 'the text of a secret 0123456789abcdef';
const GCM = {
  use: 'AES-GCM',
  digest: 'SHA256',
  iterations: 1000,
  salt: DEFAULT_SALTS.authenticatedEncryptedCookie,
  bits: 256,
  hmacDigest: null,
} as const;

describe('an imported secret', () => {
  test('has no text that could be read back, however deep one looks', async () => {
    const secret = await importSecret({ id: 'a', label: 'current', text: TEXT });
    await secret.derive(GCM);
    const hex = Buffer.from(TEXT).toString('hex');
    const seen =
      inspect(secret, { depth: null, showHidden: true, showProxy: true, maxArrayLength: null, maxStringLength: null }) +
      JSON.stringify(secret);
    expect(seen).not.toContain(TEXT);
    expect(seen.replaceAll(' ', '')).not.toContain(hex);
    expect(Object.keys(secret)).toEqual(['id', 'label', 'options']);
  });

  test('makes keys that cannot be exported and can only do what they are for', async () => {
    const secret = await importSecret({ id: 'a', label: 'current', text: TEXT });
    const gcm = await secret.derive(GCM);
    const hmac = await secret.derive({ ...GCM, use: 'HMAC', bits: 512, hmacDigest: 'SHA1' });
    const direct = await secret.direct('SHA1');
    for (const key of [gcm, hmac, direct]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
    expect(gcm.usages).toEqual(['decrypt']);
    expect(hmac.usages).toEqual(['verify']);
    expect(direct.usages).toEqual(['verify']);
  });

  test('makes the keys of Rack’s encryptor out of pieces of it: the first 32 bytes sign, the rest verifies', async () => {
    const text = `${'c'.repeat(32)}${'s'.repeat(32)}`;
    const { cipher, signature } = (await importSecret({ id: 'a', label: 'current', text })).sliced();
    if (cipher === null || signature === null) throw new Error('no keys');
    for (const key of [cipher, signature]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
    expect([cipher.usages, signature.usages]).toEqual([['sign'], ['verify']]);
    const message = new TextEncoder().encode('message');
    const hmac = (key: string): Uint8Array => new Uint8Array(createHmac('sha256', key).update(message).digest());
    expect(new Uint8Array(await crypto.subtle.sign('HMAC', cipher, message))).toEqual(hmac('c'.repeat(32)));
    expect(await crypto.subtle.verify('HMAC', signature, new Uint8Array(hmac('s'.repeat(32))), message)).toBe(true);
  });

  test.each([
    [31, false, false],
    [32, true, false],
    [63, true, false],
    [64, true, true],
  ])('of %i bytes has the keys of Rack’s encryptor: cipher %s, signature %s', async (length, cipher, signature) => {
    const sliced = (await importSecret({ id: 'a', label: 'current', text: 'x'.repeat(length) })).sliced();
    expect([sliced.cipher !== null, sliced.signature !== null]).toEqual([cipher, signature]);
  });

  test('derives each key once for ten thousand values', async () => {
    const derivations = vi.spyOn(crypto.subtle, 'deriveKey');
    try {
      const keyring = [
        await importSecret({ id: 'a', label: 'current', text: TEXT }),
        await importSecret({ id: 'b', label: 'old', text: 'old' }),
      ];
      const current = Array.from({ length: 10 }, () => sealGcm('{"user_id":1}', { secret: TEXT }));
      const openAll = async (values: readonly string[]): Promise<void> => {
        const readings = await Promise.all(values.map((value) => openCookie({ name: '_app_session', value }, keyring, 0)));
        expect(readings.every((reading) => reading?.state === 'opened')).toBe(true);
      };
      for (let round = 0; round < 100; round++) await openAll(Array.from({ length: 10 }, () => current).flat());
      expect(derivations).toHaveBeenCalledTimes(1);
      await openAll(Array.from({ length: 100 }, () => sealGcm('{"user_id":1}', { secret: 'old' })));
      // All of the newer secret (three key lengths by four digests), and the one that opens.
      expect(derivations).toHaveBeenCalledTimes(13);
    } finally {
      derivations.mockRestore();
    }
  });

  test('derives each key once', async () => {
    const secret = await importSecret({ id: 'a', label: 'current', text: TEXT });
    expect(await secret.derive(GCM)).toBe(await secret.derive({ ...GCM }));
    expect(await secret.derive({ ...GCM, salt: 'other' })).not.toBe(await secret.derive(GCM));
  });

  test('keeps its name and options', async () => {
    const options = { digest: 'SHA1', iterations: 2, salts: { signedCookie: 'x' } } as const;
    expect(await importSecret({ id: 'a', label: 'current', text: TEXT, options })).toMatchObject({ id: 'a', label: 'current', options });
  });
});

describe('a text that is no secret', () => {
  test.each([
    ['empty', ''],
    ['too-long', 'a'.repeat(LONGEST_SECRET + 1)],
  ])('%s: is told beforehand, and importing it is misuse whose message does not quote it', async (refusal, text) => {
    expect(refuseSecret(text)).toBe(refusal);
    await expect(importSecret({ id: 'a', label: 'b', text })).rejects.toThrow(new RangeError(`The secret is ${refusal}.`));
  });

  test('every other text can be one', () => {
    expect(refuseSecret('x')).toBeNull();
    expect(refuseSecret('a'.repeat(LONGEST_SECRET))).toBeNull();
  });
});
