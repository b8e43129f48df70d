import { describe, expect, test } from 'vitest';
import { openCookie, recogniseCookie } from '../../../src/core/readers/index.ts';
import type { Reading } from '../../../src/core/readers/reader.ts';
import { SECRET, sign } from './seal.ts';
import { keyringFrom } from './vectors.ts';

/**
 * Printed by Ruby 3.1.2 with its OpenSSL and Base64 and ActiveSupport 6.1.7.10's MessageVerifier, encoded and cut apart as
 * `ActiveSupport::Messages::Codec` and `MessageEncryptor#extract_parts` of Rails 7.1 do with `url_safe: true`; that code read each
 * one back. Keys by PBKDF2 with SHA256 from `SECRET`, 1000 iterations, default salts.
 */
const GCM = 'QZsIsMAhBcCSTSquTw--Zlys0AKHijqJI8so--haay4Wsec71KN-Gtw--cQw';
const GCM_PADDED_CIPHERTEXT = 'D9ZevWaQ25mOE5pjwA==--35IhPDMlC_DIRebX--49KvJ2fxn7Xd5eNVyFPdSQ';
const CBC = 'RFdXOTZLNjFOOXdJLS04VDdLTUVzQS0tTHJoLWFGVXo1Q1VyOTI0T2xKb1NkZw--f6d6fcc34172d0667d8870108d93ed43115ca83a';
const CBC_STANDARD_OUTER = 'MFhCRTlhN3BKdGt5MUtBS1lBQlZVZy0tblB4WU1ha0lJZEU5Z0w3ZHZFcU1kUQ==--7cc74a6592b512532c70e02e9d57d4a877a2f6f5';

async function open(value: string, name = 'preferences'): Promise<Reading | null> {
  return openCookie({ name, value: value.replaceAll('=', '%3D') }, await keyringFrom([SECRET]), 0);
}

describe('messages of an encryptor with url_safe: true', () => {
  test.each([
    ['AES-GCM, with two dashes inside the tag', GCM, 'encrypted-gcm'],
    ['AES-GCM whose ciphertext is padded, which Rails reads and does not write', GCM_PADDED_CIPHERTEXT, 'encrypted-gcm'],
    ['AES-CBC, with two dashes inside the ciphertext', CBC, 'encrypted-cbc'],
    ['AES-CBC whose verifier wrote the standard alphabet', CBC_STANDARD_OUTER, 'encrypted-cbc'],
  ])('%s opens under any name', async (_what, value, layout) => {
    for (const name of ['preferences', '_shop_session'])
      expect(await open(value, name)).toMatchObject({ state: 'opened', layout, serializer: 'json' });
  });

  test('are taken apart by length from the right', async () => {
    const gcm = await open(GCM);
    expect(gcm?.parts.slice(0, 3).map(({ kind, text }) => [kind, text])).toEqual([
      ['ciphertext', 'QZsIsMAhBcCSTSquTw'],
      ['iv', 'Zlys0AKHijqJI8so'],
      ['tag', 'haay4Wsec71KN-Gtw--cQw'],
    ]);
    const cbc = await open(CBC);
    expect(cbc?.parts.slice(1, 3).map(({ kind, text, bytes }) => [kind, text, bytes])).toEqual([
      ['ciphertext', 'DWW96K61N9wI--8T7KMEsA', 16],
      ['iv', 'Lrh-aFUz5CUr924OlJoSdg', 16],
    ]);
  });

  test('with a padded tag are refused, as Rails refuses them', async () => {
    expect(recogniseCookie({ name: 'preferences', value: `${GCM}%3D%3D` })).toBeNull();
    expect(await open(`${GCM}==`, '_shop_session')).toMatchObject({ state: 'failed', failure: 'malformed' });
  });

  test('in the standard alphabet, of which the padding of the tag was cut off, are still known as cut', async () => {
    const cut = 'D9ZevWaQ25mOE5pjwA==--35IhPDMlCADIRebX--49KvJ2fxn7Xd5eNVyFPdSQ';
    expect(await open(cut, '_shop_session')).toMatchObject({ state: 'failed', failure: 'malformed', layout: 'encrypted-gcm' });
  });

  test('never open when one character is another', async () => {
    for (const value of [GCM, CBC]) {
      for (let index = 0; index < value.length; index++) {
        const other = value[index] === 'A' ? 'B' : 'A';
        const reading = await open(value.slice(0, index) + other + value.slice(index + 1));
        expect(reading?.key ?? null, `character ${index}`).toBeNull();
      }
    }
  });

  test('of AES-CBC stay known as such when the inside is altered', async () => {
    const altered = await open(`RFdXOTZLNjFOO3dJ${CBC.slice(16)}`);
    expect(altered).toMatchObject({ state: 'sealed', failure: 'wrong-key', layout: 'encrypted-cbc' });
  });
});

test('signed text with two dashes before its last 22 characters is no AES-CBC', () => {
  const text = `"${'a'.repeat(24)}--${'b'.repeat(21)}"`;
  const value = sign(Buffer.from(text).toString('base64url'), SECRET);
  expect(recogniseCookie({ name: 'cart', value })).toMatchObject({ layout: 'signed' });
});
