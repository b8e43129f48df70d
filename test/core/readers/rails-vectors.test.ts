import { describe, expect, test } from 'vitest';
import { openCookie, recogniseCookie } from '../../../src/core/readers/index.ts';
import type { Reading } from '../../../src/core/readers/reader.ts';
import { writePayloadJson } from '../../../src/core/serializers/payload-json.ts';
import { comparable } from '../serializers/neutral-comparison.ts';
import { cookieOf, keyringOf, SENT, type Vector } from './vectors.ts';

/** Of every row that Rails opened, and of those that it refused although they open. */
const READABLE_REASONS = ['purpose_mismatch', 'expired', 'serializer_mismatch'];

async function readingOf(vector: Vector): Promise<Reading> {
  const reading = await openCookie(cookieOf(vector), await keyringOf(vector), Date.parse(vector.evaluate_at));
  if (reading === null) throw new Error(`${vector.id} was taken for a plain cookie`);
  return reading;
}

function contentOf(reading: Reading): unknown {
  return reading.data === null ? null : comparable(JSON.parse(writePayloadJson(reading.data, reading.serializer)));
}

const cases = (rows: readonly Vector[]): readonly [string, string, Vector][] => rows.map((row) => [row.id, row.description, row]);
const byReason = (...reasons: string[]): readonly [string, string, Vector][] =>
  cases(SENT.filter((row) => !row.expected.ok && reasons.includes(row.expected.reason ?? '')));

describe('what Rails opened', () => {
  test.each(cases(SENT.filter((row) => row.expected.ok)))('%s opens as Rails opened it: %s', async (_id, _description, vector) => {
    const { expected, config } = vector;
    const reading = await readingOf(vector);
    expect(reading).toMatchObject({
      state: 'opened',
      failure: null,
      layout: expected.layout,
      serializer: expected.serializer,
      purpose: expected.purpose,
      expires: expected.expires_at,
      envelope: expected.metadata_envelope,
      key: { secretId: String(vector.expected_secret_index ?? 0), digest: vector.secret_token === undefined ? config.hash_digest : null },
    });
    expect(contentOf(reading)).toEqual(expected.serializer === 'unknown' ? null : comparable(expected.session ?? expected.value));
  });

  test.each(cases(SENT.filter((row) => row.expected.ok)))(
    '%s has the payload and the parts that Rails wrote: %s',
    async (_id, _description, vector) => {
      const { payload_text, payload_base64, layout } = vector.expected;
      const { parts } = await readingOf(vector);
      const plaintext = parts.find((part) => part.kind === 'plaintext');
      const payload = payload_text === undefined ? Buffer.from(payload_base64 ?? '', 'base64') : Buffer.from(payload_text);
      expect(plaintext?.bytes).toBe(payload.length);
      if (payload_text !== undefined) expect(plaintext?.text).toBe(payload_text);
      const wire = parts.filter(
        (part) => part.kind !== 'plaintext' && part.kind !== 'envelope' && !(layout === 'encrypted-cbc' && isInner(part.kind)),
      );
      const raw = wire.map((part) => part.text).join('--');
      expect(raw).toBe(vector.raw_value);
      if (vector.sizes !== undefined) expect(raw.length).toBe(vector.sizes.raw_value);
      for (const part of wire) expect(part.bytes).toBe(Buffer.from(part.text, part.encoding === 'hex' ? 'hex' : 'base64').length);
    },
  );

  const isInner = (kind: string): boolean => kind === 'ciphertext' || kind === 'iv';

  test.each([
    ['aes-256-gcm', { layout: 'encrypted-gcm', key: { cipherBits: 256, hmacDigest: null, salt: 'authenticated encrypted cookie' } }],
    ['aes-192-gcm', { layout: 'encrypted-gcm', key: { cipherBits: 192, hmacDigest: null } }],
    ['aes-256-cbc', { layout: 'encrypted-cbc', key: { cipherBits: 256, salt: 'encrypted cookie' } }],
  ])('the key that opened an %s cookie is told exactly', async (cipher, told) => {
    const vector = SENT.find((row) => row.expected.ok && row.config.cipher === cipher && row.config.salts === undefined);
    if (vector === undefined) throw new Error('no such vector');
    const hmac = cipher === 'aes-256-cbc' ? { hmacDigest: vector.config.hmac_digest } : {};
    expect(await readingOf(vector)).toMatchObject({ ...told, key: { ...told.key, ...hmac, iterations: vector.config.iterations } });
  });
});

describe('what Rails refused', () => {
  const shut = byReason('auth_failed').filter(([, , row]) => row.opens_with === undefined);
  const open = byReason('auth_failed').filter(([, , row]) => row.opens_with !== undefined);

  test.each(shut)('%s fits no secret: %s', async (_id, _description, vector) => {
    const reading = await readingOf(vector);
    const signed = reading.layout === 'signed';
    expect(reading).toMatchObject({ state: signed ? 'readable' : 'sealed', failure: signed ? null : 'wrong-key', key: null });
    if (!signed) expect(reading.data).toBeNull();
  });

  test.each(open)('%s opens under the setting that it was really made with: %s', async (_id, _description, vector) => {
    const reading = await readingOf(vector);
    expect(reading).toMatchObject({ state: 'opened', failure: null });
    if (vector.opens_with?.hash_digest !== undefined) expect(reading.key?.digest).toBe(vector.opens_with.hash_digest);
  });

  test.each(byReason('malformed'))('%s is malformed, with or without a secret: %s', async (_id, _description, vector) => {
    expect(await readingOf(vector)).toMatchObject({ state: 'failed', failure: 'malformed', data: null });
    expect(await openCookie(cookieOf(vector), [], 0)).toMatchObject({ state: 'failed', failure: 'malformed', data: null });
    expect(recogniseCookie(cookieOf(vector))).toMatchObject({ framework: 'rails', malformed: true });
  });

  test.each(byReason(...READABLE_REASONS))('%s is refused by Rails and its content is shown: %s', async (_id, _description, vector) => {
    const { expected } = vector;
    const reading = await readingOf(vector);
    const states: Record<string, Partial<Reading>> = {
      purpose_mismatch: { state: 'failed', failure: 'purpose-mismatch' },
      expired: { state: 'failed', failure: 'expired' },
      serializer_mismatch: { state: 'opened', failure: null },
    };
    expect(reading).toMatchObject({
      ...states[expected.reason ?? ''],
      layout: expected.layout,
      serializer: expected.serializer,
      purpose: expected.purpose,
    });
    expect(contentOf(reading)).toEqual(expected.serializer === 'unknown' ? null : comparable(expected.session));
  });

  test('every reason that leaves a cookie is among those above', () => {
    const known = ['auth_failed', 'malformed', ...READABLE_REASONS];
    expect(SENT.filter((row) => !row.expected.ok && !known.includes(row.expected.reason ?? '')).map((row) => row.id)).toEqual([]);
  });
});

describe('without any secret', () => {
  test.each(cases(SENT.filter((row) => row.expected.ok)))(
    '%s is recognised, and only signed content is shown: %s',
    async (_id, _description, vector) => {
      const reading = await openCookie(cookieOf(vector), [], Date.parse(vector.evaluate_at));
      expect(recogniseCookie(cookieOf(vector))).toEqual({ framework: 'rails', layout: vector.expected.layout, malformed: false });
      const signed = vector.expected.layout === 'signed';
      expect(reading).toMatchObject({
        state: signed ? 'readable' : 'sealed',
        failure: null,
        layout: vector.expected.layout,
        key: null,
        tried: 0,
      });
      expect(reading?.serializer).toBe(signed ? vector.expected.serializer : null);
    },
  );
});
