import { describe, expect, test } from 'vitest';
import { payloadMembers } from '../../../src/core/serializers/payload-members.ts';
import { readPayload } from '../../../src/core/serializers/read-payload.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { asHash } from '../../../src/core/session/hash.ts';
import { ValueIds } from '../../../src/core/session/value-ids.ts';
import { SENT } from '../readers/vectors.ts';

const payloads = SENT.flatMap(({ id, expected }) => {
  const { payload_text, payload_base64 } = expected;
  if (payload_text === undefined && payload_base64 === undefined) return [];
  const payload = payload_text === undefined ? Buffer.from(payload_base64 ?? '', 'base64') : Buffer.from(payload_text);
  return [[id, new Uint8Array(payload)] as const];
});

function read(payload: Uint8Array): RubyValue | null {
  const { result } = readPayload(payload);
  return result?.ok ? result.value : null;
}

const membersOf = (payload: Uint8Array) => payloadMembers(payload, readPayload(payload).format);

describe('payloads that Rails wrote', () => {
  test.each(payloads.filter(([, payload]) => asHash(read(payload)) !== null))('%s is the same again with all members', (_, payload) => {
    expect(membersOf(payload)?.without(new Set())).toEqual(payload);
  });

  test.each(payloads.filter(([, payload]) => asHash(read(payload)) !== null))(
    '%s has one member less, and the others as they were',
    (_, payload) => {
      const { pairs } = asHash(read(payload)) ?? { pairs: [] };
      const members = membersOf(payload);
      expect(members?.lengths).toHaveLength(pairs.length);
      pairs.forEach((_pair, dropped) => {
        const rest = members?.without(new Set([dropped])) ?? new Uint8Array();
        const ids = new ValueIds();
        const left = asHash(read(rest));
        const same = (value: RubyValue) => ids.of(value);
        expect(left?.pairs.map(({ key, value }) => [same(key), same(value)])).toEqual(
          pairs.filter((_other, index) => index !== dropped).map(({ key, value }) => [same(key), same(value)]),
        );
      });
    },
  );
});

describe('what Marshal links to', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each<[reason: string, stream: string, dropped: number, expected: string]>([
    // Printed by Ruby 3.1: Marshal.dump({"a"=>1, "b"=>2}) and the same without "a".
    [
      'the symbol E moves to the next string',
      '\x04\b{\x07I"\x06a\x06:\x06ETi\x06I"\x06b\x06;\x00Ti\x07',
      0,
      '\x04\b{\x06I"\x06b\x06:\x06ETi\x07',
    ],
    // s = "x"; Marshal.dump({:a=>s, :b=>s}) and without :a.
    ['a linked string is written out', '\x04\b{\x07:\x06aI"\x06x\x06:\x06ET:\x06b@\x06', 0, '\x04\b{\x06:\x06bI"\x06x\x06:\x06ET'],
    ['a link is dropped alone', '\x04\b{\x07:\x06aI"\x06x\x06:\x06ET:\x06b@\x06', 1, '\x04\b{\x06:\x06aI"\x06x\x06:\x06ET'],
  ])('%s', (_, stream, dropped, expected) => {
    expect(payloadMembers(latin1(stream), 'marshal')?.without(new Set([dropped]))).toEqual(latin1(expected));
  });

  test('a link in a wrapper, which Ruby never writes, is not mistaken for content', () => {
    const stream = latin1('\x04\b{\x07:\x06a[\x00:\x06bI@\x06\x00');
    expect(read(stream)).not.toBeNull();
    expect(payloadMembers(stream, 'marshal')?.without(new Set())).toEqual(stream);
    expect(read(payloadMembers(stream, 'marshal')?.without(new Set([0])) ?? stream)).not.toBeNull();
  });

  test('links to links stop somewhere', () => {
    const count = 4000;
    const long = (number: number) =>
      number === 0 ? '\x00' : number < 123 ? String.fromCharCode(number + 5) : `\x02${String.fromCharCode(number & 255, number >> 8)}`;
    const chain = Array.from({ length: count }, (_, index) => `[\x06${index === 0 ? '0' : `@${long(index + 1)}`}`).join('');
    const stream = latin1(`\x04\b{\x07:\x06a[${long(count)}${chain}:\x06b@${long(count + 1)}`);
    expect(read(stream)).not.toBeNull();
    expect(payloadMembers(stream, 'marshal')?.without(new Set([0]))).toBeNull();
  });
});

describe('JSON', () => {
  test.each<[string, number, string]>([
    ['{"a":1,"b":2}', 0, '{"b":2}'],
    ['{"a":1,"b":2}', 1, '{"a":1}'],
    ['{"a":1}', 0, '{}'],
    ['{"a":"},\\"{","b":[{"c":"]"}],"d":{}}', 1, '{"a":"},\\"{","d":{}}'],
    ['{"a\\\\":"\\\\","b":"\\u003c"}', 1, '{"a\\\\":"\\\\"}'],
  ])('%s without member %i', (text, dropped, expected) => {
    const rest = payloadMembers(Buffer.from(text), 'json')?.without(new Set([dropped]));
    expect(Buffer.from(rest ?? []).toString()).toBe(expected);
  });

  test.each(['[{}]', '"{"', '1', 'null'])('%s is no object', (text) => {
    expect(payloadMembers(Buffer.from(text), 'json')).toBeNull();
  });
});
