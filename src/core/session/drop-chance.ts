import { BROWSER_COOKIE_LIMIT } from '../readers/rails/limits.ts';
import type { MessagePart, Reading, SealedCookie } from '../readers/reader.ts';

/** Two of base64's 64 characters are percent-encoded, two bytes more each. */
const ESCAPED_SHARE = 2 / 64;

/**
 * How often a browser would drop this content, 0 to 1, were it sealed again and again: the share of ciphertexts with which name and
 * value pass 4096 bytes on the wire. Only that of AES-GCM is random; where the size is fixed it is 0 or 1. Null for a value that is
 * not sealed.
 *
 * Exact: ciphertext, IV and tag are random bytes, so that the number of escaped characters is binomial.
 */
export function dropChance({ layout, parts }: Reading, { name, value }: SealedCookie): number | null {
  if (layout === null || layout === 'store-id') return null;
  const wire = name.length + value.length;
  const random = layout === 'encrypted-gcm' ? parts.filter(isRandom) : [];
  // The url-safe alphabet of an application's own encryptor has nothing to escape.
  if (random.length === 0 || !value.includes('%')) return wire > BROWSER_COOKIE_LIMIT ? 1 : 0;
  const paddings = random.reduce((sum, { bytes }) => sum + ((3 - (bytes % 3)) % 3), 0);
  const raw = random.reduce((sum, { bytes }) => sum + Math.ceil(bytes / 3) * 4, 0);
  const fixed = name.length + raw + 2 * '--'.length + 2 * paddings;
  // The last character before a padding holds bits that are zero, so it is never escaped.
  const characters = random.reduce((sum, { bytes }) => sum + Math.floor((bytes * 8) / 6), 0);
  return chanceOfMore(Math.floor((BROWSER_COOKIE_LIMIT - fixed) / 2), characters);
}

const isRandom = ({ kind, encoding }: MessagePart): boolean =>
  encoding === 'base64' && (kind === 'ciphertext' || kind === 'iv' || kind === 'tag');

/** That of so many characters more than `most` are escaped. */
function chanceOfMore(most: number, characters: number): number {
  if (most < 0) return 1;
  if (most >= characters) return 0;
  // A cookie this long has no more characters than the smallest double is good for: (31/32)^characters.
  let exactly = (1 - ESCAPED_SHARE) ** characters;
  let atMost = exactly;
  for (let count = 1; count <= most; count++) {
    exactly *= (((characters - count + 1) / count) * ESCAPED_SHARE) / (1 - ESCAPED_SHARE);
    atMost += exactly;
  }
  return Math.max(0, 1 - atMost);
}
