import { describe, expect, test } from 'vitest';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { openCookie, recogniseCookie } from '../../../src/core/readers/index.ts';
import { longestRackValue } from '../../../src/core/readers/rack/limits.ts';
import type { Reading, SealedCookie } from '../../../src/core/readers/reader.ts';
import { writePayloadJson } from '../../../src/core/serializers/payload-json.ts';
import { keyringFrom, readFixture } from './vectors.ts';

/** One row of `rack.json`. */
interface RackVector {
  readonly id: string;
  readonly description: string;
  readonly secret: string | readonly string[] | null;
  readonly config: { readonly layout: string; readonly hmac_digest?: string; readonly serializer: string; readonly purpose?: string };
  readonly cookie_name: string;
  readonly set_cookie_header: string | null;
  readonly raw_value: string | null;
  readonly expected: {
    readonly ok: boolean;
    readonly reason?: string;
    readonly layout?: string;
    readonly serializer?: string;
    readonly session?: unknown;
  };
}

const VECTORS = readFixture('rack').vectors as readonly RackVector[];
const SENT = VECTORS.filter((row) => row.set_cookie_header !== null);
const cases = (rows: readonly RackVector[]): readonly [string, string, RackVector][] => rows.map((row) => [row.id, row.description, row]);
const isOk = (row: RackVector): boolean => row.expected.ok;

function cookieOf(vector: RackVector): SealedCookie {
  const { name, value, effective } = parseSetCookie(vector.set_cookie_header ?? '');
  return { name, value, httpOnly: effective.httpOnly };
}

async function readingOf(vector: RackVector): Promise<Reading> {
  const reading = await openCookie(cookieOf(vector), await keyringFrom([vector.secret ?? []].flat()), 0);
  if (reading === null) throw new Error(`${vector.id} was taken for a plain cookie`);
  return reading;
}

describe('what Rack wrote and read back', () => {
  test.each(cases(SENT.filter(isOk)))('%s opens: %s', async (_id, _description, vector) => {
    const { expected, config } = vector;
    const reading = await readingOf(vector);
    const plain = expected.layout === 'rack-plain';
    expect(reading).toMatchObject({
      framework: 'rack',
      role: 'session',
      state: plain ? 'readable' : 'opened',
      failure: null,
      layout: expected.layout,
      serializer: expected.serializer,
      purpose: config.purpose ?? null,
      expires: null,
      envelope: false,
    });
    if (!plain) {
      const hmacDigest = config.hmac_digest ?? (expected.layout === 'rack-encryptor-v1' ? 'SHA256' : null);
      expect(reading.key).toMatchObject({ secretId: vector.id.endsWith('/old-secret') ? '1' : '0', digest: null, salt: null, hmacDigest });
    }
    expect(reading.data && JSON.parse(writePayloadJson(reading.data, reading.serializer))).toEqual(expected.session);
  });

  test.each(cases(SENT.filter(isOk)))(
    '%s is recognised without a secret, and only what is not encrypted is shown: %s',
    async (_id, _, vector) => {
      expect(recogniseCookie(cookieOf(vector))).toEqual({ framework: 'rack', layout: vector.expected.layout, malformed: false });
      const reading = await openCookie(cookieOf(vector), [], 0);
      const encrypted = vector.expected.layout?.startsWith('rack-encryptor') ?? false;
      expect(reading).toMatchObject({ state: encrypted ? 'sealed' : 'readable', failure: null, key: null });
      expect(reading?.data === null).toBe(encrypted);
    },
  );

  test.each(cases(SENT.filter((row) => row.config.layout.startsWith('rack-hmac') && isOk(row))))(
    '%s has the parts that stand on the wire: %s',
    async (_id, _description, vector) => {
      const { parts } = await readingOf(vector);
      const wire = parts.filter(({ kind }) => kind !== 'plaintext').map(({ text }) => text);
      expect(wire.join('--')).toBe(vector.raw_value);
    },
  );

  test.each(cases(SENT.filter((row) => row.config.layout.startsWith('rack-encryptor') && isOk(row))))(
    '%s has parts that are the whole message but for its version: %s',
    async (_id, _description, vector) => {
      const { parts } = await readingOf(vector);
      const bytes = parts.filter(({ kind }) => kind !== 'plaintext').reduce((sum, part) => sum + part.bytes, 1);
      expect(bytes).toBe(Buffer.from(vector.raw_value ?? '', 'base64url').length);
    },
  );
});

describe('what Rack refused', () => {
  test.each(cases(SENT.filter((row) => row.expected.reason === 'auth_failed')))('%s fits no secret: %s', async (_id, _, vector) => {
    const reading = await readingOf(vector);
    const signed = reading.layout === 'rack-hmac';
    expect(reading).toMatchObject({
      framework: 'rack',
      layout: vector.config.layout,
      state: signed ? 'readable' : 'sealed',
      failure: signed ? null : 'wrong-key',
      key: null,
    });
    expect(reading.tried).toBeGreaterThan(0);
    if (!signed) expect(reading.data).toBeNull();
  });

  test.each(cases(VECTORS.filter((row) => row.expected.reason === 'no_set_cookie')))('%s left no cookie to read: %s', (_id, _, vector) => {
    expect(vector.set_cookie_header).toBeNull();
  });

  test('no cookie is longer than Rack lets one be', () => {
    for (const row of SENT) expect(row.raw_value?.length).toBeLessThanOrEqual(longestRackValue(row.cookie_name));
  });

  test('every row is among those above', () => {
    const known = ['auth_failed', 'no_set_cookie'];
    expect(VECTORS.filter((row) => !row.expected.ok && !known.includes(row.expected.reason ?? '')).map((row) => row.id)).toEqual([]);
  });
});
