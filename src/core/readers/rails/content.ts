import { readJson } from '../../serializers/json.ts';
import { writeNeutralJson } from '../../serializers/neutral-json.ts';
import { recogniseSerializer } from '../../serializers/recognise.ts';
import type { RubyValue } from '../../serializers/ruby-value.ts';
import { type Bytes, toLatin1 } from '../base64.ts';
import { parseExpiry } from '../expiry.ts';
import type { MessagePart, Serializer } from '../reader.ts';
import { type Envelope, readEnvelope } from './metadata.ts';

/** What was inside a message once it was decrypted, or decoded for signed ones. */
export interface Content {
  readonly envelope: Envelope | null;
  readonly serializer: Serializer;
  /** Null for a serializer that is only recognised, and when the payload is broken. */
  readonly data: RubyValue | null;
  /** The serializer is recognised and what it wrote cannot be read, or the envelope itself cannot. */
  readonly broken: boolean;
  readonly parts: readonly MessagePart[];
}

/** Reads the envelope, if there is one, and the payload. */
export function readContent(content: Bytes): Content {
  const bare = readPayload(content);
  const envelope = bare.data === null ? null : readEnvelope(bare.data);
  if (envelope === null) return { envelope, ...bare, parts: [shown('plaintext', content)] };
  const around = shown('envelope', content);
  const wrongExpiry = envelope.expires !== null && parseExpiry(envelope.expires) === null;
  if (envelope.content.form === 'data') {
    const plaintext = shown('plaintext', new TextEncoder().encode(writeNeutralJson(envelope.content.data)));
    return { envelope, serializer: 'json', data: envelope.content.data, broken: wrongExpiry, parts: [around, plaintext] };
  }
  const { payload } = envelope.content;
  if (payload === null) return { envelope, serializer: 'unknown', data: null, broken: true, parts: [around] };
  const inner = readPayload(payload);
  return { envelope, ...inner, broken: inner.broken || wrongExpiry, parts: [around, shown('plaintext', payload)] };
}

function readPayload(payload: Bytes): Pick<Content, 'serializer' | 'data' | 'broken'> {
  const serializer = recogniseSerializer(payload);
  if (serializer !== 'json') return { serializer, data: null, broken: false };
  const value = readJson(payload);
  return value.ok ? { serializer, data: value.value, broken: false } : { serializer, data: null, broken: true };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function shown(kind: MessagePart['kind'], bytes: Bytes): MessagePart {
  try {
    return { kind, encoding: 'text', text: utf8.decode(bytes), bytes: bytes.length };
  } catch {
    return { kind, encoding: 'text', text: toLatin1(bytes), bytes: bytes.length };
  }
}
