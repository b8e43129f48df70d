import { fail, ok, type Result } from '../result.ts';
import { JSON_LIMITS, type JsonFailure, type JsonLimits } from './json-limits.ts';
import { JsonReader, JsonRefusal } from './json-reader.ts';
import type { RubyValue } from './ruby-value.ts';

export { JSON_LIMITS, type JsonFailure, type JsonLimits } from './json-limits.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const toBytes = new TextEncoder();

/**
 * Reads one JSON text exactly (RFC 8259): numbers keep their digits, objects their order and repeated keys, `__proto__` is a key
 * like any other. NaN, Infinity, comments and trailing bytes are refused; ActiveSupport::JSON writes none of them.
 */
export function readJson(input: string | Uint8Array, limits: JsonLimits = JSON_LIMITS): Result<RubyValue, JsonFailure> {
  // A UTF-16 unit takes at least one byte, so a longer text is refused before it is looked at.
  if (input.length > limits.bytes) return fail({ code: 'too-large', offset: limits.bytes });
  const text = typeof input === 'string' ? input : utf8.decode(input);
  if (typeof input !== 'string') {
    const offset = firstInvalidByte(input, text);
    if (offset !== null) return fail({ code: 'invalid-utf8', offset });
  }
  const reader = new JsonReader(text, limits);
  try {
    return ok(reader.readDocument());
  } catch (error) {
    if (!(error instanceof JsonRefusal)) throw error;
    return fail({ code: error.code, offset: toBytes.encode(text.slice(0, error.index)).length });
  }
}

/** Where decoding put U+FFFD, the bytes differ from those of the text. */
function firstInvalidByte(bytes: Uint8Array, decoded: string): number | null {
  if (!decoded.includes('\ufffd')) return null;
  const expected = toBytes.encode(decoded);
  for (let index = 0; index < bytes.length; index++) if (bytes[index] !== expected[index]) return index;
  return expected.length > bytes.length ? bytes.length : null;
}
