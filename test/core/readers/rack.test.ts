import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCookie, recogniseCookie } from '../../../src/core/readers/index.ts';
import type { Reading } from '../../../src/core/readers/reader.ts';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';
import { sealCbc, sealGcm, sealSigned } from './seal.ts';
import { deflated, RACK_SECRET, sealHmac, sealV1, sealV2, signText } from './seal-rack.ts';
import { keyringFrom } from './vectors.ts';

const keyring = await keyringFrom([RACK_SECRET]);
const NAME = 'rack.session';
const SESSION = '{"session_id":"0","user_id":1}';
const MARSHAL = Uint8Array.of(4, 8, 0x7b, 0);
const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64');
const escapeAll = (raw: string): string => raw.replace(/[^A-Za-z0-9_-]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);

async function open(value: string, name = NAME): Promise<Reading> {
  const reading = await openCookie({ name, value }, keyring, 0);
  if (reading === null) throw new Error('taken for a plain cookie');
  return reading;
}

describe('the signature', () => {
  test.each([
    ['sha1', 'SHA1'],
    ['sha256', 'SHA256'],
    ['sha384', 'SHA384'],
    ['sha512', 'SHA512'],
  ])('of HMAC-%s is known by its length, with the secret as its key', async (digest, hmacDigest) => {
    expect(await open(sealHmac(SESSION, digest))).toMatchObject({
      state: 'opened',
      layout: 'rack-hmac',
      serializer: 'json',
      key: { digest: null, iterations: null, salt: null, cipherBits: null, hmacDigest },
      tried: 1,
    });
  });

  test('covers the line breaks that Rack 1 puts into base64', async () => {
    const text = `${base64(SESSION.repeat(1)).replace(/.{20}/g, '$&\n')}\n`;
    expect(await open(signText(text))).toMatchObject({ state: 'opened', layout: 'rack-hmac', serializer: 'json' });
  });

  test('is what stands behind the last dashes, whatever the payload is', async () => {
    expect(await open(signText('a--b'))).toMatchObject({ state: 'failed', failure: 'malformed', layout: 'rack-hmac' });
  });

  test('that was cut short fits no secret, and the content is shown all the same', async () => {
    const value = sealHmac(SESSION).slice(0, -3);
    expect(await open(value)).toMatchObject({ state: 'readable', layout: 'rack-hmac', serializer: 'json', key: null, tried: 0 });
  });
});

describe('the payload', () => {
  test('of a custom coder opens without content', async () => {
    expect(await open(sealHmac('custom'))).toMatchObject({ state: 'opened', serializer: 'unknown', data: null });
  });

  test('of deflated JSON is inflated, and the JSON is the plaintext', async () => {
    const reading = await open(sealHmac(deflated(SESSION)));
    expect(reading).toMatchObject({ state: 'opened', serializer: 'zipjson' });
    expect(reading.parts.at(-1)).toMatchObject({ kind: 'plaintext', text: SESSION, bytes: SESSION.length });
  });

  test.each([
    ['cut short', deflated(SESSION).slice(0, -6)],
    ['with a wrong checksum', deflated(SESSION).fill(0, -4)],
    ['of more than a megabyte', deflated(`"${'a'.repeat(2_000_000)}"`)],
    ['of broken JSON', deflated('{"a":')],
  ])('deflated and %s is unreadable', async (_what, content) => {
    expect(await open(sealHmac(content))).toMatchObject({ state: 'failed', failure: 'unreadable', serializer: 'zipjson', data: null });
  });

  test.each([
    ['Marshal', MARSHAL, 'marshal'],
    ['a JSON object', SESSION, 'json'],
    ['deflated JSON', deflated(SESSION), 'zipjson'],
  ])('without a secret is readable, and not signed: %s', async (_what, content, serializer) => {
    const reading = await open(escapeAll(base64(content)));
    expect(reading).toMatchObject({ state: 'readable', layout: 'rack-plain', serializer, key: null, failure: null, tried: 0 });
  });
});

describe.each([
  ['version 1', sealV1, 'rack-encryptor-v1'],
  ['version 2', sealV2, 'rack-encryptor-v2'],
] as const)('the encryptor, %s', (_version, seal, layout) => {
  test.each([
    ['of the cookie’s name', 'rack.session', NAME, 'rack.session'],
    ['of a name that was escaped', 'my session', 'my+session', 'my session'],
    ['of a name that looks escaped', 'a%20b.session', 'a%20b.session', 'a%20b.session'],
    ['of a name in UTF-8', 'café.session', 'caf\u00c3\u00a9.session', 'café.session'],
    ['without one, as the default name gives', null, NAME, null],
  ])('opens with a purpose %s', async (_what, purpose, name, told) => {
    const padding = 32 - ((2 + SESSION.length) % 32);
    expect(await open(seal(SESSION, { purpose, padding }), name)).toMatchObject({ state: 'opened', layout, purpose: told });
  });

  test('does not open under another name', async () => {
    expect(await open(seal(SESSION), 'blog.session')).toMatchObject({ state: 'sealed', failure: 'wrong-key', tried: 2 });
  });

  test.each([0, 1, 31, 255, 256, 4096])('takes off a padding of %i bytes', async (padding) => {
    const reading = await open(seal(SESSION, { padding }));
    expect(reading.data && writeNeutralJson(reading.data)).toBe(SESSION);
    expect(reading.parts.at(-1)).toMatchObject({ kind: 'plaintext', bytes: SESSION.length });
  });

  test('tells content that is broken from content of another kind', async () => {
    expect(await open(seal('{"a"'))).toMatchObject({ state: 'failed', failure: 'unreadable', serializer: 'json' });
    expect(await open(seal('?'))).toMatchObject({ state: 'opened', serializer: 'unknown', data: null });
  });

  test('never opens with any one bit changed, cut short, or with more behind it', async () => {
    const raw = decodeURIComponent(seal(SESSION));
    const bytes = Buffer.from(raw, 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
      const longer = Buffer.concat([bytes, bytes.subarray(0, index + 1)]);
      for (const other of [changed, bytes.subarray(0, index), longer])
        expect((await openCookie({ name: NAME, value: escapeAll(other.toString('base64')) }, keyring, 0))?.key ?? null).toBeNull();
    }
  });
});

test('a padding longer than the content is unreadable', async () => {
  const { withoutPadding } = await import('../../../src/core/readers/rack/encryptor.ts');
  expect(withoutPadding(Uint8Array.of(3, 0, 1, 2))).toBeNull();
  expect(withoutPadding(Uint8Array.of(2, 0, 1, 2))).toEqual(new Uint8Array());
  expect(withoutPadding(Uint8Array.of(0))).toBeNull();
});

describe('a secret that is too short for the encryptor', () => {
  test.each([
    ['version 1', 63, sealV1],
    ['version 2', 31, sealV2],
  ])('of %s, at %i bytes, is not tried', async (_version, length, seal) => {
    const short = await keyringFrom([RACK_SECRET.slice(0, length)]);
    expect(await openCookie({ name: NAME, value: seal(SESSION) }, short, 0)).toMatchObject({ failure: 'wrong-key', tried: 0 });
  });

  test('version 2 makes do with 32 bytes', async () => {
    const short = await keyringFrom([RACK_SECRET.slice(0, 32)]);
    expect(await openCookie({ name: NAME, value: sealV2(SESSION) }, short, 0)).toMatchObject({ state: 'opened' });
  });
});

describe('whose a value is', () => {
  const padding = 32 - ((2 + SESSION.length) % 32);
  test.each([
    ['a signed value under Rack’s name', NAME, sealHmac(SESSION), 'rack', 'rack-hmac'],
    ['a signed value under a name like it', 'blog.session', sealHmac(SESSION), 'rack', 'rack-hmac'],
    ['a signed value under Rails’ name', '_blog_session', sealHmac(SESSION), 'rails', 'signed'],
    ['a signed value under any name', 'cart', sealHmac(SESSION), 'rails', 'signed'],
    ['line breaks in base64 under Rails’ name', '_blog_session', signText(`${base64(MARSHAL)}\n`), 'rack', 'rack-hmac'],
    ['AES-GCM of Rails under Rack’s name', NAME, sealGcm(SESSION), 'rails', 'encrypted-gcm'],
    ['AES-CBC of Rails under Rack’s name', NAME, sealCbc(SESSION), 'rails', 'encrypted-cbc'],
    ['an encrypted message under Rails’ name', '_blog_session', sealV1(SESSION, { padding }), 'rack', 'rack-encryptor-v1'],
    ['an encrypted message under a session-like name', 'sid', sealV2(SESSION, { padding }), 'rack', 'rack-encryptor-v2'],
    ['Marshal without a signature under Rails’ name', '_blog_session', 'BAh7AA%3D%3D', 'rack', 'rack-plain'],
    ['64 hex digits under Rack’s name', NAME, '0a'.repeat(32), 'rack', 'store-id'],
    ['32 hex digits under Rack’s name', NAME, '0a'.repeat(16), 'rack', 'store-id'],
    ['32 hex digits under Rails’ name', '_blog_session', '0a'.repeat(16), 'rails', 'store-id'],
  ])('%s', (_what, name, value, framework, layout) => {
    expect(recogniseCookie({ name, value })).toEqual({ framework, layout, malformed: false });
  });

  test('a value of Rack under another name opens by the secret itself, as Rails 3 signs', async () => {
    expect(await open(sealHmac(SESSION), '_blog_session')).toMatchObject({ framework: 'rails', state: 'opened', key: { salt: null } });
    expect(await open(sealSigned(SESSION, { secret: RACK_SECRET }), NAME)).toMatchObject({ framework: 'rack', state: 'readable' });
  });

  test.each([
    ['base64 of JSON under another name', 'prefs', base64(SESSION)],
    ['base64 of JSON under a session-like name', 'sid', base64(SESSION)],
    ['an encrypted message under a plain name', 'blob', sealV1(SESSION, { padding })],
    ['an encrypted message of odd length under a session-like name', 'sid', sealV1(SESSION, { padding: 1 })],
    ['64 hex digits under another name', 'visitor', '0a'.repeat(32)],
    ['the session of Roda’s own plugin', 'roda.session', 'x'],
    ['a session of Express', 'connect.sid', 'BAh7AA%3D%3D'],
  ])('%s is nobody’s', (_what, name, value) => {
    expect(recogniseCookie({ name, value })).toBeNull();
  });

  test.each([
    ['nothing', '', null],
    ['a word', 'hello', null],
    ['an encrypted message cut short', sealV1(SESSION).slice(0, 70), 'rack-encryptor-v1'],
    ['an encrypted message without its padding', sealV2(SESSION, { padding: 0 }).slice(0, 61), 'rack-encryptor-v2'],
    ['a payload that is no base64', `a!--${'0'.repeat(40)}`, 'rack-hmac'],
    ['Marshal in broken base64', 'BAh7A', 'rack-plain'],
  ])('%s under Rack’s name is malformed', async (_what, value, layout) => {
    expect(recogniseCookie({ name: NAME, value })).toEqual({ framework: 'rack', layout, malformed: true });
    expect(await open(value)).toMatchObject({ framework: 'rack', state: 'failed', failure: 'malformed', layout, data: null });
  });
});

describe('any value', () => {
  const piece = fc.oneof(
    fc.constantFrom('--', '%', '%0A', '%3D', '+', '=', '==', 'A', 'BAh7', 'eJw', '\u00ff'),
    fc.base64String({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex')),
    fc.constantFrom(sealV1('{'), sealV2('['), sealHmac('{"a"'), sealHmac(deflated('{')), 'a'.repeat(3000)),
  );

  test('is recognised or not, opened or not, and never throws', async () => {
    const names = fc.constantFrom(NAME, 'blog.session', 'sid', '_shop_session', '', '__proto__');
    await fc.assert(
      fc.asyncProperty(names, fc.array(piece, { maxLength: 6 }), async (name, pieces) => {
        const cookie = { name, value: pieces.join('') };
        const reading = await openCookie(cookie, keyring, 0);
        expect(reading === null).toBe(recogniseCookie(cookie) === null);
        expect(structuredClone(reading)).toEqual(reading);
      }),
      { numRuns: 1000 },
    );
  });

  test('is still read where its content is anything at all', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map(Buffer.from),
      fc.uint8Array({ maxLength: 100 }).map((bytes) => Uint8Array.of(0x78, 0x9c, ...bytes)),
    );
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        for (const value of [sealV1(bytes, { padding: 3 }), sealV2(bytes, { padding: 3 })]) {
          const reading = await open(value);
          expect(reading.key).not.toBeNull();
          expect(reading.state === 'opened' || reading.failure === 'unreadable').toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
