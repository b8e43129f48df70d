import { joinBytes } from '../../serializers/join-bytes.ts';
import { toLatin1 } from '../base64.ts';
import type { Reading } from '../reader.ts';
import { base64Length, bytesOfPart, lengthOf, type Payload } from '../size-model.ts';

/**
 * What is signed or encrypted for a payload: itself, or the metadata envelope with its base64 as the message, where expiry and purpose
 * stay as they are. A length comes out for a length, and where the envelope holds the session itself (`data`).
 */
export function enveloping(reading: Reading, known: Uint8Array): (payload: Payload) => Payload {
  const envelope = bytesOfPart(reading.parts.find(({ kind }) => kind === 'envelope'));
  if (envelope === null) return (payload) => payload;
  const message = btoa(toLatin1(known));
  const at = toLatin1(envelope).indexOf(`"${message}"`) + 1;
  if (at === 0) return (payload) => envelope.length - known.length + lengthOf(payload);
  return (payload) => {
    if (typeof payload === 'number') return envelope.length - message.length + base64Length(payload);
    const text = new TextEncoder().encode(btoa(toLatin1(payload)));
    return joinBytes([envelope.subarray(0, at), text, envelope.subarray(at + message.length)]);
  };
}
