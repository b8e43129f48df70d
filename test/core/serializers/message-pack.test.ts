import { describe, expect, test } from 'vitest';
import { MESSAGE_PACK_LIMITS, type MessagePackLimits } from '../../../src/core/serializers/message-pack/message-pack-limits.ts';
import { readMessagePack } from '../../../src/core/serializers/message-pack/read-message-pack.ts';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(`cc80${hex.replaceAll(' ', '')}`, 'hex'));
const read = (hex: string, limits: Partial<MessagePackLimits> = {}) => readMessagePack(bytes(hex), { ...MESSAGE_PACK_LIMITS, ...limits });

/** Beyond the rows that Rails printed: what it could write and did not. */
describe('a value', () => {
  test.each([
    ['a float that is whole is no integer', '92 01 cb3ff0000000000000', '[1,{"$float":"1.0"}]'],
    ['32-bit floats', 'ca3fc00000', '1.5'],
    ['repeated keys are kept', '82 a161 01 a161 02', '{"$hash":[["a",1],["a",2]]}'],
    ['__proto__ is a key like any other', '81 a95f5f70726f746f5f5f 01', '{"__proto__":1}'],
    ['keys that look like numbers keep their order and type', '82 a132 01 a131 02', '{"2":1,"1":2}'],
    ['text that is no UTF-8 is bytes', 'a2 ff61', '{"$bytes":"/2E=","encoding":"UTF-8"}'],
    ['binary of ASCII is plain', 'c403 616263', '"abc"'],
    ['signed integers', '94 d0ff d1ff7f d2ffff7fff d3ffffffff7fffffff', '[-1,-129,-32769,-2147483649]'],
    ['a negative big integer', 'c7050101 00000005', '-5'],
    ['a rational of nothing', 'd40300', '{"$rational":["0","1"]}'],
    ['an address of one host', 'c70a0e a9 3130302e302e302e31', '{"$ipaddr":"100.0.0.1"}'],
    ['a time before 1970', 'c70307 ff0000', '{"$time":"1969-12-31T23:59:59.000000000Z","utc_offset":0}'],
  ])('%s', (_what, hex, expected) => {
    const result = read(hex);
    expect(result.ok && writeNeutralJson(result.value)).toBe(expected);
  });
});

describe('a payload that is refused, and where', () => {
  test.each([
    ['nothing after the signature', '', 'unexpected-end', 2],
    ['C1, which does not exist', 'c1', 'unknown-type', 2],
    ['an array longer than what is left', 'dd ffffffff', 'bad-length', 2],
    ['a map with room for half of its pairs', '82 010203', 'bad-length', 2],
    ['text longer than what is left', 'db 00ffffff 61', 'bad-length', 2],
    ['an integer cut short', '91 ce0102', 'unexpected-end', 6],
    ['an extension longer than what is left', 'c9 00ffffff 00', 'bad-length', 2],
    ['an extension that Rails does not have', '91 d4 7f 00', 'unknown-extension', 3],
    ['an extension with too much inside', 'd5 06 0101', 'bad-extension', 2],
    ['an extension with too little inside', 'd4 07 01', 'unexpected-end', 5],
    ['a value inside an extension that goes beyond it', 'd4 0c 91', 'bad-length', 4],
    ['a set that is no array', 'd4 0c 01', 'bad-extension', 2],
    ['a symbol that is no UTF-8', 'd4 00 ff', 'bad-extension', 2],
    ['a decimal that is none', 'd4 02 61', 'bad-extension', 2],
    ['a rational over zero', 'd5 03 0100', 'bad-extension', 2],
    ['bytes after the end', 'c0c0', 'trailing-bytes', 3],
  ])('%s', (_what, hex, code, offset) => {
    expect(read(hex)).toEqual({ ok: false, failure: { code, offset } });
  });

  test('no signature', () => {
    expect(readMessagePack(Uint8Array.of(0x80))).toEqual({ ok: false, failure: { code: 'no-signature', offset: 0 } });
    expect(readMessagePack(Uint8Array.of(0xcc, 0x81))).toEqual({ ok: false, failure: { code: 'no-signature', offset: 1 } });
  });

  test.each<[string, string, Partial<MessagePackLimits>, string, number]>([
    ['bytes', '93 010203', { bytes: 5 }, 'too-large', 5],
    ['depth of arrays', '91 91 90', { depth: 2 }, 'too-deep', 4],
    ['depth of extensions', 'd50c 9190', { depth: 2 }, 'too-deep', 5],
    ['elements', '93 010203', { elements: 3 }, 'too-many-elements', 5],
    ['bytes of an integer', 'c7050100 00000005', { integerBytes: 4 }, 'integer-too-large', 2],
  ])('the limit on %s is kept', (_what, hex, limits, code, offset) => {
    expect(read(hex).ok).toBe(true);
    expect(read(hex, limits)).toEqual({ ok: false, failure: { code, offset } });
  });

  test('nesting without end is no recursion without end', () => {
    expect(read('91'.repeat(100_000))).toMatchObject({ ok: false, failure: { code: 'too-deep' } });
    expect(read('81'.repeat(100_000))).toMatchObject({ ok: false, failure: { code: 'too-deep' } });
  });
});
