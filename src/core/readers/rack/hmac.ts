import type { Attempt } from '../attempt.ts';
import type { Bytes } from '../base64.ts';
import { readSignature, type SignedText, verifySignature } from '../hmac.ts';
import type { Keyring } from '../reader.ts';

/** `payload--hexdigest`: `content` is the payload decoded, which needs no key. */
export interface HmacMessage extends SignedText {
  readonly content: Bytes;
}

/** Looks for the secret that made the signature; its text is the key. Source: `Rack::Session::Cookie#digest_match?`. */
export async function verifyHmac(message: HmacMessage, keyring: Keyring): Promise<Attempt> {
  const signature = readSignature(message);
  if (signature === null) return { opened: null, tried: 0 };
  const hmacDigest = signature.digest;
  let tried = 0;
  for (const secret of keyring) {
    tried++;
    if (!(await verifySignature(signature, await secret.direct(hmacDigest)))) continue;
    const named = { secretId: secret.id, secret: secret.label, digest: null, iterations: null, salt: null, cipherBits: null };
    return { opened: { content: message.content, key: { ...named, hmacDigest } }, tried };
  }
  return { opened: null, tried };
}
