import { fail, ok, type Result } from '../../result.ts';
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
  const content = readDumpedString(dump);
  dump.fill(0);
  return content === null ? fail('unreadable') : ok(content);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `04 08`, `I` where an encoding follows, `"`, the length and the bytes (Ruby's marshal.c). */
function readDumpedString(dump: Bytes): string | null {
  if (dump[0] !== 4 || dump[1] !== 8) return null;
  const start = dump[2] === 0x49 ? 3 : 2;
  if (dump[start] !== 0x22) return null;
  const first = dump[start + 1] ?? 0;
  const wide = first >= 1 && first <= 4 ? first : 0;
  let length = wide === 0 ? first - 5 : 0;
  for (let index = wide; index > 0; index--) length = length * 256 + (dump[start + 1 + index] ?? 0);
  if (first === 0) length = 0;
  const from = start + 2 + wide;
  if (first > 127 || length < 0 || from + length > dump.length) return null;
  try {
    return utf8.decode(dump.subarray(from, from + length));
  } catch {
    return null;
  }
}
