import { isEncryptedFile } from '../core/readers/rails/credentials.ts';
import type { SecretEntry, SecretFileFailure } from './secret-entry.ts';

/** A file that may hold secrets. The name may be a path. */
export interface SecretSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FoundSecret {
  /** Name of the file as it was given. */
  readonly file: string;
  /** Of a file with several environments; null elsewhere. */
  readonly environment: string | null;
  /** The label is the file's own; null where it gives none. */
  readonly entry: SecretEntry;
}

/** What a file lacks or why nothing was taken from it; never what stands there. */
export type SecretFileNote = { readonly file: string } & (
  | { readonly kind: 'needs-key' /** Name of the file that Rails keeps the key in. */; readonly key: string }
  | { readonly kind: 'needs-credentials' /** Name of the file that the key is for. */; readonly credentials: string }
  /** None of the keys that were given. */
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'malformed-key' | 'malformed-credentials' | 'no-secret-key-base' | 'not-text' | 'too-large' }
  /** The secret is not in the file: code takes it from a variable (null where that cannot be told). */
  | { readonly kind: 'elsewhere'; readonly variable: string | null }
  | { readonly kind: 'unreadable'; readonly failure: SecretFileFailure }
);

/** In bytes. No file of secrets is as large. */
export const LARGEST_SECRET_FILE = 256 * 1024;

/** `generated` is the secret itself, written by Rails in development and test; `list` the files of this program. */
export type SecretFileKind = 'credentials' | 'master-key' | 'yaml' | 'initializer' | 'generated' | 'list';

export type Recognised =
  | { readonly kind: SecretFileKind /** Without a byte order mark. */; readonly text: string }
  | { readonly kind: 'not-text' | 'too-large' };

/** Tells what kind of file it is by its name, and by its content where the name is nobody's. */
export function recogniseSecretFile(name: string, bytes: Uint8Array): Recognised {
  if (bytes.length > LARGEST_SECRET_FILE) return { kind: 'too-large' };
  const text = decode(bytes);
  if (text === null) return { kind: 'not-text' };
  return { kind: kindByName(baseName(name)) ?? kindByContent(text), text };
}

export function baseName(path: string): string {
  return path.replace(/^.*[\\/]/s, '');
}

/** Whether a file of this name is a key that opens others. */
export function isKeyFile(name: string): boolean {
  return kindByName(baseName(name)) === 'master-key';
}

function kindByName(name: string): SecretFileKind | null {
  if (/\.ya?ml\.enc$/i.test(name)) return 'credentials';
  if (/\.key$/i.test(name)) return 'master-key';
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  if (/\.rb$/i.test(name)) return 'initializer';
  return /^(?:local|development)_secret\.txt$/i.test(name) ? 'generated' : null;
}

function kindByContent(text: string): SecretFileKind {
  if (isEncryptedFile(text)) return 'credentials';
  return /^ *secret_key_base *:(?:\s|$)/m.test(text) ? 'yaml' : 'list';
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
