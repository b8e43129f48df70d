import { writeOwnJson } from '../../serializers/own-json.ts';
import { type PayloadFailure, readPayload } from '../../serializers/read-payload.ts';
import type { RubyValue } from '../../serializers/ruby-value.ts';
import { type Bytes, toLatin1 } from '../base64.ts';
import { parseExpiry } from '../expiry.ts';
import type { MessagePart, Serializer } from '../reader.ts';
import { type Envelope, readEnvelope } from './metadata.ts';

/** What was inside a message once it was decrypted, or decoded for signed ones. */
export interface Content {
  readonly envelope: Envelope | null;
  readonly serializer: Serializer;
  /** Null for a custom serializer, and when the payload is broken. */
  readonly data: RubyValue | null;
  /** The serializer is recognised and what it wrote cannot be read, or the envelope itself cannot. */
  readonly broken: boolean;
  /** Where and why the payload cannot be read; null when it can, and when it is the envelope that is broken. */
  readonly unreadable: PayloadFailure | null;
  readonly parts: readonly MessagePart[];
}

/** Reads the envelope, if there is one, and the payload. */
export function readContent(content: Bytes): Content {
  const bare = readSession(content);
  const envelope = bare.data === null ? null : readEnvelope(bare.data);
  if (envelope === null) return { envelope, ...bare, parts: [shown('plaintext', content)] };
  const around = shown('envelope', content);
  const wrongExpiry = envelope.expires !== null && parseExpiry(envelope.expires) === null;
  if (envelope.content.form === 'data') {
    const { data } = envelope.content;
    const plaintext = shown('plaintext', new TextEncoder().encode(writeOwnJson(data)));
    return { envelope, serializer: bare.serializer, data, broken: wrongExpiry, unreadable: null, parts: [around, plaintext] };
  }
  const { payload } = envelope.content;
  if (payload === null) return { envelope, serializer: 'unknown', data: null, broken: true, unreadable: null, parts: [around] };
  const inner = readSession(payload);
  return { envelope, ...inner, broken: inner.broken || wrongExpiry, parts: [around, shown('plaintext', payload)] };
}

function readSession(payload: Bytes): Pick<Content, 'serializer' | 'data' | 'broken' | 'unreadable'> {
  const { format, result } = readPayload(payload);
  if (result === null) return { serializer: format, data: null, broken: false, unreadable: null };
  if (result.ok) return { serializer: format, data: result.value, broken: false, unreadable: null };
  return { serializer: format, data: null, broken: true, unreadable: result.failure };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function shown(kind: MessagePart['kind'], bytes: Bytes): MessagePart {
  try {
    return { kind, encoding: 'text', text: utf8.decode(bytes), bytes: bytes.length };
  } catch {
    return { kind, encoding: 'text', text: toLatin1(bytes), bytes: bytes.length };
  }
}
