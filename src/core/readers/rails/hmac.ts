import { type Bytes, decodeHex, fromLatin1 } from '../base64.ts';
import type { Digest } from '../reader.ts';
import { hmacDigestOfLength } from './key-derivation.ts';

/** A text and the HMAC over it, as `ActiveSupport::MessageVerifier` writes them: `text--hexdigest`. */
export interface SignedText {
  readonly text: string;
  readonly signature: string;
}

/** A signature that can be checked at all: one of another length, or not of lower-case hex, is wrong whatever the key. */
export interface Signature {
  readonly digest: Digest;
  readonly bytes: Bytes;
  readonly message: Bytes;
}

export function readSignature(signed: SignedText): Signature | null {
  const digest = hmacDigestOfLength(signed.signature.length);
  const bytes = decodeHex(signed.signature);
  const message = fromLatin1(signed.text);
  return digest === null || bytes === null || message === null ? null : { digest, bytes, message };
}

/** Compares in constant time (Web Cryptography API, 31.6.2). */
export async function verifySignature(signature: Signature, key: CryptoKey): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, signature.bytes, signature.message);
}
