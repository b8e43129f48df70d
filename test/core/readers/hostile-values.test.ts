import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFormEncoding } from '../../../src/core/cookies/form-encoding.ts';
import { openCookie, recogniseCookie } from '../../../src/core/readers/index.ts';
import { SECRET, sealCbc, sealGcm, sealSigned, wrap } from './seal.ts';
import { cookieOf, keyringFrom, keyringOf, SENT } from './vectors.ts';

const keyring = await keyringFrom([SECRET]);
const NAMES = fc.constantFrom('_shop_session', 'session_id', 'theme', '__Host-session', '', '__proto__');

const escapeAll = (raw: string): string => raw.replace(/[^A-Za-z0-9_-]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);

describe('an altered value', () => {
  const opened = SENT.filter((row) => row.expected.ok && (row.raw_value ?? '').length < 700);

  test('with a single byte changed never opens, wherever the byte stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...opened), fc.nat(), fc.integer({ min: 0, max: 255 }), async (vector, at, byte) => {
        const raw = decodeFormEncoding(cookieOf(vector).value);
        const index = at % raw.length;
        fc.pre(raw.charCodeAt(index) !== byte);
        const changed = raw.slice(0, index) + String.fromCharCode(byte) + raw.slice(index + 1);
        const reading = await openCookie({ ...cookieOf(vector), value: escapeAll(changed) }, await keyringOf(vector), 0);
        expect(reading?.key ?? null).toBeNull();
        expect(reading?.state).not.toBe('opened');
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['AES-GCM', sealGcm(wrap('{"a":1}'))],
    ['AES-CBC', sealCbc('{"a":1}')],
    ['signed', sealSigned('{"a":1}')],
  ])('%s: neither of every bit flipped in turn, nor cut short or longer', async (_what, value) => {
    const raw = decodeFormEncoding(value);
    const changes = [...raw].flatMap((character, index) =>
      [1, 2, 4, 8, 16, 32, 64].map(
        (bit) => raw.slice(0, index) + String.fromCharCode(character.charCodeAt(0) ^ bit) + raw.slice(index + 1),
      ),
    );
    for (const changed of [...changes, ...[...raw].map((_, index) => raw.slice(0, index)), `${raw}=`, `${raw}a`, ` ${raw}`, `${raw}\n`]) {
      const reading = await openCookie({ name: '_shop_session', value: escapeAll(changed) }, keyring, 0);
      expect(reading?.key ?? null).toBeNull();
    }
  });
});

describe('any value', () => {
  const piece = fc.oneof(
    fc.constantFrom('--', '%', '%2', '%3D', '+', '=', '==', '"', ';', '\u0000', '\u00ff', '日'),
    fc.base64String({ maxLength: 40 }),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex')),
    fc.string({ maxLength: 10 }),
    fc.constantFrom(sealGcm('{'), sealCbc('['), sealSigned('{"a"'), sealSigned(wrap('{')), 'a'.repeat(3000)),
  );

  test('is recognised or not, opened or not, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(NAMES, fc.array(piece, { maxLength: 7 }), fc.double(), async (name, pieces, now) => {
        const cookie = { name, value: pieces.join('') };
        const reading = await openCookie(cookie, keyring, now);
        expect(reading === null).toBe(recogniseCookie(cookie) === null);
        expect(structuredClone(reading)).toEqual(reading);
      }),
      { numRuns: 1500 },
    );
  });

  test('is still read where its content is anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(Buffer.from)),
        fc.boolean(),
        async (content, enveloped) => {
          const sealed = enveloped ? wrap(content) : content;
          for (const value of [sealGcm(sealed), sealCbc(sealed)]) {
            const reading = await openCookie({ name: '_shop_session', value }, keyring, 0);
            expect(reading?.key).not.toBeNull();
            expect(reading?.state === 'opened' || reading?.failure === 'unreadable').toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is dealt with in no time, however long', () => {
    const start = performance.now();
    for (const unit of ['a', '-', '--', '%', '+', ' ', '=', 'A--', '%2D']) {
      recogniseCookie({ name: '_shop_session', value: unit.repeat(Math.floor(65_000 / unit.length)) });
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
