import { createDecipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openCookie } from '../../../src/core/readers/index.ts';
import type { Digest, KeyOptions, Reading } from '../../../src/core/readers/reader.ts';
import { importSecret } from '../../../src/vault/keyring.ts';
import { derive, SECRET, sealCbc, sealGcm, sealSigned, sign } from './seal.ts';
import { keyringFrom } from './vectors.ts';

const SESSION = '{"user_id":1}';

async function open(value: string, options: KeyOptions = {}, text = SECRET): Promise<Reading | null> {
  return openCookie({ name: '_app_session', value }, [await importSecret({ id: 's', label: 'current', text, options })], 0);
}

describe('every setting that Rails offers', () => {
  const digests: readonly (readonly [string, Digest])[] = [
    ['sha256', 'SHA256'],
    ['sha1', 'SHA1'],
    ['sha384', 'SHA384'],
    ['sha512', 'SHA512'],
  ];

  test.each(digests)('a key derived with %s is found', async (digest, told) => {
    for (const value of [sealGcm(SESSION, { digest }), sealCbc(SESSION, { digest }), sealSigned(SESSION, { digest })]) {
      expect(await open(value)).toMatchObject({
        state: 'opened',
        key: { digest: told, iterations: 1000, secretId: 's', secret: 'current' },
      });
    }
  });

  test.each(digests)('an HMAC of %s is known by its length', async (hmac, told) => {
    expect(await open(sealCbc(SESSION, { hmac }))).toMatchObject({ state: 'opened', layout: 'encrypted-cbc', key: { hmacDigest: told } });
    expect(await open(sealSigned(SESSION, { hmac }))).toMatchObject({ state: 'opened', layout: 'signed', key: { hmacDigest: told } });
  });

  test.each([128, 192, 256] as const)('AES-GCM with %i bits is found', async (bits) => {
    expect(await open(sealGcm(SESSION, { bits }))).toMatchObject({ state: 'opened', key: { cipherBits: bits } });
  });

  test('AES-CBC with 128 bits opens when the length is told', async () => {
    const value = sealCbc(SESSION, { bits: 128 });
    expect(await open(value)).toMatchObject({ state: 'sealed', failure: 'wrong-key' });
    expect(await open(value, { cipherBits: 128 })).toMatchObject({ state: 'opened', key: { cipherBits: 128 } });
  });

  test('AES-GCM in the url-safe alphabet without padding opens, as an encryptor with url_safe: true writes it', async () => {
    for (let count = 0; count < 50; count++) {
      const raw = decodeURIComponent(sealGcm(SESSION));
      const value = raw
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+(?=--|$)/g, '');
      const reading = await open(value);
      expect(reading).toMatchObject({ state: 'opened', layout: 'encrypted-gcm' });
      const wire = reading?.parts.filter(({ kind }) => kind !== 'plaintext').map(({ text }) => text);
      expect(wire?.join('--')).toBe(value);
    }
  });

  test('AES-GCM in the url-safe alphabet with padding is refused, as cookie jars refuse it', async () => {
    let raw = decodeURIComponent(sealGcm(SESSION));
    while (!/[+/]/.test(raw)) raw = decodeURIComponent(sealGcm(SESSION));
    const value = raw.replaceAll('+', '-').replaceAll('/', '_');
    expect(await open(value)).toMatchObject({ state: 'failed', failure: 'malformed' });
  });

  test('other iterations open when they are told', async () => {
    const value = sealGcm(SESSION, { iterations: 2000 });
    expect(await open(value)).toMatchObject({ state: 'sealed', failure: 'wrong-key' });
    expect(await open(value, { iterations: 2000 })).toMatchObject({ state: 'opened', key: { iterations: 2000 } });
  });

  test('a digest that is told is the only one tried', async () => {
    expect(await open(sealGcm(SESSION, { digest: 'sha1' }), { digest: 'SHA256' })).toMatchObject({ state: 'sealed', tried: 3 });
    expect(await open(sealGcm(SESSION, { digest: 'sha1' }), { digest: 'SHA1' })).toMatchObject({ state: 'opened', tried: 1 });
  });

  test('salts that are told are tried beside the defaults', async () => {
    const options: KeyOptions = {
      salts: { authenticatedEncryptedCookie: 'a', encryptedCookie: 'b', encryptedSignedCookie: 'c', signedCookie: 'd' },
    };
    expect(await open(sealGcm(SESSION, { salt: 'a' }), options)).toMatchObject({ state: 'opened', key: { salt: 'a' }, tried: 1 });
    expect(await open(sealGcm(SESSION), options)).toMatchObject({ state: 'opened', key: { salt: 'authenticated encrypted cookie' } });
    expect(await open(sealCbc(SESSION, { salt: 'b', signedSalt: 'c' }), options)).toMatchObject({ state: 'opened', key: { salt: 'b' } });
    expect(await open(sealCbc(SESSION, { signedSalt: 'c' }), options)).toMatchObject({
      state: 'opened',
      key: { salt: 'encrypted cookie' },
    });
    expect(await open(sealSigned(SESSION, { salt: 'd' }), options)).toMatchObject({ state: 'opened', key: { salt: 'd' } });
  });

  test('the token of Rails 3 is the HMAC key itself', async () => {
    const value = sign(Buffer.from(SESSION).toString('base64'), SECRET);
    expect(await open(value)).toMatchObject({ state: 'opened', key: { digest: null, salt: null, iterations: null, hmacDigest: 'SHA1' } });
  });

  test('a secret beyond ASCII is taken as UTF-8', async () => {
    expect(await open(sealGcm(SESSION, { secret: 'schlüssel 日本' }), {}, 'schlüssel 日本')).toMatchObject({ state: 'opened' });
  });
});

describe('several secrets', () => {
  test('the one that opened is named, and all are counted before giving up', async () => {
    const keyring = await keyringFrom(['newest secret', SECRET, 'oldest secret']);
    const value = sealGcm(SESSION);
    const opened = await openCookie({ name: '_app_session', value }, keyring, 0);
    expect(opened).toMatchObject({ state: 'opened', key: { secretId: '1', secret: 'secret 1' }, tried: 13 });
    const sealed = await openCookie({ name: '_app_session', value: sealGcm(SESSION, { secret: 'another' }) }, keyring, 0);
    expect(sealed).toMatchObject({ state: 'sealed', failure: 'wrong-key', tried: 36 });
  });

  test('a reading is the same whatever was opened before it', async () => {
    const options: KeyOptions = { salts: { authenticatedEncryptedCookie: 'a', encryptedSignedCookie: 'c', signedCookie: 'd' } };
    const cookies = [
      ...([128, 192, 256] as const).flatMap((bits) => [
        sealGcm(SESSION, { bits, salt: 'a' }),
        sealGcm(SESSION, { bits, digest: 'sha384' }),
      ]),
      ...['sha256', 'sha1'].flatMap((digest) => [sealCbc(SESSION, { digest }), sealCbc(SESSION, { digest, signedSalt: 'c' })]),
      ...['sha256', 'sha1'].flatMap((digest) => [sealSigned(SESSION, { digest }), sealSigned(SESSION, { digest, salt: 'd' })]),
      sign(Buffer.from(SESSION).toString('base64'), SECRET),
    ].map((value) => ({ name: '_app_session', value }));
    const alone = await Promise.all(cookies.map(async (cookie) => openCookie(cookie, await keyringFrom([SECRET], options), 0)));
    expect(alone.map((reading) => reading?.tried)).toEqual([9, 16, 17, 24, 1, 8, 5, 1, 6, 2, 5, 1, 6, 2, 9]);
    const keyring = await keyringFrom([SECRET], options);
    for (const order of [cookies, cookies.toReversed()])
      for (const cookie of order) expect(await openCookie(cookie, keyring, 0)).toEqual(alone[cookies.indexOf(cookie)]);
  });

  test('a platform without 192-bit AES skips it', async () => {
    const [secret] = await keyringFrom([SECRET]);
    if (secret === undefined) throw new Error('no secret');
    const poorer = {
      id: secret.id,
      label: secret.label,
      options: secret.options,
      direct: secret.direct.bind(secret),
      sliced: secret.sliced.bind(secret),
      derive: (derivation: Parameters<typeof secret.derive>[0]) =>
        derivation.bits === 192
          ? Promise.reject(new DOMException('192-bit AES keys are not supported', 'OperationError'))
          : secret.derive(derivation),
    };
    const cookie = { name: '_app_session', value: sealGcm(SESSION, { bits: 192 }) };
    expect(await openCookie(cookie, [poorer], 0)).toMatchObject({ state: 'sealed', failure: 'wrong-key', tried: 8 });
  });
});

describe('AES-CBC', () => {
  test.each([
    ['any content', /^/],
    ['what begins as JSON does', /^[{["]/],
  ])('a salt that fits by chance and gives %s gives way to the one that gives a session', async (_, wanted) => {
    const wrongKey = derive({}, 'wrong salt', 32);
    const padsByChance = (value: string): boolean => {
      const [ciphertext = '', iv = ''] = Buffer.from(decodeURIComponent(value).split('--')[0] ?? '', 'base64')
        .toString()
        .split('--');
      const decipher = createDecipheriv('aes-256-cbc', wrongKey, Buffer.from(iv, 'base64'));
      try {
        const content = Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64')), decipher.final()]);
        return wanted.test(content.toString('latin1'));
      } catch {
        return false;
      }
    };
    let value = sealCbc(SESSION);
    while (!padsByChance(value)) value = sealCbc(SESSION);
    const reading = await open(value, { salts: { encryptedCookie: 'wrong salt' } });
    expect(reading).toMatchObject({ state: 'opened', serializer: 'json', key: { salt: 'encrypted cookie' } });
  });

  test('a message whose signature does not fit is not decrypted', async () => {
    const [secret] = await keyringFrom([SECRET]);
    if (secret === undefined) throw new Error('no secret');
    const uses: string[] = [];
    const watched = {
      id: secret.id,
      label: secret.label,
      options: secret.options,
      direct: secret.direct.bind(secret),
      sliced: secret.sliced.bind(secret),
      derive: (derivation: Parameters<typeof secret.derive>[0]) => {
        uses.push(derivation.use);
        return secret.derive(derivation);
      },
    };
    const value = sealCbc(SESSION).replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    expect(await openCookie({ name: '_app_session', value }, [watched], 0)).toMatchObject({ state: 'sealed', failure: 'wrong-key' });
    expect(uses).not.toContain('AES-CBC');
  });
});
