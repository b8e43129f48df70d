import { rubyCode } from '../../src/core/report/ruby-code.ts';
import { shortText } from '../../src/core/report/ruby-text.ts';
import type { Result } from '../../src/core/result.ts';
import { activeRecordOf } from '../../src/core/serializers/active-record/active-record.ts';
import { childrenOf } from '../../src/core/serializers/children.ts';
import { readJson } from '../../src/core/serializers/json.ts';
import { readMarshal } from '../../src/core/serializers/marshal/read-marshal.ts';
import { readMessagePack } from '../../src/core/serializers/message-pack/read-message-pack.ts';
import { writeNeutralJson } from '../../src/core/serializers/neutral-json.ts';
import type { RubyValue } from '../../src/core/serializers/ruby-value.ts';
import { recordSnapshots } from '../../src/core/session/snapshot.ts';
import { ValueIds } from '../../src/core/session/value-ids.ts';
import { valueSize } from './value-size.ts';

/** A value read takes at most this many bytes of memory for each byte of the payload, and a little for the first. */
export const MEMORY_PER_BYTE = 160;
const MEMORY_AT_LEAST = 1000;

const READERS: Readonly<Record<string, (bytes: Uint8Array) => Result<RubyValue, { readonly code: string; readonly offset: number }>>> = {
  json: readJson,
  marshal: readMarshal,
  message_pack: readMessagePack,
};

/** Reads a payload and does with it all that is done with values. Throws where a promise is broken; says whether it was read. */
export function checkPayload(reader: 'json' | 'marshal' | 'message_pack', bytes: Uint8Array, thorough: boolean): boolean {
  const result = READERS[reader]?.(bytes);
  if (result === undefined) throw new TypeError(reader);
  if (!result.ok) {
    const { offset } = result.failure;
    if (!Number.isInteger(offset) || offset < 0 || offset > bytes.length) throw new RangeError(`offset ${offset} of ${bytes.length}`);
    return false;
  }
  const size = valueSize(result.value);
  if (size > MEMORY_AT_LEAST + MEMORY_PER_BYTE * bytes.length) throw new RangeError(`${size} bytes of memory for ${bytes.length}`);
  if (thorough) use(result.value);
  return true;
}

function use(value: RubyValue): void {
  JSON.parse(writeNeutralJson(value));
  shortText(value);
  rubyCode(value);
  recordSnapshots(value);
  for (const child of childrenOf(value)) activeRecordOf(child.value);
  const ids = new ValueIds();
  if (ids.of(value) !== ids.of(structuredClone(value))) throw new Error('a copy differs from its original');
}
