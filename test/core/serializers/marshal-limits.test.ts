import { describe, expect, test } from 'vitest';
import { MARSHAL_LIMITS, type MarshalLimits } from '../../../src/core/serializers/marshal/marshal-limits.ts';
import { readMarshal } from '../../../src/core/serializers/marshal/read-marshal.ts';

/** A stream of text, one character per byte, after the version. */
const stream = (text: string): Uint8Array => Buffer.from(`\u0004\b${text}`, 'latin1');
const read = (text: string, limits: Partial<MarshalLimits> = {}) => readMarshal(stream(text), { ...MARSHAL_LIMITS, ...limits });

describe('a stream that is refused, and where', () => {
  test.each([
    ['a container whose length is beyond the end', '[\u0004\xff\xff\xff\xff', 'bad-length', 3],
    ['a hash with room for half of its pairs', '{\u00090000', 'bad-length', 3],
    ['a negative length', '[\xfa', 'bad-length', 3],
    ['a string longer than what is left', '"\u000aabc', 'bad-length', 3],
    ['a big integer longer than what is left', 'l+\u0009\u0001', 'bad-length', 4],
    ['nothing at all', '', 'unexpected-end', 2],
    ['an array cut short', '[\u0007i', 'bad-length', 3],
    ['an integer cut short', 'i\u0002\u0001', 'unexpected-end', 5],
    ['a type that does not exist', 'x', 'unknown-type', 2],
    ['a type that does not exist, inside', '[\u0006?', 'unknown-type', 4],
    ['a link to nothing', '@\u0006', 'bad-link', 2],
    ['a link to a later value', '[\u0007@\u0007"\u0006a', 'bad-link', 4],
    ['a negative link', '[\u0006@\xfa', 'bad-link', 4],
    ['a link to no symbol', '[\u0007:\u0006a;\u0006', 'bad-symbol-link', 7],
    ['a class that is no symbol', 'o"\u0006A\u0000', 'no-symbol', 3],
    ['a float that is none', 'f\u0008abc', 'invalid-float', 3],
    ['a float in hexadecimal', 'f\u00080x1', 'invalid-float', 3],
    ['bytes after the end', '0T', 'trailing-bytes', 3],
  ])('%s', (_what, text, code, offset) => {
    expect(read(text)).toEqual({ ok: false, failure: { code, offset } });
  });

  test('another version', () => {
    expect(readMarshal(Buffer.from('\u0003\b0', 'latin1'))).toEqual({ ok: false, failure: { code: 'wrong-version', offset: 0 } });
    expect(readMarshal(Buffer.from('\u0004\t0', 'latin1'))).toEqual({ ok: false, failure: { code: 'wrong-version', offset: 1 } });
    expect(readMarshal(Buffer.from('\u0004\u00070', 'latin1')).ok).toBe(true);
  });
});

describe('limits', () => {
  test.each<[string, string, Partial<MarshalLimits>, string, number]>([
    ['bytes', '[\u00070T', { bytes: 5 }, 'too-large', 5],
    ['depth of arrays', '[\u0006[\u0006[\u0000', { depth: 2 }, 'too-deep', 6],
    ['depth of wrappers', 'IIII0', { depth: 3 }, 'too-deep', 5],
    ['elements', '[\u0008000', { elements: 3 }, 'too-many-elements', 6],
    ['links', '[\u0008@\u0000@\u0000@\u0000', { links: 2 }, 'too-many-links', 8],
    ['bytes of an integer', 'l+\u0007\u0001\u0001\u0001\u0001', { integerBytes: 2 }, 'integer-too-large', 4],
  ])('on %s are kept', (_what, text, limits, code, offset) => {
    expect(read(text).ok || text.startsWith('I')).toBe(true);
    expect(read(text, limits)).toEqual({ ok: false, failure: { code, offset } });
  });

  test.each([
    ['[\u0006', ''],
    ['I', ''],
    ['C:\u0006A', ';\u0000'],
    ['e:\u0006A', ''],
    ['U:\u0006A', ''],
    ['{\u0006', ''],
    ['o:\u0006A\u0006:\u0006a', ''],
  ])('nesting of %j without end is no recursion without end', (unit) => {
    expect(read(unit.repeat(60_000))).toMatchObject({ ok: false, failure: { code: 'too-deep' } });
  });
});
