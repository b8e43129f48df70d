import { fail, ok, type Result } from '../../result.ts';
import type { RubyValue } from '../ruby-value.ts';
import { MARSHAL_LIMITS, type MarshalFailure, type MarshalLimits, MarshalRefusal } from './marshal-limits.ts';
import { MarshalReader } from './marshal-reader.ts';

export type { MarshalFailure, MarshalLimits } from './marshal-limits.ts';

/**
 * Reads what Ruby's `Marshal.dump` wrote (format 4.8), exactly and without making any object: classes are names. Known ones come out
 * as what they are, others as class name and variables. Bytes after the value and links to nowhere are refused.
 */
export function readMarshal(bytes: Uint8Array, limits: MarshalLimits = MARSHAL_LIMITS): Result<RubyValue, MarshalFailure> {
  if (bytes.length > limits.bytes) return fail({ code: 'too-large', offset: limits.bytes });
  try {
    return ok(new MarshalReader(bytes, limits).readStream());
  } catch (error) {
    if (!(error instanceof MarshalRefusal)) throw error;
    return fail({ code: error.code, offset: error.offset });
  }
}
