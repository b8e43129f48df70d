import { type Bytes, decodeHex, fromLatin1 } from './base64.ts';
import { inBurst } from './crypto-bursts.ts';
import type { Digest } from './reader.ts';

/** A text and the HMAC over it, as `ActiveSupport::MessageVerifier` and `Rack::Session::Cookie` write them: `text--hexdigest`. */
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
export function verifySignature(signature: Signature, key: CryptoKey): Promise<boolean> {
  return inBurst(() => crypto.subtle.verify('HMAC', key, signature.bytes, signature.message));
}

/** The digest of an HMAC by the number of its hex digits; null for a number that no digest has. */
export function hmacDigestOfLength(hexDigits: number): Digest | null {
  switch (hexDigits) {
    case 40:
      return 'SHA1';
    case 64:
      return 'SHA256';
    case 96:
      return 'SHA384';
    case 128:
      return 'SHA512';
    default:
      return null;
  }
}
