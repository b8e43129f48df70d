import type { Attempt } from '../attempt.ts';
import type { Bytes } from '../base64.ts';
import { readSignature, type SignedText, verifySignature } from '../hmac.ts';
import type { Keyring } from '../reader.ts';
import { directWay, hmacWays, tryWays } from './ways.ts';

/** `b64(payload)--hexdigest`: `content` is the payload decoded, which needs no key. */
export interface SignedMessage extends SignedText {
  readonly content: Bytes;
}

/**
 * Looks for the key that made the signature: for each secret, newest first, the derived keys and then the secret itself, which
 * is how Rails 3 signs with `secret_token`. Source: `ActiveSupport::MessageVerifier`.
 */
export function verifySigned(message: SignedMessage, keyring: Keyring): Promise<Attempt> {
  const signature = readSignature(message);
  if (signature === null) return Promise.resolve({ opened: null, tried: 0 });
  const { digest: hmacDigest } = signature;
  return tryWays(
    keyring,
    `signed ${hmacDigest}`,
    (secret) => [...hmacWays(secret, 'signedCookie', hmacDigest), directWay(secret, hmacDigest)],
    async (key, used) => ((await verifySignature(signature, key)) ? { content: message.content, key: used } : null),
  );
}
