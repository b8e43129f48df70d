import { writeOwnJson } from '../../serializers/own-json.ts';
import type { Bytes } from '../base64.ts';
import { parseExpiry } from '../expiry.ts';
import { readSession, type Session, shown } from '../payload.ts';
import type { MessagePart } from '../reader.ts';
import { type Envelope, readEnvelope } from './metadata.ts';

/** What was inside a message once it was decrypted, or decoded for signed ones. */
export interface Content extends Session {
  readonly envelope: Envelope | null;
  readonly parts: readonly MessagePart[];
}

/** Reads the envelope, if there is one, and the payload. A second envelope inside the first is a session: Rails opens one. */
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
