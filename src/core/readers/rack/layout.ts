import { decodeFormEncoding } from '../../cookies/form-encoding.ts';
import { isZlib } from '../../serializers/inflate.ts';
import { type Bytes, toLatin1 } from '../base64.ts';
import { isSessionLikeName, LONGEST_VALUE } from '../cookie-names.ts';
import { hmacDigestOfLength } from '../hmac.ts';
import type { Layout, SealedCookie } from '../reader.ts';
import { decodeRackBase64, isKnownPayload } from './coder.ts';
import { type EncryptorMessage, readEncryptorMessage } from './encryptor.ts';
import type { HmacMessage } from './hmac.ts';
import { isRackName } from './limits.ts';

/** A value taken apart. `raw` is the value after form decoding. */
export type Sealed =
  | { readonly layout: 'rack-encryptor-v1' | 'rack-encryptor-v2'; readonly raw: string; readonly message: EncryptorMessage }
  | { readonly layout: 'rack-hmac'; readonly raw: string; readonly message: HmacMessage }
  | { readonly layout: 'rack-plain'; readonly raw: string; readonly content: Bytes }
  | { readonly layout: 'store-id'; readonly raw: string };

export interface Damaged {
  readonly layout: null;
  readonly raw: string;
  /** The layout that what is left looks like. */
  readonly nearest: Layout | null;
}

/**
 * Tells the layout from the shape, without a key. These shapes are weaker than Rails', so outside names like Rack's own they take a
 * session-like name and content that Rack writes. Null when the value is none of Rack's. Source: `Rack::Session::Cookie`.
 */
export function readLayout(cookie: SealedCookie): Sealed | Damaged | null {
  const own = isRackName(cookie.name);
  if (!own && !isSessionLikeName(cookie.name)) return null;
  if (cookie.value.length > LONGEST_VALUE) return own ? { layout: null, raw: cookie.value.slice(0, LONGEST_VALUE), nearest: null } : null;
  const raw = decodeFormEncoding(cookie.value);
  const sound = readSessionId(raw, own) ?? readEncrypted(raw, own) ?? readHmac(raw, own) ?? readPlain(raw, own);
  return sound ?? (own ? { layout: null, raw, nearest: nearestLayout(raw) } : null);
}

/** `Rack::Session::Pool` and other stores: 64 hex digits, 32 before Rack 2.0.8. */
function readSessionId(raw: string, own: boolean): Sealed | null {
  return own && /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(raw) ? { layout: 'store-id', raw } : null;
}

/** In bytes: what a message is padded to, unless `pad_size` says otherwise. */
const PAD_SIZE = 32;

function readEncrypted(raw: string, own: boolean): Sealed | null {
  const message = readEncryptorMessage(raw);
  if (message === null || (!own && message.ciphertext.length % PAD_SIZE !== 0)) return null;
  return { layout: message.version === 1 ? 'rack-encryptor-v1' : 'rack-encryptor-v2', raw, message };
}

/** Splits at the last `--`: the payload may hold others. */
function readHmac(raw: string, own: boolean): Sealed | null {
  const dashes = raw.lastIndexOf('--');
  if (dashes <= 0) return null;
  const signed = { text: raw.slice(0, dashes), signature: raw.slice(dashes + 2) };
  if (!/^[0-9a-f]+$/i.test(signed.signature)) return null;
  const content = decodeRackBase64(signed.text);
  if (content === null || content.length === 0 || isRailsCbc(content)) return null;
  const wholeDigest = hmacDigestOfLength(signed.signature.length) !== null;
  const credible = isKnownPayload(content) || (own && wholeDigest);
  return credible ? { layout: 'rack-hmac', raw, message: { ...signed, content } } : null;
}

/** What Rails' AES-CBC has inside the outer base64. */
function isRailsCbc(content: Bytes): boolean {
  return /^[A-Za-z0-9+/]+={0,2}--[A-Za-z0-9+/]{22}==$/.test(toLatin1(content));
}

/** Outside Rack's own names only Marshal of a hash, since many scripts write base64 of JSON. */
function readPlain(raw: string, own: boolean): Sealed | null {
  const content = decodeRackBase64(raw);
  if (content === null || !isKnownPayload(content)) return null;
  const isMarshalHash = content[0] === 4 && content[1] === 8 && content[2] === 0x7b;
  const isJsonObject = content[0] === 0x7b;
  return isMarshalHash || (own && (isJsonObject || isZlib(content))) ? { layout: 'rack-plain', raw, content } : null;
}

/** The first byte in base64 is the version of an encryptor's message. */
function nearestLayout(raw: string): Layout | null {
  if (raw.length < 4) return null;
  if (raw.includes('--') && /--[0-9a-f]*$/i.test(raw)) return 'rack-hmac';
  if (/^A[Q-Za-f]/.test(raw)) return 'rack-encryptor-v1';
  if (/^A[g-v]/.test(raw)) return 'rack-encryptor-v2';
  return /^(?:BAh7|eyJ)/.test(raw) ? 'rack-plain' : null;
}
