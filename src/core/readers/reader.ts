import type { PayloadFailure } from '../serializers/read-payload.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import type { SessionIdentifier } from './session-identifier.ts';
import type { StoredFacts } from './stored.ts';

/** What a reader of sealed cookies must offer. Rails is the first; each framework is a sibling in a folder of its own. */
export interface CookieReader {
  readonly id: Framework;
  /** Whether the framework gives its own cookies this name, so that its reader goes before the others. */
  ownsName(name: string): boolean;
  /** Looks at the value's shape alone, without a key. Null when the value is none of this reader's. */
  recognise(cookie: SealedCookie): Recognition | null;
  /** Opens with the first secret that fits; never throws on any value. */
  open(cookie: SealedCookie, keyring: Keyring, now: number): Promise<Reading>;
  /** What the cookie is for, as far as name, layout and content tell; `data` is null while nothing is known of it. */
  roleOf(name: string, layout: Layout | null, data: RubyValue | null): CookieRole;
}

export type Framework = 'rails' | 'rack';

/** `rails8-session-id` is the sign-in that Rails 8 generates, `remember-token` Devise's rememberable: both sign in without the session. */
export type CookieRole = 'session' | 'rails8-session-id' | 'remember-token' | 'signed-cookie' | 'encrypted-cookie';

/** A cookie's name and value exactly as on the wire, one character per byte. */
export interface SealedCookie {
  readonly name: string;
  readonly value: string;
  /** Whether it was set HttpOnly, where that is known: 32 hex digits count as a session id only with it or with a session-like name. */
  readonly httpOnly?: boolean;
}

export type Layout =
  | 'encrypted-gcm'
  | 'encrypted-cbc'
  | 'signed'
  | 'rack-hmac'
  /** Base64 alone: no secret protects it. */
  | 'rack-plain'
  | 'rack-encryptor-v1'
  | 'rack-encryptor-v2'
  | 'store-id';
/** `zipjson` is deflated JSON (`Rack::Session::Cookie::Base64::ZipJSON`). */
export type Serializer = 'json' | 'marshal' | 'message_pack' | 'zipjson' | 'unknown';
export type Digest = 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';

export interface Recognition {
  readonly framework: Framework;
  /** Null when the value is damaged so that the layout cannot be told. */
  readonly layout: Layout | null;
  /** `malformed` when it is of this reader's kind (by name or by what is left of its shape) and broken. */
  readonly malformed: boolean;
}

/** `session.state` of the report (sessionscope.report/1). */
export type ReadingState = 'opened' | 'readable' | 'failed' | 'sealed' | 'identifier';
/** `session.failure` of the report. */
export type ReadingFailure = 'malformed' | 'purpose-mismatch' | 'expired' | 'unreadable' | 'wrong-key' | 'tampered';

/** Exactly which configuration opened a value. */
export interface OpeningKey {
  /** Id and label of the secret in the keyring. */
  readonly secretId: string;
  readonly secret: string;
  /** PBKDF2 digest; null where the key is the secret itself (Rails 3 `secret_token`, Rack) or made of it by HMAC (Rack's encryptor). */
  readonly digest: Digest | null;
  readonly iterations: number | null;
  readonly salt: string | null;
  /** The cipher's key length in bits; null for signed values. */
  readonly cipherBits: 128 | 192 | 256 | null;
  /** The HMAC's digest; null for AES-GCM. */
  readonly hmacDigest: Digest | null;
}

/** One part of the message as it is on the wire, for the Raw tab. `bytes` is the decoded length where `encoding` is not `text`. */
export interface MessagePart {
  readonly kind: 'ciphertext' | 'iv' | 'tag' | 'salt' | 'payload' | 'signature' | 'envelope' | 'plaintext' | 'identifier' | 'value';
  readonly encoding: 'base64' | 'hex' | 'text';
  /** After percent-decoding, or for `plaintext` and `envelope` what decryption gave (Latin-1 when it is not UTF-8). */
  readonly text: string;
  readonly bytes: number;
}

export interface Reading {
  readonly framework: Framework;
  readonly role: CookieRole;
  readonly state: ReadingState;
  readonly failure: ReadingFailure | null;
  readonly layout: Layout | null;
  readonly serializer: Serializer | null;
  readonly key: OpeningKey | null;
  /** The envelope's `pur`, or the purpose that Rack's encryptor authenticated; null without one. */
  readonly purpose: string | null;
  /** The envelope's `exp` as it is written (ISO 8601); null without one. */
  readonly expires: string | null;
  /** Whether the payload was wrapped in Rails' metadata envelope. */
  readonly envelope: boolean;
  readonly data: RubyValue | null;
  /** The ids of a session that is kept on the server; null for any other. */
  readonly identifier: SessionIdentifier | null;
  /** How the store wrote `data`, which was pasted from there; null when the cookie itself holds it. */
  readonly stored: StoredFacts | null;
  /** Why the payload cannot be read and at which byte of it (JSON: of its UTF-8); null when it can, or was not looked at. */
  readonly unreadable: PayloadFailure | null;
  readonly parts: readonly MessagePart[];
  /** How many combinations of secret, digest, salt, key length and purpose were tried. */
  readonly tried: number;
}

/** What a reading is made from. */
export const UNREAD: Omit<Reading, 'framework' | 'role'> = {
  state: 'sealed',
  failure: null,
  layout: null,
  serializer: null,
  key: null,
  purpose: null,
  expires: null,
  envelope: false,
  data: null,
  identifier: null,
  stored: null,
  unreadable: null,
  parts: [],
  tried: 0,
};

/** The salts of `config.action_dispatch.*_salt`. */
export interface Salts {
  readonly authenticatedEncryptedCookie: string;
  readonly encryptedCookie: string;
  readonly encryptedSignedCookie: string;
  readonly signedCookie: string;
}

/** What the user may give under "Advanced"; whatever is absent is found by trying the defaults. */
export interface KeyOptions {
  readonly iterations?: number;
  /** Of PBKDF2; the only one tried. */
  readonly digest?: Digest;
  /** Each is tried before the default of its purpose. */
  readonly salts?: Partial<Salts>;
  /** `config.action_dispatch.encrypted_cookie_cipher`; the only length tried. Without it 256, and for AES-GCM also 128 and 192. */
  readonly cipherBits?: 128 | 192 | 256;
}

/** PBKDF2 of the secret: what for, and with what. */
export interface Derivation {
  readonly use: 'AES-GCM' | 'AES-CBC' | 'HMAC';
  readonly digest: Digest;
  readonly iterations: number;
  readonly salt: string;
  /** Length of the derived key in bits. */
  readonly bits: number;
  /** Digest of the HMAC that the derived key is for; null for ciphers. */
  readonly hmacDigest: Digest | null;
}

/** A secret as readers see it: it has a name and makes keys; its text cannot be read back. */
export interface SecretKeys {
  readonly id: string;
  readonly label: string;
  readonly options: KeyOptions;
  /** Memoised. Rejects only where the platform lacks the algorithm (Chromium has no 192-bit AES). */
  derive(derivation: Derivation): Promise<CryptoKey>;
  /** The secret itself as an HMAC key (Rails 3 `secret_token`, Rack). */
  direct(hmacDigest: Digest): Promise<CryptoKey>;
  /** Keys out of pieces of the secret's text (`Rack::Session::Encryptor`). */
  sliced(): SlicedKeys;
}

/** HMAC-SHA256 keys of pieces of a secret, as bytes of UTF-8. Null where the secret is too short for that. */
export interface SlicedKeys {
  /** The first 32 bytes: signs a message's salt, which gives the key of its cipher. Takes 32 bytes or more. */
  readonly cipher: CryptoKey | null;
  /** What follows them: verifies a version 1 message. Takes 64 bytes or more. */
  readonly signature: CryptoKey | null;
}

/** Newest first; tried in this order. */
export type Keyring = readonly SecretKeys[];
