import { readJson } from '../serializers/json.ts';
import { recogniseSerializer } from '../serializers/recognise.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import { type Bytes, toLatin1 } from './base64.ts';
import type { MessagePart, Serializer } from './reader.ts';

/** What a serializer wrote, read. */
export interface Payload {
  readonly serializer: Serializer;
  /** Null for a serializer that is only recognised, and when the payload is broken. */
  readonly data: RubyValue | null;
  /** The serializer is recognised and what it wrote cannot be read. */
  readonly broken: boolean;
}

/** Reads a payload by the serializer that its first bytes name. */
export function readPayload(payload: Bytes): Payload {
  const serializer = recogniseSerializer(payload);
  if (serializer !== 'json') return { serializer, data: null, broken: false };
  const value = readJson(payload);
  return value.ok ? { serializer, data: value.value, broken: false } : { serializer, data: null, broken: true };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A part as text: UTF-8, or one character per byte where it is not. */
export function shown(kind: MessagePart['kind'], bytes: Bytes): MessagePart {
  try {
    return { kind, encoding: 'text', text: utf8.decode(bytes), bytes: bytes.length };
  } catch {
    return { kind, encoding: 'text', text: toLatin1(bytes), bytes: bytes.length };
  }
}
