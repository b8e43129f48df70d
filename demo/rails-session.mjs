/**
 * Seals and opens session cookies exactly as Rails does: ActiveSupport::KeyGenerator, MessageEncryptor, MessageVerifier and
 * Messages::Metadata with the JSON serializer. `test/demo/rails-cross-check.test.ts` proves it against real Rails, in both directions.
 *
 * @typedef {Record<string, unknown>} Session
 * @typedef {'gcm' | 'cbc' | 'signed'} Cipher
 *
 * @typedef {object} Keys
 * @property {string} secret  secret_key_base, as text
 * @property {'sha256' | 'sha1'} [digest]  of the key derivation: SHA256 from the defaults of Rails 7.0 on, SHA1 before
 *
 * @typedef {object} SealOptions
 * @property {string} name  the cookie's name: the purpose that is sealed in
 * @property {Cipher} [cipher]  AES-256-GCM, AES-256-CBC with HMAC (to Rails 5.1), or signed and readable by anyone
 * @property {boolean} [metadata]  use_cookies_with_metadata
 * @property {Date | null} [expiresAt]
 *
 * @typedef {object} OpenOptions
 * @property {string} name
 * @property {Date} [now]
 */
import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { escapeValue, unescapeValue } from './rack-cookie.mjs';

const ITERATIONS = 1000;
const NOTHING = Buffer.alloc(0);
/** @type {Map<string, Buffer>} */
const derivedKeys = new Map();

/**
 * The cookie value of a session as it goes on the wire, percent-encoded.
 * @param {Session} session
 * @param {Keys & SealOptions} options
 * @returns {string}
 */
export function sealSession(session, { name, cipher = 'gcm', metadata = true, expiresAt = null, ...keys }) {
  const json = encodeJson(session);
  // Messages::Metadata.wrap: an expiry makes an envelope even when metadata is off; then there is no purpose.
  const envelope = { message: base64(json), exp: expiresAt?.toISOString() ?? null, pur: metadata ? `cookie.${name}` : null };
  const payload = metadata || expiresAt ? encodeJson({ _rails: envelope }) : json;
  return escapeValue(sealers[cipher](Buffer.from(payload), keys));
}

/**
 * What Rails reads from a cookie value as sent, or null where Rails finds no session: another secret, altered, expired, another cookie's value.
 * @param {string} value
 * @param {Keys & OpenOptions} options
 * @returns {Session | null}
 */
export function openSession(value, { name, now = new Date(), ...keys }) {
  const text = unescapeValue(value);
  const payload = text === null ? null : openPayload(text, keys);
  const message = payload && unwrap(payload, name, now);
  return message ? parseObject(message) : null;
}

/** @type {Record<Cipher, (payload: Buffer, keys: Keys) => string>} */
const sealers = {
  gcm(payload, keys) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', deriveKey(keys, 'authenticated encrypted cookie', 32), iv);
    const ciphertext = Buffer.concat([cipher.update(payload), cipher.final()]);
    return [ciphertext, iv, cipher.getAuthTag()].map(base64).join('--');
  },
  cbc(payload, keys) {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', deriveKey(keys, 'encrypted cookie', 32), iv);
    const ciphertext = Buffer.concat([cipher.update(payload), cipher.final()]);
    return sign(base64([ciphertext, iv].map(base64).join('--')), deriveKey(keys, 'signed encrypted cookie', 64));
  },
  signed(payload, keys) {
    return sign(base64(payload), deriveKey(keys, 'signed cookie', 64));
  },
};

/** @param {string} text @param {Keys} keys @returns {Buffer | null} */
function openPayload(text, keys) {
  const parts = text.split('--');
  if (parts.length === 3) return openGcm(parts.map(decode), keys);
  const [data = '', digest = ''] = parts;
  const inner = decode(data).toString('latin1');
  const encrypted = /^[A-Za-z0-9+/]+=*--[A-Za-z0-9+/]+=*$/.test(inner);
  if (!verify(data, digest, deriveKey(keys, encrypted ? 'signed encrypted cookie' : 'signed cookie', 64))) return null;
  return encrypted ? openCbc(inner.split('--').map(decode), keys) : decode(data);
}

/** @param {Buffer[]} parts @param {Keys} keys */
function openGcm([ciphertext = NOTHING, iv = NOTHING, tag = NOTHING], keys) {
  return decrypt(() => {
    const options = { authTagLength: 16 };
    const cipher = createDecipheriv('aes-256-gcm', deriveKey(keys, 'authenticated encrypted cookie', 32), iv, options);
    cipher.setAuthTag(tag);
    return Buffer.concat([cipher.update(ciphertext), cipher.final()]);
  });
}

/** @param {Buffer[]} parts @param {Keys} keys */
function openCbc([ciphertext = NOTHING, iv = NOTHING], keys) {
  return decrypt(() => {
    const cipher = createDecipheriv('aes-256-cbc', deriveKey(keys, 'encrypted cookie', 32), iv);
    return Buffer.concat([cipher.update(ciphertext), cipher.final()]);
  });
}

/** @param {() => Buffer} read @returns {Buffer | null} */
function decrypt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * Messages::Metadata.verify: the serialized session without its envelope; null when it expired or was sealed for another cookie.
 * @param {Buffer} payload @param {string} name @param {Date} now
 */
function unwrap(payload, name, now) {
  const text = payload.toString('utf8');
  const envelope = parseObject(text)?._rails;
  if (!isObject(envelope) || typeof envelope.message !== 'string') return text;
  const { message, exp, pur } = envelope;
  if (typeof exp === 'string' && new Date(exp) <= now) return null;
  return pur === null || pur === `cookie.${name}` ? Buffer.from(message, 'base64').toString('utf8') : null;
}

/** @param {string} data @param {Buffer} key */
function sign(data, key) {
  return `${data}--${createHmac('sha1', key).update(data).digest('hex')}`;
}

/** @param {string} data @param {string} digest @param {Buffer} key */
function verify(data, digest, key) {
  const given = Buffer.from(digest);
  const expected = Buffer.from(createHmac('sha1', key).update(data).digest('hex'));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** @param {Keys} keys @param {string} salt @param {number} bytes */
function deriveKey({ secret, digest = 'sha256' }, salt, bytes) {
  const id = JSON.stringify([secret, digest, salt]);
  const key = derivedKeys.get(id) ?? pbkdf2Sync(secret, salt, ITERATIONS, bytes, digest);
  derivedKeys.set(id, key);
  return key;
}

/** ActiveSupport::JSON.encode escapes what could end a script element. @param {unknown} value */
function encodeJson(value) {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** @param {string} text @returns {Session | null} */
function parseObject(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {string | Buffer} data */
function base64(data) {
  return Buffer.from(/** @type {string} */ (data)).toString('base64');
}

/** Base64.strict_decode64: nothing where Ruby raises. @param {string} text */
function decode(text) {
  const bytes = Buffer.from(text, 'base64');
  return base64(bytes) === text ? bytes : NOTHING;
}
