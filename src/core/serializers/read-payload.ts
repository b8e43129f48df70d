import type { Result } from '../result.ts';
import { type JsonFailure, readJson } from './json.ts';
import { type MarshalFailure, readMarshal } from './marshal/read-marshal.ts';
import { type MessagePackFailure, readMessagePack } from './message-pack/read-message-pack.ts';
import { type PayloadFormat, recogniseSerializer } from './recognise.ts';
import type { RubyValue } from './ruby-value.ts';

/** `offset` counts bytes of the payload; `byte` is the one that stands there, null at the end. */
export interface PayloadFailure {
  readonly code: (JsonFailure | MarshalFailure | MessagePackFailure)['code'];
  readonly offset: number;
  readonly byte: number | null;
}

export interface Payload {
  readonly format: PayloadFormat;
  /** Null for a format that cannot be read. */
  readonly result: Result<RubyValue, PayloadFailure> | null;
}

/** Recognises the serializer by the first bytes and reads what it wrote. */
export function readPayload(payload: Uint8Array): Payload {
  const format = recogniseSerializer(payload);
  const result = readAs(format, payload);
  if (result === null || result.ok) return { format, result };
  const { code, offset } = result.failure;
  return { format, result: { ok: false, failure: { code, offset, byte: payload[offset] ?? null } } };
}

function readAs(format: PayloadFormat, payload: Uint8Array): Result<RubyValue, JsonFailure | MarshalFailure | MessagePackFailure> | null {
  switch (format) {
    case 'json':
      return readJson(payload);
    case 'marshal':
      return readMarshal(payload);
    case 'message_pack':
      return readMessagePack(payload);
    case 'unknown':
      return null;
  }
}
