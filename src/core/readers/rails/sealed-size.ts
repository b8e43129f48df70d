import type { Reading } from '../reader.ts';
import {
  base64Length,
  base64Like,
  base64Of,
  base64OfRandom,
  bytesOfPart,
  lengthOf,
  type Payload,
  plainText,
  type SealedSize,
  sumOf,
  type TextSize,
  urlSafeBase64,
} from '../size-model.ts';
import { enveloping } from './envelope-size.ts';
import { OVERFLOW_LIMIT } from './limits.ts';

const DASHES = plainText(2);
const GCM = { iv: 12, tag: 16 };
const CBC = { iv: 16, block: 16 };

/**
 * The size of a session in a cookie of Rails. Signed and CBC values have exactly it; of GCM the ciphertext, and so how much of its
 * base64 is escaped, is random. Source: `ActiveSupport::MessageEncryptor`, `MessageVerifier`, `Messages::Metadata`.
 */
export function railsSize(reading: Reading, cookieName: string): SealedSize | null {
  const payload = bytesOfPart(reading.parts.find(({ kind }) => kind === 'plaintext'));
  if (payload === null) return null;
  const contentOf = enveloping(reading, payload);
  const size = layoutSize(reading, contentOf(payload));
  if (size === null) return null;
  return {
    payload,
    exact: reading.layout !== 'encrypted-gcm',
    byContent: reading.layout === 'signed',
    of: (other) => size(contentOf(other)),
    limits: { value: OVERFLOW_LIMIT - cookieName.length, withoutName: OVERFLOW_LIMIT },
  };
}

/** By what the layout seals: the payload, or the envelope around it. */
function layoutSize(reading: Reading, known: Payload): ((content: Payload) => TextSize) | null {
  switch (reading.layout) {
    case 'encrypted-gcm': {
      // Without padding, as only the url-safe alphabet of an application's own encryptor has it.
      const urlSafe = reading.parts.some(({ kind, text }) => kind === 'tag' && !text.endsWith('='));
      return (content) => gcmSize(lengthOf(content), urlSafe);
    }
    case 'encrypted-cbc': {
      const digest = signatureLength(reading);
      return (content) => sumOf(cbcSize(lengthOf(content)), DASHES, digest);
    }
    case 'signed': {
      const digest = signatureLength(reading);
      const like = base64Like(typeof known === 'number' ? new Uint8Array() : known);
      return (content) => sumOf(typeof content === 'number' ? like(content) : base64Of(content), DASHES, digest);
    }
    default:
      return null;
  }
}

/** `b64(ciphertext)--b64(iv)--b64(tag)`; the ciphertext is as long as its content. */
function gcmSize(content: number, urlSafe: boolean): TextSize {
  const parts = [content, GCM.iv, GCM.tag].map((bytes) => (urlSafe ? plainText(Math.ceil((bytes * 4) / 3)) : base64OfRandom(bytes)));
  return sumOf(...parts, DASHES, DASHES);
}

/** `b64( b64(ciphertext)--b64(iv) )`. PKCS#7 fills the last block, or adds one. */
function cbcSize(content: number): TextSize {
  const ciphertext = (Math.floor(content / CBC.block) + 1) * CBC.block;
  // Base64 of letters, digits and these marks has neither `+` nor `/`: they would take bits that no such byte has.
  return urlSafeBase64(base64Length(ciphertext) + DASHES.length + base64Length(CBC.iv));
}

function signatureLength({ parts }: Reading): TextSize {
  return plainText(parts.find(({ kind }) => kind === 'signature')?.text.length ?? 0);
}
