import { jsonMembers } from './json-members.ts';
import { marshalMembers } from './marshal/marshal-members.ts';
import type { PayloadMembers } from './members.ts';
import { messagePackMembers } from './message-pack/message-pack-members.ts';
import type { PayloadFormat } from './recognise.ts';

/** Takes a payload that could be read apart. Null when it is no hash, or of another subclass than the serializer's own. */
export function payloadMembers(payload: Uint8Array, format: PayloadFormat): PayloadMembers | null {
  switch (format) {
    case 'json':
      return jsonMembers(payload);
    case 'marshal':
      return marshalMembers(payload);
    case 'message_pack':
      return messagePackMembers(payload);
    case 'unknown':
      return null;
  }
}
