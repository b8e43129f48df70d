import type { SetCookie } from '../../cookies/set-cookie.ts';
import type { RubyValue } from '../../serializers/ruby-value.ts';
import type { Reading } from '../reader.ts';

/** The versions between which the lines of a remedy differ, oldest first. */
const VERSIONS = ['3.0', '4.0', '4.1', '5.0', '5.2', '6.0', '6.1', '7.0', '7.1', '8.0'] as const;
export type RailsVersion = (typeof VERSIONS)[number];

/** What the traffic shows of the version. Defaults are none: an application keeps those of an older version for as long as it likes. */
export type RailsSign =
  /** A session that is signed and not encrypted: `secret_token`, which is gone in 6.0. */
  | 'signed-session'
  | 'encrypted'
  | 'gcm'
  /** An expiry inside the envelope. */
  | 'sealed-expiry'
  /** A purpose inside the envelope. */
  | 'sealed-purpose'
  /** A CSRF token in the url-safe alphabet, of which the padding is missing. */
  | 'url-safe-token'
  /** The key is derived with SHA256. */
  | 'sha256'
  | 'message-pack'
  /** The signed `session_id` of the authentication generator. */
  | 'generated-sign-in'
  /** Attributes in lower case, as Rack 3 writes them. */
  | 'rack-3'
  /** A date that ends in `-0000`, as Rack 1 writes it. */
  | 'rack-1';

/** Half open; where nothing is known it begins at the oldest version that is read here. */
export interface RailsRange {
  readonly atLeast: RailsVersion;
  /** Null where it may be the newest. */
  readonly below: RailsVersion | null;
  /** What says so, in an order of its own. */
  readonly signs: readonly RailsSign[];
}

/** Source: `ActionDispatch::Cookies` of each version. Rails takes Rack 2 from 5.0 on, and Rack 3 from 7.1 on. */
const MEANINGS: Readonly<Record<RailsSign, { readonly atLeast?: RailsVersion; readonly below?: RailsVersion }>> = {
  'signed-session': { below: '6.0' },
  'rack-1': { below: '5.0' },
  encrypted: { atLeast: '4.0' },
  gcm: { atLeast: '5.2' },
  'sealed-expiry': { atLeast: '5.2' },
  'sealed-purpose': { atLeast: '6.0' },
  'url-safe-token': { atLeast: '6.1' },
  sha256: { atLeast: '7.0' },
  'message-pack': { atLeast: '7.1' },
  'rack-3': { atLeast: '7.1' },
  'generated-sign-in': { atLeast: '8.0' },
};

export const ANY_RAILS: RailsRange = { atLeast: '3.0', below: null, signs: [] };

/** What a value shows; one that does not open shows its layout alone. */
export function signsOfReading({ layout, role, key, purpose, expires, serializer, failure, data }: Reading): readonly RailsSign[] {
  // What is damaged, or comes from elsewhere, tells nothing of the application.
  if (failure === 'malformed' || failure === 'purpose-mismatch' || failure === 'tampered') return [];
  const signs: readonly (readonly [RailsSign, boolean])[] = [
    ['signed-session', layout === 'signed' && role === 'session'],
    ['encrypted', layout === 'encrypted-cbc'],
    ['gcm', layout === 'encrypted-gcm'],
    ['sealed-expiry', expires !== null],
    ['sealed-purpose', purpose !== null],
    ['sha256', key?.digest === 'SHA256'],
    ['message-pack', serializer === 'message_pack'],
    ['generated-sign-in', role === 'rails8-session-id'],
    ['url-safe-token', hasUrlSafeToken(data)],
  ];
  return signs.flatMap(([sign, shown]) => (shown ? [sign] : []));
}

/** What a line that Rails wrote shows by its attributes. */
export function signsOfLine({ attributes }: SetCookie): readonly RailsSign[] {
  return attributes.flatMap(({ name, value }): readonly RailsSign[] => {
    if (name === 'httponly' || name === 'samesite') return ['rack-3'];
    return name.toLowerCase() === 'expires' && value?.endsWith(' -0000') === true ? ['rack-1'] : [];
  });
}

/** Where signs contradict one another, as after an upgrade in the middle of the recording, the newer version counts. */
export function railsRange(signs: Iterable<RailsSign>): RailsRange {
  const seen = [...signs].sort();
  const atLeast = newest(seen.map((sign) => MEANINGS[sign].atLeast ?? '3.0'));
  const bounds = seen.flatMap((sign) => MEANINGS[sign].below ?? []);
  const below = VERSIONS.find((version) => bounds.includes(version)) ?? null;
  return { atLeast, below: below !== null && order(below) <= order(atLeast) ? null : below, signs: seen };
}

/** The signs that give the range its two ends; null for an end that is open. */
export function deciding({ atLeast, below, signs }: RailsRange): { readonly oldest: RailsSign | null; readonly below: RailsSign | null } {
  return {
    oldest: signs.find((sign) => MEANINGS[sign].atLeast === atLeast) ?? null,
    below: below === null ? null : (signs.find((sign) => MEANINGS[sign].below === below) ?? null),
  };
}

/** Whether the application runs this version or a newer one; null where the traffic does not tell. */
export function isSince({ atLeast, below }: RailsRange, version: RailsVersion): boolean | null {
  if (order(atLeast) >= order(version)) return true;
  return below !== null && order(below) <= order(version) ? false : null;
}

const order = (version: RailsVersion): number => VERSIONS.indexOf(version);

const newest = (versions: readonly RailsVersion[]): RailsVersion => VERSIONS.findLast((version) => versions.includes(version)) ?? '3.0';

/** 32 random bytes: 44 characters with padding, or 43 without (`ActionController::RequestForgeryProtection`). */
function hasUrlSafeToken(data: RubyValue | null): boolean {
  if (data?.type !== 'hash') return false;
  const token = data.pairs.find(({ key }) => key.type === 'string' && key.text === '_csrf_token')?.value;
  return token?.type === 'string' && /^[\w-]{43}$/.test(token.text);
}
