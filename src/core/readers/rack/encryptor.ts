import { decodeFormEncoding, decodeUtf8 } from '../../cookies/form-encoding.ts';
import { type Bytes, decodeBase64, decodeUrlSafeBase64, fromLatin1 } from '../base64.ts';
import type { Keyring, OpeningKey, SecretKeys } from '../reader.ts';

/** A message of `Rack::Session::Encryptor`, taken apart. `head` is what is authenticated beside the ciphertext, as it stands. */
export type EncryptorMessage =
  | {
      readonly version: 1;
      readonly head: Bytes;
      readonly salt: Bytes;
      readonly iv: Bytes;
      readonly ciphertext: Bytes;
      readonly signature: Bytes;
    }
  | {
      readonly version: 2;
      readonly head: Bytes;
      readonly salt: Bytes;
      readonly iv: Bytes;
      readonly ciphertext: Bytes;
      readonly tag: Bytes;
    };

const SALT_BYTES = 32;
const V1 = { iv: 16, signature: 32 };
const V2 = { iv: 12, tag: 16 };
/** The padding's length, and at least one byte. */
const SHORTEST_CONTENT = 3;

/**
 * Version 1: `01 | salt 32 | IV 16 | ciphertext | HMAC 32` in url-safe base64; version 2: `02 | salt 32 | IV 12 | tag 16 | ciphertext` in
 * standard base64, in later releases url-safe. Null for anything else.
 */
export function readEncryptorMessage(text: string): EncryptorMessage | null {
  const bytes = decodeBase64(text) ?? (text.length % 4 === 0 ? decodeUrlSafeBase64(text) : null);
  if (bytes === null) return null;
  const salt = bytes.slice(1, 1 + SALT_BYTES);
  const rest = bytes.slice(1 + SALT_BYTES);
  if (bytes[0] === 1) {
    if (rest.length < V1.iv + SHORTEST_CONTENT + V1.signature) return null;
    const end = rest.length - V1.signature;
    const message = { iv: rest.slice(0, V1.iv), ciphertext: rest.slice(V1.iv, end), signature: rest.slice(end) };
    return { version: 1, head: bytes.slice(0, bytes.length - V1.signature), salt, ...message };
  }
  if (bytes[0] !== 2 || rest.length < V2.iv + V2.tag + SHORTEST_CONTENT) return null;
  const start = V2.iv + V2.tag;
  const message = { iv: rest.slice(0, V2.iv), tag: rest.slice(V2.iv, start), ciphertext: rest.slice(start) };
  return { version: 2, head: bytes.slice(0, 1 + SALT_BYTES), salt, ...message };
}

export interface EncryptorAttempt {
  /** `content` with its padding; `purpose` is null for a message without one. */
  readonly opened: { readonly content: Bytes; readonly key: OpeningKey; readonly purpose: string | null } | null;
  readonly tried: number;
}

/**
 * Opens with the first secret and purpose that fit. The purpose is the middleware's `key:`, so the cookie's name; where that option is
 * left to its default, rack-session gives none.
 */
export async function decryptEncryptor(message: EncryptorMessage, cookieName: string, keyring: Keyring): Promise<EncryptorAttempt> {
  const purposes = purposesOf(cookieName);
  let tried = 0;
  for (const secret of keyring) {
    for (const purpose of purposes) {
      const authenticated = join(message.head, purpose === null ? null : fromLatin1(purpose));
      const result = await (message.version === 1 ? openV1(message, authenticated, secret) : openV2(message, authenticated, secret));
      if (result === 'no-key') break;
      tried++;
      if (result === null) continue;
      const hmacDigest = message.version === 1 ? ('SHA256' as const) : null;
      const key = {
        secretId: secret.id,
        secret: secret.label,
        digest: null,
        iterations: null,
        salt: null,
        cipherBits: 256,
        hmacDigest,
      } as const;
      return { opened: { content: result, key, purpose: purpose === null ? null : decodeUtf8(purpose) }, tried };
    }
  }
  return { opened: null, tried };
}

/** Of a cookie's name on the wire: unescaped and as it is (Rack 3.2 no longer escapes names). One character per byte. */
function purposesOf(cookieName: string): readonly (string | null)[] {
  const bytewise = [decodeFormEncoding(cookieName), cookieName].filter((name) => fromLatin1(name) !== null);
  return [...new Set(bytewise), null];
}

type Opened = Bytes | null | 'no-key';

/** Source: `Rack::Session::Encryptor::V1#decrypt`: the signature first, then AES-256-CTR with a 128-bit counter. */
async function openV1(message: EncryptorMessage & { version: 1 }, authenticated: Bytes, secret: SecretKeys): Promise<Opened> {
  const { cipher, signature } = secret.sliced();
  if (cipher === null || signature === null) return 'no-key';
  if (!(await crypto.subtle.verify('HMAC', signature, message.signature, authenticated))) return null;
  const key = await messageKey(cipher, message.salt, 'AES-CTR');
  const algorithm = { name: 'AES-CTR', counter: message.iv, length: 128 };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, message.ciphertext));
}

/** Source: `Rack::Session::Encryptor::V2#decrypt`: AES-256-GCM, where version, salt and purpose are additional data. */
async function openV2(message: EncryptorMessage & { version: 2 }, authenticated: Bytes, secret: SecretKeys): Promise<Opened> {
  const { cipher } = secret.sliced();
  if (cipher === null) return 'no-key';
  const key = await messageKey(cipher, message.salt, 'AES-GCM');
  const algorithm = { name: 'AES-GCM', iv: message.iv, additionalData: authenticated, tagLength: V2.tag * 8 };
  try {
    // WebCrypto takes the tag behind the ciphertext (Web Cryptography API, 29.4.2).
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, join(message.ciphertext, message.tag)));
  } catch {
    // WebCrypto tells a wrong tag by rejecting.
    return null;
  }
}

/** `HMAC-SHA256(cipher secret, salt)`, at once a key that cannot be exported. */
async function messageKey(cipher: CryptoKey, salt: Bytes, name: 'AES-CTR' | 'AES-GCM'): Promise<CryptoKey> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', cipher, salt));
  const key = await crypto.subtle.importKey('raw', bytes, name, false, ['decrypt']);
  bytes.fill(0);
  return key;
}

/** Takes off the padding: its length in two little-endian bytes, then so many random ones. Null when there are not as many. */
export function withoutPadding(content: Bytes): Bytes | null {
  const [low = 0, high = 0] = content;
  const start = 2 + low + (high << 8);
  return content.length < 2 || start > content.length ? null : content.slice(start);
}

function join(first: Bytes, second: Bytes | null): Bytes {
  if (second === null) return first;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
