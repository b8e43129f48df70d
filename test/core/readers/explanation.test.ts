import { describe, expect, test } from 'vitest';
import { configurationOf, explainReading } from '../../../src/core/readers/explanation/explain-reading.ts';
import { ALONE, type Explanation, type ExplanationContext, type OpenedWith } from '../../../src/core/readers/explanation/explanation.ts';
import { openCookie, READERS } from '../../../src/core/readers/index.ts';
import type { Keyring, Reading, SealedCookie, SecretKeys } from '../../../src/core/readers/reader.ts';
import { explanationInfo, explanationText } from '../../../src/core/report/explanations/explanation-info.ts';
import { SECRET, sealCbc, sealGcm, sealSigned, wrap } from './seal.ts';
import { cookieOf, keyringFrom, keyringOf, SENT, type Vector } from './vectors.ts';

const NAME = '_app_session';
const JSON_SESSION = '{"session_id":"0123456789abcdef0123456789abcdef","user_id":7}';

async function readingOf(cookie: SealedCookie, keyring: Keyring, now = 0): Promise<Reading> {
  const reading = (await openCookie(cookie, keyring, now)) ?? (await READERS[0]?.open(cookie, keyring, now));
  if (reading == null) throw new Error('no reader');
  return reading;
}

async function explain(cookie: SealedCookie, keyring: Keyring, context: Partial<ExplanationContext> = {}): Promise<Explanation | null> {
  const given = { ...ALONE, ...context };
  return explainReading(await readingOf(cookie, keyring, given.now), cookie, given);
}

const app = (value: string): SealedCookie => ({ name: NAME, value });

/** A vector whose raw value has a `+`, so that decoding it loses something. */
const GCM = vector((row) => row.config.cipher === 'aes-256-gcm' && row.expected.ok && (row.raw_value ?? '').includes('+'));
const CBC = vector((row) => row.expected.ok && row.expected.layout === 'encrypted-cbc');

function vector(fits: (row: Vector) => boolean): Vector {
  const found = SENT.find(fits);
  if (found === undefined) throw new Error('no such vector');
  return found;
}

const changed = (row: Vector, change: (value: string) => string): SealedCookie => {
  const { value } = cookieOf(row);
  return { ...cookieOf(row), value: change(value) };
};
const rawOf = (row: Vector): string => row.raw_value ?? '';

describe('a value that no key can open', () => {
  /** Long enough to be cut at any limit. */
  const long = sealGcm(wrap(JSON.stringify({ a: 'x'.repeat(3000) })));
  const atLimit = (characters: number): SealedCookie => app(`${'A'.repeat(60)}${long.replaceAll('%', '')}`.slice(0, characters));

  test.each<[reason: string, cookie: SealedCookie, expected: object]>([
    ['nothing', changed(GCM, () => ''), { kind: 'empty', stage: 'layout' }],
    ['a whole page', changed(GCM, () => 'x'.repeat(70_000)), { kind: 'too-long', bytes: 70_000 }],
    ['double quotes around', changed(GCM, (value) => `"${value}"`), { kind: 'quoted', stage: 'encoding', quote: 'double' }],
    ['escaped quotes around', changed(GCM, (value) => `%22${value}%22`), { kind: 'quoted', quote: 'double' }],
    ['single quotes around', changed(GCM, (value) => `'${value}'`), { kind: 'quoted', quote: 'single' }],
    ['a line break after it', changed(GCM, (value) => `${value}%0A`), { kind: 'white-space-around', stage: 'encoding' }],
    ['encoded twice', changed(GCM, encodeURIComponent), { kind: 'encoded-twice', stage: 'encoding' }],
    ['decoded already', changed(GCM, () => rawOf(GCM)), { kind: 'decoded-already', stage: 'encoding' }],
    ['decoded twice, with spaces', changed(GCM, () => rawOf(GCM).replaceAll('+', ' ')), { kind: 'decoded-already' }],
    ['cut inside an escape', changed(GCM, (value) => value.slice(0, -2)), { kind: 'cut-in-escape', stage: 'encoding', limit: null }],
    ['cut right behind a %', changed(GCM, (value) => value.slice(0, value.lastIndexOf('%') + 1)), { kind: 'cut-in-escape' }],
    ['cut in the ciphertext', changed(GCM, (value) => value.slice(0, 60)), { kind: 'truncated', stage: 'layout', missing: 'seal' }],
    [
      'without its tag',
      changed(GCM, () => rawOf(GCM).split('--').slice(0, 2).join('--').replaceAll('+', '%2B')),
      { kind: 'truncated', missing: 'tag' },
    ],
    [
      'cut in the IV',
      changed(GCM, () =>
        rawOf(GCM)
          .replace(/--(.{7}).*$/, '--$1')
          .replaceAll('+', '%2B'),
      ),
      { kind: 'truncated', missing: 'iv' },
    ],
    ['name and value cut at 4096', atLimit(4096 - NAME.length), { kind: 'truncated', wire: 4096, limit: 'name-and-value' }],
    ['the value cut at 4096', atLimit(4096), { kind: 'truncated', wire: 4108, limit: 'value' }],
    ['cut elsewhere', atLimit(4000), { kind: 'truncated', limit: null }],
    ['anything else', app('hello'), { kind: 'unrecognised', stage: 'layout' }],
  ])('%s', async (_, cookie, expected) => {
    expect(await explain(cookie, await keyringOf(GCM))).toMatchObject(expected);
    expect(await explain(cookie, [])).toMatchObject(expected);
  });

  test('a signature that was cut is not a wrong one, signed or encrypted', async () => {
    const cut = { kind: 'truncated', stage: 'layout', missing: 'signature' };
    expect(
      await explain(
        changed(CBC, (value) => value.slice(0, -3)),
        await keyringOf(CBC),
      ),
    ).toMatchObject(cut);
    expect(await explain(app(sealSigned(JSON_SESSION).slice(0, -1)), await keyringFrom([SECRET]))).toMatchObject(cut);
  });

  test('every malformed vector is told apart from a whole one', async () => {
    for (const row of SENT.filter(({ expected }) => expected.reason === 'malformed')) {
      const { kind } = (await explain(cookieOf(row), await keyringOf(row))) ?? {};
      const [, name = ''] = row.id.split('/');
      const kinds: Record<string, string> = {
        'short-tag': 'truncated',
        'no-tag': 'truncated',
        truncated: 'truncated',
        garbage: 'unrecognised',
        'empty-value': 'empty',
        'not-unescaped-plus': 'decoded-already',
      };
      expect([row.id, kind]).toEqual([row.id, kinds[name]]);
    }
  });
});

describe('a value that is whole', () => {
  test('what opens needs no explanation', async () => {
    for (const row of SENT) {
      const now = Date.parse(row.evaluate_at);
      const reading = await readingOf(cookieOf(row), await keyringOf(row), now);
      if (reading.state !== 'opened') continue;
      const own = configurationOf(reading);
      expect([row.id, explainReading(reading, cookieOf(row), { now, opened: own === null ? [] : [own] })]).toEqual([row.id, null]);
    }
  });

  test('that is sealed without any secret needs none either', async () => {
    expect(await explain(cookieOf(GCM), [])).toBeNull();
    expect(await explain(app(sealSigned(JSON_SESSION)), [])).toBeNull();
  });

  test('fits no secret: how many combinations were tried', async () => {
    const keyring = await keyringFrom(['another secret', 'and one more']);
    const expected = { kind: 'no-secret-fits', stage: 'key', framework: 'rails' };
    expect(await explain(cookieOf(GCM), keyring)).toEqual({ ...expected, tried: 24, readable: false });
    expect(await explain(app(sealSigned(JSON_SESSION)), keyring)).toEqual({ ...expected, tried: 10, readable: true });
  });

  test('with a key length that the platform lacks: nothing was tried', async () => {
    const [secret] = await keyringFrom(['another secret']);
    if (secret === undefined) throw new Error('no secret');
    const lacking: SecretKeys = {
      id: secret.id,
      label: secret.label,
      options: { cipherBits: 192 },
      // As Chromium answers for 192-bit AES.
      derive: () => Promise.reject(new DOMException('192-bit AES keys are not supported', 'OperationError')),
      direct: (digest) => secret.direct(digest),
      sliced: () => secret.sliced(),
    };
    expect(await explain(cookieOf(GCM), [lacking])).toEqual({ kind: 'cipher-missing', stage: 'key' });
  });

  test('of another cookie says which', async () => {
    const row = vector(({ expected }) => expected.reason === 'purpose_mismatch');
    const { purpose } = row.expected;
    expect(await explain(cookieOf(row), await keyringOf(row))).toEqual({
      kind: 'other-cookie',
      stage: 'purpose',
      purpose,
      cookie: purpose?.slice('cookie.'.length),
    });
  });

  test('that expired says when and how long ago', async () => {
    const expires = '2026-01-15T13:00:00.000Z';
    const cookie = app(sealGcm(wrap(JSON_SESSION, { exp: expires })));
    const at = (late: number) => explain(cookie, keyring, { now: Date.parse(expires) + late });
    const keyring = await keyringFrom([SECRET]);
    expect(await at(90 * 60_000)).toEqual({ kind: 'expired', stage: 'expiry', expires, late: 5_400_000 });
    expect(await at(0)).toMatchObject({ late: 0 });
    expect(await at(-1)).toBeNull();
  });

  test('whose content is broken says at which byte', async () => {
    const keyring = await keyringFrom([SECRET]);
    const unreadable = { kind: 'unreadable', stage: 'serializer' };
    expect(await explain(app(sealGcm('{"a":1,]')), keyring)).toMatchObject({
      ...unreadable,
      serializer: 'json',
      at: { offset: 7, byte: 0x5d },
    });
    expect(await explain(app(sealGcm(Uint8Array.of(4, 8, 0x7b))), keyring)).toMatchObject({ serializer: 'marshal', at: { byte: null } });
    expect(await explain(app(sealGcm('{"_rails":{"message":"!","exp":null,"pur":null}}')), keyring)).toMatchObject({
      ...unreadable,
      at: null,
    });
  });
});

describe('beside other values of the cookie', () => {
  const others = async (value: string): Promise<readonly OpenedWith[]> => {
    const own = configurationOf(await readingOf(app(value), await keyringFrom([SECRET])));
    return own === null ? [] : [own];
  };

  test.each<[reason: string, here: string, other: string, differs: readonly string[]]>([
    ['another digest', sealGcm(JSON_SESSION, { digest: 'sha1' }), sealGcm(JSON_SESSION), ['digest']],
    ['another cipher length', sealGcm(JSON_SESSION, { bits: 128 }), sealGcm(JSON_SESSION), ['cipher']],
    ['another layout', sealCbc(JSON_SESSION), sealGcm(JSON_SESSION), ['layout']],
    ['another layout and digest', sealCbc(JSON_SESSION, { digest: 'sha1' }), sealGcm(JSON_SESSION), ['layout', 'digest']],
    ['another HMAC', sealSigned(JSON_SESSION, { hmac: 'sha256' }), sealSigned(JSON_SESSION), ['hmac']],
  ])('%s of the same secret is told, from either side', async (_, here, other, differs) => {
    const keyring = await keyringFrom([SECRET]);
    const expected = { kind: 'other-configuration', stage: 'key', differs };
    expect(await explain(app(here), keyring, { opened: await others(other) })).toMatchObject(expected);
    expect(await explain(app(other), keyring, { opened: await others(here) })).toMatchObject(expected);
  });

  test('another salt is told', async () => {
    const keyring = await keyringFrom([SECRET], { salts: { authenticatedEncryptedCookie: 'ours' } });
    const own = configurationOf(await readingOf(app(sealGcm(JSON_SESSION, { salt: 'ours' })), keyring));
    expect(await explain(app(sealGcm(JSON_SESSION)), keyring, { opened: own === null ? [] : [own] })).toMatchObject({ differs: ['salt'] });
  });

  test('another secret is a rotation and needs no explanation', async () => {
    const opened = (await others(sealGcm(JSON_SESSION, { digest: 'sha1' }))).map((other) => ({ ...other, secretId: 'older' }));
    expect(await explain(app(sealGcm(JSON_SESSION)), await keyringFrom([SECRET]), { opened })).toBeNull();
  });

  test('one that does not open has a wrong tag or signature', async () => {
    const keyring = await keyringFrom([SECRET]);
    const secret = 'the secret of another server';
    const gcm = await explain(app(sealGcm(JSON_SESSION, { secret })), keyring, { opened: await others(sealGcm(JSON_SESSION)) });
    expect(gcm).toEqual({ kind: 'wrong-seal', stage: 'tag', tried: 12, altered: false });
    const cbc = await explain(app(sealCbc(JSON_SESSION, { secret })), keyring, { opened: await others(sealCbc(JSON_SESSION)) });
    expect(cbc).toMatchObject({ kind: 'wrong-seal', stage: 'signature' });
    const reading = await readingOf(app(sealGcm(JSON_SESSION, { secret })), keyring);
    expect(explainReading({ ...reading, failure: 'tampered' }, app('x'), ALONE)).toMatchObject({ kind: 'wrong-seal', altered: true });
  });
});

describe('the prose', () => {
  const configuration = {
    layout: 'encrypted-gcm',
    digest: 'SHA1',
    iterations: 1000,
    salt: 's',
    cipherBits: 256,
    hmacDigest: null,
  } as const;
  const cut = { wire: 4096, limit: 'name-and-value' } as const;
  const ONE_OF_EACH: { readonly [K in Explanation['kind']]: readonly [Extract<Explanation, { kind: K }>, RegExp] } = {
    empty: [{ kind: 'empty', stage: 'layout' }, /nothing is sealed/],
    'too-long': [{ kind: 'too-long', stage: 'layout', bytes: 70_000, limit: 65_536 }, /70,000 bytes/],
    quoted: [{ kind: 'quoted', stage: 'encoding', quote: 'double' }, /double quotes/],
    'white-space-around': [{ kind: 'white-space-around', stage: 'encoding' }, /line break/],
    'encoded-twice': [{ kind: 'encoded-twice', stage: 'encoding', escapes: 1 }, /1 escape of the value is escaped once more/],
    'decoded-already': [{ kind: 'decoded-already', stage: 'encoding', spaces: 3 }, /3 bare \+/],
    'cut-in-escape': [{ kind: 'cut-in-escape', stage: 'encoding', ...cut }, /4,096 bytes.*exactly the browsers’ limit/],
    truncated: [{ kind: 'truncated', stage: 'layout', missing: 'tag', ...cut }, /tag is missing.*4,096/],
    unrecognised: [{ kind: 'unrecognised', stage: 'layout' }, /beyond recognition/],
    'no-secret-fits': [{ kind: 'no-secret-fits', stage: 'key', framework: 'rails', tried: 24, readable: false }, /24 combinations/],
    'cipher-missing': [{ kind: 'cipher-missing', stage: 'key' }, /Chrome has no 192-bit AES/],
    'wrong-seal': [{ kind: 'wrong-seal', stage: 'tag', tried: 12, altered: false }, /tag fits none of 12 combinations/],
    'other-configuration': [
      {
        kind: 'other-configuration',
        stage: 'key',
        here: configuration,
        others: [{ ...configuration, digest: 'SHA256' }],
        differs: ['digest'],
      },
      /the digest SHA256 and not SHA1\. This is what raising `config\.load_defaults` to 7\.0 does/,
    ],
    'other-cookie': [{ kind: 'other-cookie', stage: 'purpose', purpose: 'cookie._b', cookie: '_b' }, /“cookie\._b”.*under the name _a/],
    expired: [{ kind: 'expired', stage: 'expiry', expires: '2026-01-15T13:00:00.000Z', late: 7_200_000 }, /2026-01-15.*2 hours before\)/],
    unreadable: [
      { kind: 'unreadable', stage: 'serializer', serializer: 'marshal', at: { code: 'bad-link', offset: 1204, byte: 0x40 } },
      /not valid Marshal: a link to a value that is not there, at byte 1,204 \(0x40\)/,
    ],
  };

  test.each(Object.values(ONE_OF_EACH))('%o says its numbers and what to do', (explanation, sentence) => {
    const text = explanationText(explanation, '_a');
    expect(text.sentence).toMatch(sentence);
    expect(text.title).toMatch(/^[A-Z].*[^.]$/);
    expect(text.remedy).toMatch(/\.$/);
  });

  test('is there for every kind', () => {
    expect(Object.keys(explanationInfo).sort()).toEqual(Object.keys(ONE_OF_EACH).sort());
  });
});
