import { parseSetCookie } from '../../src/core/cookies/set-cookie.ts';
import { openCookie } from '../../src/core/readers/index.ts';
import { DEFAULT_SALTS } from '../../src/core/readers/rails/key-derivation.ts';
import { readLayout } from '../../src/core/readers/rails/layout.ts';
import type { Keyring, OpeningKey, Reading } from '../../src/core/readers/reader.ts';
import { keyringOf, SENT, type Vector } from '../core/readers/vectors.ts';

/** A recorded cookie that opens, with what opened it. */
export interface RecordedCookie {
  readonly line: string;
  readonly name: string;
  /** As on the wire. */
  readonly value: string;
  readonly secret: string;
  readonly keyring: Keyring;
  readonly now: number;
  readonly key: OpeningKey;
  readonly reading: Reading;
}

/** The whole path: a Set-Cookie line to its session. */
export async function openLine({ line, keyring, now }: Pick<RecordedCookie, 'line' | 'keyring' | 'now'>): Promise<Reading | null> {
  const { name, value, effective } = parseSetCookie(line);
  return openCookie({ name, value, httpOnly: effective.httpOnly }, keyring, now);
}

/**
 * The recorded cookies that open with Rails' own salts, by layout and serializer. All that one application would seal, so with one
 * secret, one cipher and one way of making keys, share a keyring, as the cookies of a recording do.
 */
export async function recordedCookies(): Promise<ReadonlyMap<string, readonly RecordedCookie[]>> {
  const keyrings = new Map<string, Keyring>();
  const groups = new Map<string, RecordedCookie[]>();
  for (const vector of SENT) {
    const cookie = vector.config.salts === undefined ? await readVector(vector, keyrings) : null;
    if (cookie === null || cookie.reading.state !== 'opened' || cookie.reading.serializer === 'unknown') continue;
    const group = `${cookie.reading.layout} ${cookie.reading.serializer}`;
    groups.set(group, [...(groups.get(group) ?? []), cookie]);
  }
  return new Map([...groups].sort(([one], [other]) => one.localeCompare(other)));
}

async function readVector(vector: Vector, keyrings: Map<string, Keyring>): Promise<RecordedCookie | null> {
  const secret = vector.secret_key_base ?? vector.secret_token;
  if (typeof secret !== 'string') return null;
  const digest = vector.opens_with?.hash_digest ?? vector.config.hash_digest;
  const application = `${vector.secret_key_base === undefined ? 'direct' : digest} ${vector.config.cipher} ${secret}`;
  const keyring = keyrings.get(application) ?? (await keyringOf(vector));
  keyrings.set(application, keyring);
  const line = vector.set_cookie_header ?? '';
  const now = Date.parse(vector.evaluate_at);
  const reading = await openLine({ line, keyring, now });
  if (reading?.key == null) return null;
  const { name, value } = parseSetCookie(line);
  return { line, name, value, secret, keyring, now, key: reading.key, reading };
}

/** The WebCrypto calls alone that a cookie cannot be opened without, its keys derived and its bytes decoded. */
export async function bareDecryption(cookie: RecordedCookie): Promise<() => Promise<unknown>> {
  const { key, keyring } = cookie;
  const secret = keyring[0];
  const sealed = readLayout(cookie);
  if (secret === undefined || !sealed?.layout || sealed.layout === 'store-id') throw new Error('nothing to decrypt');
  const { digest, iterations, salt, cipherBits, hmacDigest } = key;
  const derived = (use: 'AES-GCM' | 'AES-CBC' | 'HMAC', name: string, bits: number): Promise<CryptoKey> => {
    if (digest === null || iterations === null) return secret.direct(hmacDigest ?? 'SHA1');
    return secret.derive({ use, digest, iterations, salt: name, bits, hmacDigest: use === 'HMAC' ? hmacDigest : null });
  };
  if (sealed.layout === 'encrypted-gcm') {
    const { ciphertext, iv, tag } = sealed.message;
    const aes = await derived('AES-GCM', salt ?? '', cipherBits ?? 256);
    const bytes = new Uint8Array([...ciphertext, ...tag]);
    return () => crypto.subtle.decrypt({ name: 'AES-GCM', iv, tagLength: 128 }, aes, bytes);
  }
  const { text, signature } = sealed.message;
  const hmac = await derived('HMAC', sealed.layout === 'signed' ? (salt ?? '') : DEFAULT_SALTS.encryptedSignedCookie, 512);
  const [signed, mac] = [new TextEncoder().encode(text), new Uint8Array(Buffer.from(signature, 'hex'))];
  const verify = (): Promise<unknown> => crypto.subtle.verify('HMAC', hmac, mac, signed);
  if (sealed.layout === 'signed') return verify;
  const { inner } = sealed.message;
  if (inner === null) throw new Error('nothing to decrypt');
  const aes = await derived('AES-CBC', salt ?? '', cipherBits ?? 256);
  return async () => {
    await verify();
    await crypto.subtle.decrypt({ name: 'AES-CBC', iv: inner.iv }, aes, inner.ciphertext);
  };
}

/** The bytes that the serializer wrote, out of the recorded answer of Rails. */
export const payloads = (serializer: string): readonly Uint8Array[] =>
  SENT.filter(({ expected }) => expected.ok && expected.serializer === serializer).map(({ expected }) =>
    Buffer.from(expected.payload_text ?? expected.payload_base64 ?? '', expected.payload_text === undefined ? 'base64' : 'utf8'),
  );
