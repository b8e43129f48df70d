import { decodeUtf8 } from './form-encoding.ts';
import type { StoredCookie } from './storage.ts';

/** A cookie as the browser's own store holds it. Name and value are text as the browser decoded it, not bytes. */
export type BrowserCookie = Omit<StoredCookie, 'createdAt'>;

export type ComparedField = 'value' | 'httpOnly' | 'secure' | 'sameSite' | 'expiry' | 'path' | 'hostOnly' | 'domain';

/** Predicted and actual cookie side by side; `fields` in the order of `ComparedField`. */
export type CookieComparison =
  | { readonly kind: 'same'; readonly predicted: StoredCookie; readonly actual: BrowserCookie }
  | {
      readonly kind: 'different';
      readonly predicted: StoredCookie;
      readonly actual: BrowserCookie;
      readonly fields: readonly ComparedField[];
    }
  | { readonly kind: 'only-predicted'; readonly predicted: StoredCookie }
  | { readonly kind: 'only-in-browser'; readonly actual: BrowserCookie };

export interface StoreComparison {
  /** Differences first, each kind in the order in which the cookies were given. */
  readonly cookies: readonly CookieComparison[];
  readonly counts: Readonly<Record<CookieComparison['kind'], number>>;
}

/** Milliseconds. The prediction counts from when the response was seen, the browser from when it came. */
export const EXPIRY_TOLERANCE = 60_000;

const ORDER: readonly CookieComparison['kind'][] = ['only-predicted', 'only-in-browser', 'different', 'same'];

/**
 * Compares what the storage model expects with what the browser keeps. First cookies of one identity (name, domain, path, partition)
 * are put side by side, then those that differ in path or in domain alone. `now` in milliseconds since the epoch: a predicted cookie
 * whose time has come since is no difference when it is gone.
 */
export function compareStores(predicted: readonly StoredCookie[], actual: readonly BrowserCookie[], now: number): StoreComparison {
  const found: CookieComparison[] = [];
  let expected = [...predicted];
  let kept = [...actual];
  for (const fits of FITS) {
    expected = expected.filter((one) => {
      const index = kept.findIndex((other) => sameText(one.name, other.name) && one.partition === other.partition && fits(one, other));
      const other = kept[index];
      if (other === undefined) return true;
      kept = kept.filter((_, at) => at !== index);
      found.push(compared(one, other));
      return false;
    });
  }
  for (const cookie of expected) {
    if (cookie.expiresAt === null || cookie.expiresAt > now) found.push({ kind: 'only-predicted', predicted: cookie });
  }
  for (const cookie of kept) found.push({ kind: 'only-in-browser', actual: cookie });

  const counts = { same: 0, different: 0, 'only-predicted': 0, 'only-in-browser': 0 };
  for (const { kind } of found) counts[kind]++;
  return { cookies: found.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)), counts };
}

type Fits = (predicted: StoredCookie, actual: BrowserCookie) => boolean;

/** From the closest to the loosest. */
const FITS: readonly Fits[] = [
  (a, b) => a.domain === b.domain && a.path === b.path && a.hostOnly === b.hostOnly,
  (a, b) => a.domain === b.domain && a.path === b.path,
  (a, b) => a.domain === b.domain,
  (a, b) => a.path === b.path && (a.domain.endsWith(`.${b.domain}`) || b.domain.endsWith(`.${a.domain}`)),
];

function compared(predicted: StoredCookie, actual: BrowserCookie): CookieComparison {
  const differs: Readonly<Record<ComparedField, boolean>> = {
    value: !sameText(predicted.value, actual.value),
    httpOnly: predicted.httpOnly !== actual.httpOnly,
    secure: predicted.secure !== actual.secure,
    sameSite: predicted.sameSite !== actual.sameSite,
    expiry: expiryDiffers(predicted.expiresAt, actual.expiresAt),
    path: predicted.path !== actual.path,
    hostOnly: predicted.hostOnly !== actual.hostOnly,
    domain: predicted.domain !== actual.domain,
  };
  const fields = (Object.keys(differs) as ComparedField[]).filter((field) => differs[field]);
  return fields.length === 0 ? { kind: 'same', predicted, actual } : { kind: 'different', predicted, actual, fields };
}

function expiryDiffers(predicted: number | null, actual: number | null): boolean {
  if (predicted === null || actual === null) return predicted !== actual;
  return Math.abs(predicted - actual) > EXPIRY_TOLERANCE;
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** `bytes` has one character per byte. Where they are no UTF-8, browsers give them as they are or with U+FFFD in their place. */
function sameText(bytes: string, text: string): boolean {
  if (bytes === text || decodeUtf8(bytes) === text) return true;
  if (!text.includes('\ufffd') || /[^\0-\xff]/.test(bytes)) return false;
  return lenient.decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0))) === text;
}

/** What a browser's cookies of whole domains hold for these hosts: those that it may send to one of them. */
export function cookiesOfHosts<T extends Pick<StoredCookie, 'domain' | 'hostOnly'>>(cookies: readonly T[], hosts: readonly string[]): T[] {
  return cookies.filter(({ domain, hostOnly }) => hosts.some((host) => host === domain || (!hostOnly && isSubdomain(host, domain))));
}

/** The domains whose cookies may go to the host: its own, and each above it of at least two labels. */
export function cookieDomains(host: string): readonly string[] {
  const domains = [host];
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return domains;
  for (let rest = host; ; ) {
    rest = rest.slice(rest.indexOf('.') + 1);
    if (!rest.includes('.') || rest === domains.at(-1)) return domains;
    domains.push(rest);
  }
}

const isSubdomain = (host: string, domain: string): boolean => domain !== '' && host.endsWith(`.${domain}`);
