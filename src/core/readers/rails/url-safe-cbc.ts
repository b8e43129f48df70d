import { readJson } from '../../serializers/json.ts';
import { type Bytes, decodeUrlSafeBase64, toLatin1 } from '../base64.ts';
import type { SignedText } from '../hmac.ts';
import type { CbcMessage } from './encrypted-cbc.ts';

const DASH = 0x2d;
const BLOCK_BYTES = 16;
/** `--` and 16 bytes without padding. */
const IV_WITH_DASHES = 24;
/** One block of ciphertext without padding. */
const SHORTEST_CIPHERTEXT = 22;
/** Bytes that one altered character of the outer base64 may spoil, and one to spare. */
const MOST_ODD = 3;

/**
 * Reads what the outer base64 holds when an encryptor with `url_safe: true` wrote it (Rails 7.1 and up): no padding, and `--` perhaps
 * inside the ciphertext, so that the IV is taken by its length from the right. Cookie jars never write it; applications do. Null when
 * it is nothing of the kind. Source: `ActiveSupport::MessageEncryptor#extract_parts`.
 */
export function readUrlSafeCbcMessage(signed: SignedText, outer: Bytes): CbcMessage | null {
  const dashes = outer.length - IV_WITH_DASHES;
  if (dashes < SHORTEST_CIPHERTEXT || outer[dashes] !== DASH || outer[dashes + 1] !== DASH) return null;
  const text = toLatin1(outer);
  const [ciphertextText, ivText] = [text.slice(0, dashes), text.slice(dashes + 2)];
  const [ciphertext, iv] = [decodeUrlSafeBase64(ciphertextText), decodeUrlSafeBase64(ivText)];
  const message = { text: signed.text, signature: signed.signature, outerBytes: outer.length };
  if (ciphertext !== null && ciphertext.length % BLOCK_BYTES === 0 && iv?.length === BLOCK_BYTES)
    return { ...message, inner: { ciphertext, iv, ciphertextText, ivText } };
  // Altered, it must still be known as AES-CBC with a wrong signature.
  const odd = text.replace(/[\w-]+/g, '').length;
  return odd > 0 && odd <= MOST_ODD && !readJson(outer).ok ? { ...message, inner: null } : null;
}
