import { decodeFormEncoding } from '../../cookies/form-encoding.ts';
import type { Reading, SealedCookie } from '../reader.ts';
import {
  base64Like,
  base64Of,
  base64OfRandom,
  bytesOfPart,
  lengthOf,
  type Payload,
  plainText,
  type SealedSize,
  sumOf,
  type TextSize,
  urlSafeBase64,
} from '../size-model.ts';
import { longestRackValue } from './limits.ts';

/** Characters of base64 in a line of `pack('m')`. */
const LINE = 60;
/** In bytes: version, salt, and IV with HMAC or tag. */
const V1_AROUND = 1 + 32 + 16 + 32;
const V2_AROUND = 1 + 32 + 12 + 16;
/** What a message is padded to, unless `pad_size` says otherwise, after the two bytes that tell how much was added. */
const PAD_SIZE = 32;
const PAD_LENGTH = 2;

/**
 * The size of a session in a cookie of Rack. Null for deflated JSON, whose size nobody can foretell without deflating it.
 * Source: `Rack::Session::Cookie::Base64`, `Rack::Session::Encryptor`.
 */
export function rackSize(reading: Reading, cookie: SealedCookie): SealedSize | null {
  const payload = bytesOfPart(reading.parts.find(({ kind }) => kind === 'plaintext'));
  if (payload === null || reading.serializer === 'zipjson') return null;
  const raw = decodeFormEncoding(cookie.value);
  const of = layoutSize(reading, payload, raw);
  if (of === null) return null;
  const exact = reading.layout !== 'rack-encryptor-v2' || /[-_]/.test(raw);
  const byContent = reading.layout === 'rack-hmac' || reading.layout === 'rack-plain';
  return { payload, exact, byContent, of, limits: { value: longestRackValue(cookie.name), withoutName: null } };
}

function layoutSize(reading: Reading, known: Uint8Array, raw: string): ((payload: Payload) => TextSize) | null {
  const like = base64Like(known);
  const base64 = (payload: Payload): TextSize => (typeof payload === 'number' ? like(payload) : base64Of(payload));
  const ciphertext = reading.parts.find(({ kind }) => kind === 'ciphertext')?.bytes ?? 0;
  const padded = paddedLength(ciphertext, known.length);
  switch (reading.layout) {
    case 'rack-plain':
      return (payload) => withLines(base64(payload), raw);
    case 'rack-hmac': {
      const signature = reading.parts.find(({ kind }) => kind === 'signature')?.text.length ?? 0;
      return (payload) => sumOf(withLines(base64(payload), raw), plainText(2 + signature));
    }
    case 'rack-encryptor-v1':
      return (payload) => urlSafeBase64(V1_AROUND + padded(lengthOf(payload)));
    case 'rack-encryptor-v2': {
      const urlSafe = /[-_]/.test(raw);
      return (payload) => {
        const bytes = V2_AROUND + padded(lengthOf(payload));
        // The version fills the first character and a part of the second, which is then none that is escaped.
        return urlSafe ? urlSafeBase64(bytes) : base64OfRandom(bytes, 2);
      };
    }
    default:
      return null;
  }
}

/** Rack 1 breaks the lines, each with a line feed at its end, which is escaped. */
function withLines(base64: TextSize, raw: string): TextSize {
  const lines = raw.includes('\n') ? Math.ceil(base64.length / LINE) : 0;
  return sumOf(base64, { length: lines, escaped: lines });
}

/** The content with its padding, which the known message tells: none, up to the next 32 bytes (at least one), or of a size of its own. */
function paddedLength(ciphertext: number, known: number): (payload: number) => number {
  const padding = ciphertext - PAD_LENGTH - known;
  const standard = padding > 0 && padding <= PAD_SIZE && ciphertext % PAD_SIZE === 0;
  return (payload) =>
    standard ? (Math.floor((PAD_LENGTH + payload) / PAD_SIZE) + 1) * PAD_SIZE : PAD_LENGTH + Math.max(0, padding) + payload;
}
