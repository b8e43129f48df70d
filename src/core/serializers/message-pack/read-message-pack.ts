import { fail, ok, type Result } from '../../result.ts';
import type { RubyValue } from '../ruby-value.ts';
import { MESSAGE_PACK_LIMITS, type MessagePackFailure, type MessagePackLimits, MessagePackRefusal } from './message-pack-limits.ts';
import { MessagePackReader } from './message-pack-reader.ts';

export type { MessagePackFailure, MessagePackLimits } from './message-pack-limits.ts';

/**
 * Reads what `ActiveSupport::MessagePack` wrote, signature included. Of our own making, because general decoders give JavaScript
 * objects and numbers: keys of other kinds than text, repeated keys, `__proto__`, the order of number-like keys, the difference of 1
 * and 1.0 and the place of a fault would be lost, and an array would be allocated as long as it says it is.
 */
export function readMessagePack(bytes: Uint8Array, limits: MessagePackLimits = MESSAGE_PACK_LIMITS): Result<RubyValue, MessagePackFailure> {
  if (bytes.length > limits.bytes) return fail({ code: 'too-large', offset: limits.bytes });
  try {
    return ok(new MessagePackReader(bytes, limits).readPayload());
  } catch (error) {
    if (!(error instanceof MessagePackRefusal)) throw error;
    return fail({ code: error.code, offset: error.offset });
  }
}
