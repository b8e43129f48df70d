import { type PayloadFailure, readPayload } from '../serializers/read-payload.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import { latin1Text, utf8Text } from '../serializers/text-encoding.ts';
import type { Bytes } from './base64.ts';
import type { MessagePart, Serializer } from './reader.ts';

/** What a serializer wrote, read. */
export interface Session {
  readonly serializer: Serializer;
  /** Null for a custom serializer, and when the payload is broken. */
  readonly data: RubyValue | null;
  /** The serializer is recognised and what it wrote cannot be read. */
  readonly broken: boolean;
  /** Where and why the payload cannot be read; null when it can, and when what is around it is broken. */
  readonly unreadable: PayloadFailure | null;
}

/** Reads a payload by the serializer that its first bytes name. */
export function readSession(payload: Bytes): Session {
  const { format, result } = readPayload(payload);
  if (result === null) return { serializer: format, data: null, broken: false, unreadable: null };
  if (result.ok) return { serializer: format, data: result.value, broken: false, unreadable: null };
  return { serializer: format, data: null, broken: true, unreadable: result.failure };
}

/** A part as text: UTF-8, or one character per byte where it is not. */
export function shown(kind: MessagePart['kind'], bytes: Bytes): MessagePart {
  return { kind, encoding: 'text', text: utf8Text(bytes) ?? latin1Text(bytes), bytes: bytes.length };
}
