import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskData } from '../../../src/core/report/mask-data.ts';
import { rubyCode } from '../../../src/core/report/ruby-code.ts';
import { shortText } from '../../../src/core/report/ruby-text.ts';
import { viewValue } from '../../../src/core/report/value-view.ts';
import { readMarshal } from '../../../src/core/serializers/marshal/read-marshal.ts';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { recordSnapshots } from '../../../src/core/session/snapshot.ts';
import { ValueIds } from '../../../src/core/session/value-ids.ts';
import { treeNodes } from '../../../src/panel/state/tree-nodes.ts';
import { checkPayload } from '../../fuzz/check-payload.ts';

describe('any bytes at all', () => {
  const HEADS = { json: [], marshal: [4, 8], message_pack: [0xcc, 0x80] } as const;
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(...'0TFi:;@IC"/u[{}lfcmSoUde'.split('').map((each) => each.charCodeAt(0))),
    fc.constantFrom(0, 1, 5, 6, 7, 0x80, 0x81, 0x90, 0x91, 0xa1, 0xc0, 0xc7, 0xd4),
  );

  test.each(['json', 'marshal', 'message_pack'] as const)(
    '%s: are read or refused, within the memory that their length allows',
    (reader) => {
      fc.assert(
        fc.property(fc.array(byte, { maxLength: 120 }), (bytes) => {
          checkPayload(reader, Uint8Array.from([...HEADS[reader], ...bytes]), true);
        }),
        { numRuns: 3000 },
      );
    },
  );

  test.each([
    ['message_pack', [0xcc, 0x80, 0xdd, 0, 1, 0x86, 0x9f], 0x90],
    ['message_pack', [0xcc, 0x80, 0xdd, 0, 1, 0x86, 0x9f], 0x01],
    ['marshal', [4, 8, 0x5b, 3, 0x9f, 0x86, 1], 0x30],
  ] as const)('%s: a hundred thousand of the dearest values stay within it too', (reader, head, unit) => {
    const bytes = new Uint8Array(head.length + 99_999).fill(unit);
    bytes.set(head);
    if (reader === 'message_pack') bytes.set([0, 1, 0x86, 0x9f], 3);
    expect(checkPayload(reader, bytes, false)).toBe(true);
  });
});

function read(text: string): RubyValue {
  const result = readMarshal(Buffer.from(`\u0004\b${text}`, 'latin1'));
  if (!result.ok) throw new Error(`${result.failure.code} at ${result.failure.offset}`);
  return result.value;
}

/** Each level holds the one below twice, the second time by a link: 2 to the power of `levels` ways to the bottom. */
function doubled(levels: number, open: string, bottom: string): RubyValue {
  const link = (index: number): string => `@${String.fromCharCode(index + 5)}`;
  const level = (depth: number): string => (depth === levels ? bottom : `${open}${level(depth + 1)}${link(depth + 1)}`);
  return read(level(0));
}

describe('values that are linked to again and again', () => {
  test.each([
    ['arrays', doubled(60, '[\u0007', '"\u0006x')],
    ['arrays over a record', doubled(60, '[\u0007', '{\u0008:\u0007idi\u0006:\u000fcreated_at0:\u000fupdated_at0')],
  ])('%s cost no more than they weigh', (_what, value) => {
    // What walks all of sixty doublings never ends.
    expect(writeNeutralJson(value, 2).length).toBeLessThan(64 << 20);
    expect(rubyCode(value).length).toBeLessThan(64 << 20);
    expect(writeNeutralJson(value)).toContain('{"$omitted":true}');
    recordSnapshots(value);
    maskData(value);
    shortText(value);
    const ids = new ValueIds();
    expect(ids.of(value)).toBe(ids.of(structuredClone(value)));
    const view = structuredClone(viewValue(value));
    for (const query of ['', 'x']) treeNodes(view, { toggled: new Map(), unlimited: new Set(), query });
  });

  test('ranges of ranges are short on their line', () => {
    let value: RubyValue = { type: 'integer', text: '1' };
    for (let level = 0; level < 200; level++) value = { type: 'range', begin: value, end: value, excludeEnd: false };
    expect(shortText(value)).toBe('…..…');
  });
});

test.each([
  ['hashes', '{\u00060'],
  ['objects', 'o:\u0006A\u0006:\u0007@a'],
  ['marshalled objects', 'U:\u0006A'],
  ['variables', 'I[\u0000\u0006:\u0007@a'],
])('%s as deep as the limit allows are printed, compared, masked and sent from thread to thread', (_what, unit) => {
  const value = read(`${unit.repeat(250)}0`);
  expect(writeNeutralJson(structuredClone(value), 1)).toBe(writeNeutralJson(value, 1));
  expect(rubyCode(value)).toContain('nil');
  expect(recordSnapshots(value)).toEqual([]);
  expect(maskData(value)).toEqual(maskData(structuredClone(value)));
  expect(
    treeNodes(structuredClone(viewValue(value)), { toggled: new Map(), unlimited: new Set(), query: 'nothing' }).length,
  ).toBeGreaterThan(0);
});

describe('circles', () => {
  test.each([
    ['an array in itself', '[\u0007i\u0006@\u0000', '[1,{"$cycle":true}]'],
    [
      'two arrays in each other, both reached from above',
      '[\u0007[\u0006[\u0006@\u0006@\u0007',
      '[[[{"$cycle":true}]],[[{"$cycle":true}]]]',
    ],
    ['a set in its own hash', 'o:\bSet\u0006:\n@hash}\u0006@\u0000TF', '{"$set":[{"$cycle":true}]}'],
    ['a marshalled object in its own state', 'U:\u0006A[\u0006@\u0000', '{"$class":"A","$marshal":[{"$cycle":true}]}'],
    ['a string in its own variable', 'I"\u0006a\u0007:\u0006ET:\u0008@me@\u0000', '{"$value":"a","ivars":{"@me":{"$cycle":true}}}'],
  ])('%s', (_what, text, expected) => {
    const value = read(text);
    expect(writeNeutralJson(value)).toBe(expected);
    expect(writeNeutralJson(structuredClone(value))).toBe(expected);
  });
});
