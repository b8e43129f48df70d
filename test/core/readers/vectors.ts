import { readFileSync } from 'node:fs';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import type { Digest, Keyring, Salts, SealedCookie } from '../../../src/core/readers/reader.ts';
import { importSecret } from '../../../src/vault/keyring.ts';

/** One row of a vector file; see the README beside the files. */
export interface Vector {
  readonly id: string;
  readonly rails_version: string;
  readonly description: string;
  readonly secret_key_base?: string | readonly string[];
  readonly secret_token?: string;
  readonly expected_secret_index?: number;
  readonly config: {
    readonly hash_digest: Digest;
    readonly iterations: number;
    readonly cipher: string | null;
    readonly hmac_digest?: Digest;
    readonly serializer: string;
    readonly salts?: Readonly<Record<string, string>>;
  };
  readonly cookie_name: string;
  readonly set_cookie_header: string | null;
  readonly raw_value: string | null;
  readonly evaluate_at: string;
  readonly opens_with?: { readonly salts?: Readonly<Record<string, string>>; readonly hash_digest?: Digest };
  readonly expected: Expected;
  readonly sizes?: { readonly raw_value: number; readonly wire_value: number; readonly browser_accepts: boolean };
}

export interface Expected {
  readonly ok: boolean;
  readonly reason?: string;
  readonly layout?: string;
  readonly serializer?: string;
  readonly session?: unknown;
  readonly value?: unknown;
  readonly purpose?: string | null;
  readonly expires_at?: string | null;
  readonly metadata_envelope?: boolean;
  readonly payload_text?: string;
  readonly payload_base64?: string;
}

export function readFixture(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../fixtures/vectors/${name}.json`, import.meta.url), 'utf8'));
}

export const VECTOR_FILES = ['rails-4.2', 'rails-6.1', 'rails-7.0', 'rails-7.2', 'rails-8.1', 'defaults'] as const;

export function vectorsOf(file: string): readonly Vector[] {
  return readFixture(file).vectors as readonly Vector[];
}

/** Every row for which a cookie was sent. */
export const SENT: readonly Vector[] = VECTOR_FILES.flatMap(vectorsOf).filter((vector) => vector.set_cookie_header !== null);

/** The cookie as a response set it. */
export function cookieOf(vector: Vector): SealedCookie {
  const { name, value, effective } = parseSetCookie(vector.set_cookie_header ?? '');
  return { name, value, httpOnly: effective.httpOnly };
}

const SALT_NAMES: ReadonlyMap<string, keyof Salts> = new Map([
  ['authenticated_encrypted_cookie_salt', 'authenticatedEncryptedCookie'],
  ['encrypted_cookie_salt', 'encryptedCookie'],
  ['encrypted_signed_cookie_salt', 'encryptedSignedCookie'],
  ['signed_cookie_salt', 'signedCookie'],
]);

/** The secrets of a row; its index in the row is the id. Only salts that differ from Rails' are told. */
export function keyringOf(vector: Vector): Promise<Keyring> {
  const salts: Partial<Record<keyof Salts, string>> = {};
  for (const [name, salt] of Object.entries(vector.config.salts ?? {})) {
    const known = SALT_NAMES.get(name);
    if (known === undefined) throw new Error(`Unknown salt ${name}`);
    salts[known] = salt;
  }
  const secrets = [vector.secret_key_base ?? vector.secret_token ?? []].flat();
  return keyringFrom(secrets, { salts });
}

export function keyringFrom(secrets: readonly string[], options = {}): Promise<Keyring> {
  return Promise.all(secrets.map((text, index) => importSecret({ id: String(index), label: `secret ${index}`, text, options })));
}
