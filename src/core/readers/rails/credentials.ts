import { fail, ok, type Result } from '../../result.ts';
import { readMarshal } from '../../serializers/marshal/read-marshal.ts';
import { type Bytes, decodeHex } from '../base64.ts';
import { readGcmMessage } from './encrypted-gcm.ts';

/** `malformed`: not of the layout; `unreadable`: it opens, and holds no text. */
export type CredentialsFailure = 'malformed' | 'wrong-key' | 'unreadable';

/** `b64(ciphertext)--b64(iv)--b64(tag)`, as `config/credentials.yml.enc` is written. */
export function isEncryptedFile(text: string): boolean {
  return readGcmMessage(text.trim().split('--')) !== null;
}

/**
 * The text of `config/master.key` as a key: 32 hex digits, which unlike a `secret_key_base` are decoded. Null for any other text.
 * Source: `ActiveSupport::EncryptedFile`.
 */
export async function importMasterKey(text: string): Promise<CryptoKey | null> {
  const digits = text.trim().toLowerCase();
  const bytes = digits.length === 32 ? decodeHex(digits) : null;
  if (bytes === null) return null;
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
  bytes.fill(0);
  return key;
}

/** Decrypts `config/credentials.yml.enc` to its YAML text: AES-128-GCM over a Marshal dump of one String. */
export async function decryptCredentials(text: string, key: CryptoKey): Promise<Result<string, CredentialsFailure>> {
  const message = readGcmMessage(text.trim().split('--'));
  if (message === null) return fail('malformed');
  const { ciphertext, iv, tag } = message;
  const sealed = new Uint8Array(ciphertext.length + tag.length);
  sealed.set(ciphertext);
  sealed.set(tag, ciphertext.length);
  let dump: Bytes;
  try {
    dump = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, tagLength: tag.length * 8 }, key, sealed));
  } catch {
    // WebCrypto tells a wrong tag by rejecting.
    return fail('wrong-key');
  }
  const value = readMarshal(dump);
  dump.fill(0);
  return value.ok && value.value.type === 'string' ? ok(value.value.text) : fail('unreadable');
}
