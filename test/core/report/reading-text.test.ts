import { describe, expect, it } from 'vitest';
import { explainReading } from '../../../src/core/readers/explanation/explain-reading.ts';
import { ALONE } from '../../../src/core/readers/explanation/explanation.ts';
import type { Reading } from '../../../src/core/readers/reader.ts';
import { explanationText } from '../../../src/core/report/explanations/explanation-info.ts';
import { readingText } from '../../../src/core/report/reading-text.ts';

describe('a reading', () => {
  const reading = (given: Partial<Reading>): Reading => ({
    framework: 'rails',
    role: 'session',
    state: 'opened',
    failure: null,
    layout: 'encrypted-gcm',
    serializer: 'json',
    key: { secretId: '1', secret: 'current', digest: 'SHA256', iterations: 1000, salt: 's', cipherBits: 256, hmacDigest: null },
    purpose: null,
    expires: null,
    envelope: false,
    identifier: null,
    stored: null,
    data: { type: 'nil' },
    unreadable: null,
    parts: [],
    tried: 1,
    ...given,
  });

  it('says exactly which configuration opened it', () => {
    expect(readingText(reading({})).configuration).toBe('AES-256-GCM · SHA256 · JSON');
    expect(
      readingText(
        reading({
          layout: 'encrypted-cbc',
          serializer: 'marshal',
          key: { secretId: '1', secret: 'old', digest: 'SHA1', iterations: 1000, salt: 's', cipherBits: 256, hmacDigest: 'SHA1' },
        }),
      ).configuration,
    ).toBe('AES-256-CBC with HMAC-SHA1 · SHA1 · Marshal');
    expect(readingText(reading({ state: 'readable', layout: 'signed', key: null })).configuration).toBe('JSON');
  });

  it('counts the parts of what is sealed', () => {
    expect(
      readingText(
        reading({
          parts: [
            { kind: 'ciphertext', encoding: 'base64', text: '', bytes: 1204 },
            { kind: 'iv', encoding: 'base64', text: '', bytes: 12 },
            { kind: 'tag', encoding: 'base64', text: '', bytes: 16 },
          ],
        }),
      ).parts,
    ).toBe('ciphertext 1,204 bytes · IV 12 · authentication tag 16');
  });

  it.each<[string, Partial<Reading>, boolean]>([
    ['an opened session', {}, true],
    ['a readable session', { state: 'readable', key: null }, true],
    ['an expired session, which the server refuses', { state: 'failed', failure: 'expired' }, false],
    ['a session that is only an id, pasted from its store', { identifier: { publicId: 'a', privateId: '2::b' } }, false],
    ['a sealed session', { state: 'sealed', data: null }, false],
    ['a cookie beside the session', { role: 'signed-cookie' }, false],
  ])('%s: whoever has the cookie has the session is %s', (_, given, expected) => {
    expect(readingText(reading(given)).keptInCookie).toBe(expected);
  });

  it.each<[string, Partial<Reading>, RegExp | null]>([
    ['simply opened', {}, null],
    ['sealed without secrets', { state: 'sealed', key: null, data: null, serializer: null, tried: 0 }, /^This session is sealed/],
    [
      'sealed, and no secret fits',
      { state: 'sealed', failure: 'wrong-key', key: null, data: null, tried: 24 },
      /no secret fits: 24 combinations/,
    ],
    ['altered', { state: 'sealed', failure: 'tampered', key: null, data: null }, /^Altered on the way/],
    ['readable without secrets', { state: 'readable', key: null, tried: 0 }, /Enter secret_key_base to verify/],
    ['readable, and no secret fits', { state: 'readable', key: null, tried: 1 }, /1 combination tried, and none verifies/],
    ['an identifier', { state: 'identifier', key: null, data: null, serializer: null }, /^Only a session id/],
    ['damaged', { state: 'failed', failure: 'malformed', key: null, data: null }, /^Damaged/],
    ['expired', { state: 'failed', failure: 'expired', expires: '2026-01-01T00:00:00.000Z' }, /2026-01-01T00:00:00.000Z/],
    [
      'of another cookie',
      { state: 'failed', failure: 'purpose-mismatch', purpose: 'cookie._other' },
      /cookie\._other.*under the name _app/,
    ],
    ['broken inside', { state: 'failed', failure: 'unreadable', data: null }, /envelope around its content is broken/],
    [
      'broken at a byte',
      {
        state: 'failed',
        failure: 'unreadable',
        serializer: 'marshal',
        data: null,
        unreadable: { code: 'bad-link', offset: 1204, byte: 0x40 },
      },
      /not valid Marshal: a link to a value that is not there, at byte 1,204 \(0x40\)\.$/,
    ],
    [
      'cut off',
      {
        state: 'failed',
        failure: 'unreadable',
        serializer: 'message_pack',
        data: null,
        unreadable: { code: 'unexpected-end', offset: 7, byte: null },
      },
      /not valid MessagePack: it ends too early, at byte 7\.$/,
    ],
    ['serialized in its own way', { serializer: 'unknown', data: null }, /custom format/],
  ])('%s', (_, given, expected) => {
    const made = reading(given);
    const explanation = explainReading(made, { name: '_app', value: 'x' }, ALONE);
    const { notice } = readingText(made);
    const told = explanation === null ? notice && [notice.title, notice.text] : Object.values(explanationText(explanation, '_app'));
    if (expected === null) expect(told).toBeNull();
    else expect(told?.slice(0, 2).join(': ')).toMatch(expected);
  });
});
