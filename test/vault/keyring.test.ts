import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SALTS } from '../../src/core/readers/rails/key-derivation.ts';
import { importSecret, LONGEST_SECRET, refuseSecret } from '../../src/vault/keyring.ts';

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
