import { type Bytes, toLatin1 } from '../base64.ts';
import type { MessagePart } from '../reader.ts';
import type { Damaged, Sealed } from './layout.ts';

/** The parts of a value after percent-decoding. Of an encryptor's message, which is one base64 text, each part is shown on its own. */
export function partsOf(sealed: Sealed | Damaged): readonly MessagePart[] {
  switch (sealed.layout) {
    case 'rack-encryptor-v1':
    case 'rack-encryptor-v2': {
      const { message } = sealed;
      const seal = message.version === 1 ? part('signature', message.signature) : part('tag', message.tag);
      return [part('salt', message.salt), part('iv', message.iv), part('ciphertext', message.ciphertext), seal];
    }
    case 'rack-hmac': {
      const { text, content, signature } = sealed.message;
      return [
        { kind: 'payload', encoding: 'base64', text, bytes: content.length },
        { kind: 'signature', encoding: 'hex', text: signature, bytes: Math.floor(signature.length / 2) },
      ];
    }
    case 'rack-plain':
      return [{ kind: 'payload', encoding: 'base64', text: sealed.raw, bytes: sealed.content.length }];
    case 'store-id':
      return [{ kind: 'identifier', encoding: 'hex', text: sealed.raw, bytes: sealed.raw.length / 2 }];
    case null:
      return [{ kind: 'value', encoding: 'text', text: sealed.raw, bytes: sealed.raw.length }];
  }
}

function part(kind: MessagePart['kind'], bytes: Bytes): MessagePart {
  return { kind, encoding: 'base64', text: btoa(toLatin1(bytes)), bytes: bytes.length };
}
