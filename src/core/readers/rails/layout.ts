import { decodeFormEncoding } from '../../cookies/form-encoding.ts';
import { readJson } from '../../serializers/json.ts';
import { recogniseSerializer } from '../../serializers/recognise.ts';
import { type Bytes, decodeBase64, decodeUrlSafeBase64, toLatin1 } from '../base64.ts';
import { LONGEST_VALUE } from '../cookie-names.ts';
import { hmacDigestOfLength } from '../hmac.ts';
import type { Layout, SealedCookie } from '../reader.ts';
import { type CbcMessage, readCbcMessage } from './encrypted-cbc.ts';
import { type GcmMessage, readGcmMessage, readUrlSafeGcmMessage } from './encrypted-gcm.ts';
import { isSessionName } from './limits.ts';
import { judgeStoreId } from './server-store.ts';
import type { SignedMessage } from './signed.ts';
import { readUrlSafeCbcMessage } from './url-safe-cbc.ts';

/** A value taken apart. `raw` is the value after form decoding. */
export type Sealed =
  | { readonly layout: 'encrypted-gcm'; readonly raw: string; readonly message: GcmMessage }
  | { readonly layout: 'encrypted-cbc'; readonly raw: string; readonly message: CbcMessage }
  | { readonly layout: 'signed'; readonly raw: string; readonly message: SignedMessage }
  | { readonly layout: 'store-id'; readonly raw: string };

export interface Damaged {
  readonly layout: null;
  readonly raw: string;
  /** The layout that what is left looks like. */
  readonly nearest: Layout | null;
}

/**
 * Tells the layout from parts and lengths, without a key. Null when the value is none of Rails': anything without these shapes and
 * without a session-like name. Source: `ActionDispatch::Cookies::EncryptedKeyRotatingCookieJar`, `SignedKeyRotatingCookieJar`.
 */
export function readLayout(cookie: SealedCookie): Sealed | Damaged | null {
  const sessionName = isSessionName(cookie.name);
  if (cookie.value.length > LONGEST_VALUE)
    return sessionName ? { layout: null, raw: cookie.value.slice(0, LONGEST_VALUE), nearest: null } : null;
  const raw = decodeFormEncoding(cookie.value);
  const id = judgeStoreId(cookie.name, raw, cookie.httpOnly === true);
  if (id.isId) return { layout: 'store-id', raw };
  // Complete as it is, and nothing of Rails': no damaged cookie.
  if (id.reason === 'remember-token') return null;
  const parts = raw.split('--');
  const gcm = readGcmMessage(parts) ?? readUrlSafeGcmMessage(raw);
  if (gcm !== null) return { layout: 'encrypted-gcm', raw, message: gcm };
  const signed = readSigned(raw, sessionName);
  if (signed !== null) return signed;
  const nearest = nearestLayout(parts);
  return sessionName || (nearest !== null && isSpecific(parts)) ? { layout: null, raw, nearest } : null;
}

/** `base64--hexdigest`, which CBC and signed cookies share. */
function readSigned(raw: string, sessionName: boolean): Sealed | null {
  const dashes = raw.lastIndexOf('--');
  if (dashes <= 0) return null;
  const signed = { text: raw.slice(0, dashes), signature: raw.slice(dashes + 2) };
  if (!/^[0-9a-f]+$/i.test(signed.signature)) return null;
  const standard = decodeBase64(signed.text);
  const cbc = standard !== null && hasLengthOfCbc(standard) ? readCbcMessage(signed, standard) : null;
  if (standard !== null && cbc !== null && (cbc.inner !== null || looksLikeCbc(standard)))
    return { layout: 'encrypted-cbc', raw, message: cbc };
  // A verifier of 7.1 and up reads the url-safe alphabet where the standard one fails.
  const content = standard ?? decodeUrlSafeBase64(signed.text);
  if (content === null || content.length === 0) return null;
  const urlSafe = readUrlSafeCbcMessage(signed, content);
  if (urlSafe !== null) return { layout: 'encrypted-cbc', raw, message: urlSafe };
  const known = recogniseSerializer(content) !== 'unknown';
  const wholeDigest = hmacDigestOfLength(signed.signature.length) !== null;
  // Two words with dashes between them can be base64 and hex by chance, so less than the full shape takes other evidence.
  const credible = wholeDigest ? known || sessionName || (standard !== null && standard.length >= LONG_CONTENT) : known && sessionName;
  return credible ? { layout: 'signed', raw, message: { ...signed, content } } : null;
}

/** In bytes: too long to be base64 by chance. */
const LONG_CONTENT = 24;

/** A ciphertext block, `--` and an IV, each in base64. */
const SHORTEST_CBC = 24 + 2 + 24;

const hasLengthOfCbc = (outer: Bytes): boolean => outer.length >= SHORTEST_CBC && outer.length % 4 === 2;

/**
 * Whether outer base64 of such a length was `b64(ciphertext)--b64(iv)`, which can no longer be read. An altered character spoils up to
 * two bytes of it, and the value must still be known as CBC with a wrong signature, so a few odd bytes are allowed where the rest has
 * the shape.
 */
function looksLikeCbc(outer: Bytes): boolean {
  const text = toLatin1(outer);
  if (/^[A-Za-z0-9+/]+={0,2}--[A-Za-z0-9+/]{22}==$/.test(text)) return true;
  const odd = text.replace(/[A-Za-z0-9+/=-]+/g, '').length;
  return odd <= 3 && (text.endsWith('==') || text.slice(-26, -24) === '--') && !readJson(outer).ok;
}

function nearestLayout(parts: readonly string[]): Layout | null {
  const [first = '', second = '', third] = parts;
  if (first.length < 4 || parts.length > 3) return null;
  if (third !== undefined) return 'encrypted-gcm';
  if (hmacDigestOfLength(second.length) !== null && /^[0-9a-f]+$/.test(second)) return 'signed';
  return second.length === 16 && parts.length === 2 ? 'encrypted-gcm' : null;
}

/** Whether damage of a value under any name can be told from a value that is nobody's: long base64, of which `+` may have become a blank. */
function isSpecific(parts: readonly string[]): boolean {
  const [first = '', second = ''] = parts;
  const ofBase64 = parts.every((part) => /^[A-Za-z0-9+/ ]+={0,2}$/.test(part));
  return ofBase64 && first.length >= 40 && first.length % 4 === 0 && (second.length === 16 || hmacDigestOfLength(second.length) !== null);
}
