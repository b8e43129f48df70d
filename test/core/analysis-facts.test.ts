import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/core/analysis.ts';
import type { HttpExchange } from '../../src/core/http/exchange.ts';
import { mixedSerializersText } from '../../src/core/report/explanations/mixed-serializers-info.ts';
import { type MixedSerializers, SerializersSeen } from '../../src/core/session/mixed-serializers.ts';
import { Repairs } from '../../src/worker/repairs.ts';
import { SECRET, sealGcm } from './readers/seal.ts';
import { keyringFrom } from './readers/vectors.ts';
import { analyse, analysisWith, exchange, exchangesOf } from './recording.ts';
import { stories, storyById, storyHar } from './stories.ts';

const ATTRIBUTES = 'path=/; HttpOnly; Secure; SameSite=Lax';
const session = (id: number): string => `{"session_id":"${String(id).padStart(32, '0')}"}`;
const OLD = `_app_session=${sealGcm(session(1), { digest: 'sha1' })}`;
const NEW = `_app_session=${sealGcm(session(2))}`;

const mixedOf = (analysis: Analysis): readonly (MixedSerializers | null | undefined)[] =>
  analysis.allRows().map((row) => analysis.detail(row.id)?.mixedSerializers);
const kindsOf = (analysis: Analysis) =>
  analysis.allRows().map((row) => {
    const detail = analysis.detail(row.id);
    return [detail?.explanation?.kind ?? null, detail?.carriedExplanation?.kind ?? null];
  });

describe('an upgrade to Rails 7 without a rotation', () => {
  const before = exchange({ at: 1, url: 'https://app.test/1', setCookie: [`${OLD}; ${ATTRIBUTES}`] });
  const after = exchange({ at: 2, url: 'https://app.test/2', cookie: OLD, setCookie: [`${NEW}; ${ATTRIBUTES}`] });

  test('shows on both sides, and on what the request carried', async () => {
    const analysis = await analyse([before, after], [SECRET]);
    expect(kindsOf(analysis)).toEqual([
      ['other-configuration', null],
      ['other-configuration', 'other-configuration'],
    ]);
    const [, row] = analysis.allRows();
    expect(analysis.detail(row?.id ?? '')).toMatchObject({
      explanation: { differs: ['digest'] },
      carriedExplanation: { differs: ['digest'] },
    });
  });

  test('is told to whoever looks at the older response', async () => {
    const analysis = await analysisWith([SECRET]);
    analysis.add(before);
    await analysis.settled();
    expect(kindsOf(analysis)).toEqual([[null, null]]);
    analysis.add(after);
    await analysis.settled();
    expect(kindsOf(analysis)[0]).toEqual(['other-configuration', null]);
  });

  test('is forgotten with the secret', async () => {
    expect(kindsOf(await analyse([before, after]))).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('does not show when every value is sealed alike', async () => {
    expect(kindsOf(await analyse([after], [SECRET]))).toEqual([['other-configuration', 'other-configuration']]);
    expect(kindsOf(await analyse([{ ...after, requestHeaders: [] }], [SECRET]))).toEqual([[null, null]]);
  });
});

describe('a hybrid serializer', () => {
  const hybrid = stories.filter(({ id }) => id.endsWith('/serializer-hybrid'));

  test.each(hybrid.map((story) => [story.id, story] as const))('is named in %s, in whatever order its exchanges come', async (_, story) => {
    const exchanges = exchangesOf(storyHar(story));
    const expected = mixedOf(await analyse(exchanges, story.secrets));
    const mixed = { serializers: ['marshal', 'json'], setting: 'json_allow_marshal', continued: true };
    expect(expected.length).toBeGreaterThan(0);
    for (const each of expected) expect(each).toEqual(mixed);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...exchanges], { minLength: exchanges.length }), async (arrived: readonly HttpExchange[]) => {
        expect(mixedOf(await analyse(arrived, story.secrets))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('is not named where one serializer wrote everything', async () => {
    const story = storyById('v8_1_3_1/login-rotates');
    for (const each of mixedOf(await analyse(exchangesOf(storyHar(story)), story.secrets))) expect(each).toBeNull();
  });

  const version = (serializer: 'json' | 'marshal' | 'message_pack', id: string, framework: 'rails' | 'rack' = 'rails') =>
    ({
      framework,
      serializer,
      data: { type: 'hash', pairs: [{ key: { type: 'string', text: 'session_id' }, value: { type: 'string', text: id } }] },
    }) as unknown as Parameters<SerializersSeen['add']>[0];

  test.each<[reason: string, versions: readonly Parameters<SerializersSeen['add']>[0][], expected: object | null, text: RegExp | null]>([
    [
      'Marshal and JSON',
      [version('json', 'a'), version('marshal', 'a')],
      { setting: 'json_allow_marshal', continued: true },
      /`:hybrid`, since Rails 7\.1 `:json_allow_marshal`\)\. It reads/,
    ],
    [
      'JSON and MessagePack',
      [version('json', 'a'), version('message_pack', 'a')],
      { setting: 'message_pack', continued: true },
      /JSON and MessagePack: .*`:message_pack_allow_marshal`/,
    ],
    [
      'Marshal and MessagePack',
      [version('marshal', 'a'), version('message_pack', 'a')],
      { setting: 'message_pack_allow_marshal' },
      /Marshal and MessagePack/,
    ],
    ['of different sessions', [version('json', 'a'), version('marshal', 'b')], { continued: false }, /unless it was changed without one/],
    ['JSON alone', [version('json', 'a'), version('json', 'b')], null, null],
    ['Rack, which has no such setting', [version('json', 'a', 'rack'), version('marshal', 'a', 'rack')], null, null],
  ])('%s', (_, versions, expected, text) => {
    for (const order of [versions, versions.toReversed()]) {
      const seen = new SerializersSeen();
      for (const each of order) seen.add(each);
      if (expected === null) expect(seen.mixed).toBeNull();
      else expect(seen.mixed).toMatchObject(expected);
      if (text !== null && seen.mixed !== null) expect(mixedSerializersText(seen.mixed)).toMatch(text);
    }
  });
});

test('the repair of a damaged value comes when its row is looked at, once for each value', async () => {
  const quoted = exchange({ cookie: `_app_session="${sealGcm(session(1))}"`, setCookie: [`${NEW}; ${ATTRIBUTES}`] });
  const analysis = await analyse([quoted], [SECRET]);
  const keyring = await keyringFrom([SECRET]);
  const detail = analysis.detail(analysis.allRows()[0]?.id ?? '');
  if (detail === null) throw new Error('no detail');
  const found: string[] = [];
  const repairs = new Repairs((id) => found.push(id));
  expect(repairs.complete(detail, keyring)).toMatchObject({ repair: null, carriedRepair: null });
  await expect.poll(() => found).toEqual([quoted.id]);
  const unquoted = { steps: [{ kind: 'unquoted' }], opens: true };
  expect(repairs.complete(detail, keyring)).toMatchObject({ repair: null, carriedRepair: unquoted });
  expect(detail.carriedExplanation).toMatchObject({ kind: 'quoted' });
  repairs.clear();
  expect(repairs.complete(detail, keyring).carriedRepair).toBeNull();
});
