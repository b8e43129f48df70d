import { inflate, isZlib } from '../../serializers/inflate.ts';
import { JSON_LIMITS } from '../../serializers/json.ts';
import { recogniseSerializer } from '../../serializers/recognise.ts';
import { type Bytes, decodeBase64 } from '../base64.ts';
import { readSession, type Session, shown } from '../payload.ts';
import type { MessagePart } from '../reader.ts';

/**
 * Decodes base64 as far as `Rack::Session::Cookie::Base64` may have written it: Rack 1 breaks lines after 60 characters (`pack('m')`),
 * later versions do not. Null for anything else: Ruby's `unpack('m')` skips other characters, but no Rack writes them.
 */
export function decodeRackBase64(text: string): Bytes | null {
  return decodeBase64(text.replace(/[\r\n]/g, ''));
}

/** Whether the first bytes name something that `Rack::Session::Cookie` writes. */
export function isKnownPayload(payload: Uint8Array): boolean {
  const serializer = recogniseSerializer(payload);
  return serializer === 'marshal' || serializer === 'json' || isZlib(payload);
}

/** A payload with its plaintext: for deflated JSON the JSON. */
export async function readRackPayload(payload: Bytes): Promise<Session & { readonly plaintext: MessagePart }> {
  if (isZlib(payload) && recogniseSerializer(payload) === 'unknown') {
    const inflated = await inflate(payload, JSON_LIMITS.bytes);
    if (inflated === null)
      return { serializer: 'zipjson', data: null, broken: true, unreadable: null, plaintext: shown('plaintext', payload) };
    const json = readSession(inflated);
    const serializer = json.serializer === 'json' ? 'zipjson' : 'unknown';
    return { ...json, serializer, plaintext: shown('plaintext', inflated) };
  }
  return { ...readSession(payload), plaintext: shown('plaintext', payload) };
}
