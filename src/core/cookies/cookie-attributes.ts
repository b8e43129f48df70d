import { parseCookieDate } from './cookie-date.ts';
import type { AttributeVerdict, CookieAttribute, EffectiveAttributes } from './set-cookie.ts';
import { trimWhiteSpace } from './white-space.ts';

/** In bytes; a longer attribute value is ignored (RFC 6265bis, 5.6). */
export const ATTRIBUTE_LIMIT = 1024;

/** A bit for each known attribute. */
const KNOWN: ReadonlyMap<string, number> = new Map(
  ['expires', 'max-age', 'domain', 'path', 'secure', 'httponly', 'samesite', 'partitioned', 'priority'].map((name, bit) => [
    name,
    1 << bit,
  ]),
);
const SAME_SITES: ReadonlyMap<string, string> = new Map(['Strict', 'Lax', 'None'].map((mode) => [mode.toLowerCase(), mode]));

type IgnoredReason = Extract<AttributeVerdict, { verdict: 'ignored' }>['reason'];

const USED: AttributeVerdict = { verdict: 'used' };
const OVERRIDDEN: AttributeVerdict = { verdict: 'overridden' };
const ignored = (reason: IgnoredReason): AttributeVerdict => ({ verdict: 'ignored', reason });

/** Reads the texts between the semicolons; the last attribute of a name decides. RFC 6265bis, 5.6 and 5.6.1 to 5.6.7. */
export function readAttributes(raws: readonly string[]): { attributes: readonly CookieAttribute[]; effective: EffectiveAttributes } {
  const attributes = new Array<CookieAttribute>(raws.length);
  const effective: { -readonly [Key in keyof EffectiveAttributes]: EffectiveAttributes[Key] } = {
    domain: null,
    path: null,
    expires: null,
    maxAge: null,
    secure: false,
    httpOnly: false,
    sameSite: null,
    partitioned: false,
  };
  let decided = 0;

  // From the last to the first: what was seen already wins.
  for (let index = raws.length - 1; index >= 0; index--) {
    const raw = raws[index] ?? '';
    const equals = raw.indexOf('=');
    const name = trimWhiteSpace(equals < 0 ? raw : raw.slice(0, equals));
    const value = equals < 0 ? null : trimWhiteSpace(raw.slice(equals + 1));
    attributes[index] = { raw, name, value, verdict: judge(name.toLowerCase(), value ?? '', name === '' && value === null) };
  }
  // 5.7: Max-Age wins over Expires wherever it stands.
  return { attributes: effective.maxAge === null ? attributes : attributes.map(withoutExpires), effective };

  function judge(name: string, value: string, blank: boolean): AttributeVerdict {
    if (blank) return ignored('empty');
    if (value.length > ATTRIBUTE_LIMIT) return ignored('too-long');
    const bit = KNOWN.get(name);
    if (bit === undefined) return ignored('unknown');
    const isDecided = (decided & bit) !== 0;
    switch (name) {
      // 5.6.1 and 5.6.2: what cannot be read is ignored as a whole and leaves the decision to an earlier one.
      case 'expires': {
        const time = parseCookieDate(value);
        if (!isDecided && (time !== null || effective.expires === null)) effective.expires = { text: value, time };
        if (time === null) return ignored('bad-date');
        break;
      }
      case 'max-age': {
        const seconds = parseMaxAge(value);
        if (seconds === null) return ignored('bad-max-age');
        if (!isDecided) effective.maxAge = seconds;
        break;
      }
    }
    decided |= bit;
    if (isDecided) return OVERRIDDEN;
    switch (name) {
      // 5.6.3: an empty Domain decides too, for the host only.
      case 'domain':
        if (value === '') return ignored('empty');
        effective.domain = lowerCaseAscii(value.startsWith('.') ? value.slice(1) : value);
        return USED;
      // 5.6.4: a Path that is none decides too, for the default-path.
      case 'path':
        if (!value.startsWith('/')) return ignored(value === '' ? 'empty' : 'bad-path');
        effective.path = value;
        return USED;
      case 'secure':
        effective.secure = true;
        return USED;
      case 'httponly':
        effective.httpOnly = true;
        return USED;
      case 'partitioned':
        effective.partitioned = true;
        return USED;
      // 5.6.7: an unknown SameSite decides too, for the default enforcement.
      case 'samesite': {
        const known = SAME_SITES.get(value.toLowerCase());
        effective.sameSite = known ?? value;
        return known === undefined ? ignored('unknown-same-site') : USED;
      }
      default:
        return USED;
    }
  }
}

/** 5.6.2, and the `+` that Chrome 156 and Firefox 153 accept. Seconds, held where a number is exact; null when invalid. */
function parseMaxAge(value: string): number | null {
  if (!/^[+-]?\d+$/.test(value)) return null;
  const seconds = Math.min(Math.max(Number(value), -Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
  return seconds === 0 ? 0 : seconds;
}

/** Bytes over 127 must stay what they are, which `toLowerCase` would not heed. */
function lowerCaseAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function withoutExpires(attribute: CookieAttribute): CookieAttribute {
  const wins = attribute.verdict.verdict === 'used' && attribute.name.toLowerCase() === 'expires';
  return wins ? { ...attribute, verdict: ignored('max-age-wins') } : attribute;
}
