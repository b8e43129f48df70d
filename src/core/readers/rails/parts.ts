import type { MessagePart } from '../reader.ts';
import type { Damaged, Sealed } from './layout.ts';

/** The parts of a value as they are on the wire after percent-decoding, in the order in which they stand there. */
export function partsOf(sealed: Sealed | Damaged): readonly MessagePart[] {
  switch (sealed.layout) {
    case 'encrypted-gcm': {
      const { raw, message } = sealed;
      // By length from the right: in the url-safe alphabet, which has no padding, any part can hold two dashes.
      const tagStart = raw.length - (raw.endsWith('==') ? 24 : 22);
      const [ciphertext, iv, tag] = [raw.slice(0, tagStart - 20), raw.slice(tagStart - 18, tagStart - 2), raw.slice(tagStart)];
      return [
        { kind: 'ciphertext', encoding: 'base64', text: ciphertext, bytes: message.ciphertext.length },
        { kind: 'iv', encoding: 'base64', text: iv, bytes: message.iv.length },
        { kind: 'tag', encoding: 'base64', text: tag, bytes: message.tag.length },
      ];
    }
    case 'encrypted-cbc': {
      const { text, outerBytes, signature, inner } = sealed.message;
      const payload: MessagePart = { kind: 'payload', encoding: 'base64', text, bytes: outerBytes };
      if (inner === null) return [payload, signaturePart(signature)];
      return [
        payload,
        { kind: 'ciphertext', encoding: 'base64', text: inner.ciphertextText, bytes: inner.ciphertext.length },
        { kind: 'iv', encoding: 'base64', text: inner.ivText, bytes: inner.iv.length },
        signaturePart(signature),
      ];
    }
    case 'signed': {
      const { text, content, signature } = sealed.message;
      return [{ kind: 'payload', encoding: 'base64', text, bytes: content.length }, signaturePart(signature)];
    }
    case 'store-id':
      return [{ kind: 'identifier', encoding: 'hex', text: sealed.raw, bytes: sealed.raw.length / 2 }];
    case null:
      return [{ kind: 'value', encoding: 'text', text: sealed.raw, bytes: sealed.raw.length }];
  }
}

function signaturePart(text: string): MessagePart {
  return { kind: 'signature', encoding: 'hex', text, bytes: Math.floor(text.length / 2) };
}
