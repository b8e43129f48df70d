import { readAttributes } from './cookie-attributes.ts';
import { trimWhiteSpace } from './white-space.ts';

/**
 * `Set-Cookie`, parsed without loss (RFC 6265bis, section 5.6): every attribute in order with its raw text, repeated and
 * unknown ones kept. All texts have one character per byte, as the browsers deliver them; use `decodeUtf8` for display.
 */
export interface SetCookie {
  /** The whole line as delivered. */
  readonly line: string;
  /** What stands before the first `;`, exactly as sent. */
  readonly pair: string;
  /** As a browser that follows RFC 6265bis takes it; empty for a nameless cookie. */
  readonly name: string;
  readonly value: string;
  readonly attributes: readonly CookieAttribute[];
  readonly effective: EffectiveAttributes;
  readonly problems: readonly SetCookieProblem[];
}

/** One attribute between two semicolons. */
export interface CookieAttribute {
  /** Exactly as sent, with its white space. */
  readonly raw: string;
  readonly name: string;
  /** Null where there is no `=`. */
  readonly value: string | null;
  readonly verdict: AttributeVerdict;
}

/**
 * What a browser does with the attribute. An ignored Domain, Path or SameSite still overrides earlier ones of its name:
 * the browser takes its default instead. An ignored Expires or Max-Age overrides nothing.
 */
export type AttributeVerdict =
  | { readonly verdict: 'used' }
  /** A later attribute of the same name wins. */
  | { readonly verdict: 'overridden' }
  | {
      readonly verdict: 'ignored';
      readonly reason: 'unknown' | 'too-long' | 'bad-max-age' | 'bad-date' | 'unknown-same-site' | 'empty' | 'bad-path' | 'max-age-wins';
    };

/** What remains when a browser has read all attributes: the last of each name wins (5.6.1 to 5.6.7). */
export interface EffectiveAttributes {
  /** ASCII lower case, without one leading dot (so `Domain=.` is the empty text, which no host matches); null when there is none or it is empty. */
  readonly domain: string | null;
  /** Null when there is none or the last one does not start with `/`. */
  readonly path: string | null;
  /** `text` as sent; `time` in milliseconds since the epoch, null when no Expires is a cookie-date. Max-Age, when there is one, wins over it. */
  readonly expires: { readonly text: string; readonly time: number | null } | null;
  /** Seconds, not capped at 400 days; null when there is none or it is invalid. */
  readonly maxAge: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `Strict`, `Lax`, `None`, or the text as sent when it is another (also the empty one); null when there is none. */
  readonly sameSite: string | null;
  readonly partitioned: boolean;
}

/**
 * Why a browser would not read the line as its server meant it. `offset` counts bytes from the start of the line:
 * `empty` and `nameless` 0, `no-equals-sign` where the pair ends, `control-character` each of the first 16.
 */
export interface SetCookieProblem {
  readonly code: 'empty' | 'nameless' | 'control-character' | 'no-equals-sign';
  readonly offset: number;
}

const MAX_CONTROL_CHARACTERS = 16;
/** All but the tab, printable ASCII and what lies beyond ASCII. */
const CONTROL_CHARACTERS = /[^\t -~\u0080-\uffff]/g;
/** Says the same of a whole line; faster than a search that finds nothing. */
const NO_CONTROL_CHARACTERS = /^[\t -~\u0080-\uffff]*$/;

/**
 * Parses one line as a browser does; never throws and never drops anything. One character per byte in.
 * Size and scope are not judged here: that is the storage model's (5.7).
 * Source: RFC 6265bis, 5.6.
 */
export function parseSetCookie(line: string): SetCookie {
  // Step 2: a `;` ends the pair, even inside quotes.
  const [pair = '', ...raws] = line.split(';');
  // Step 3: without `=` the whole pair is the value of a nameless cookie.
  const equals = pair.indexOf('=');
  // Step 4.
  const name = trimWhiteSpace(equals < 0 ? '' : pair.slice(0, equals));
  const value = trimWhiteSpace(equals < 0 ? pair : pair.slice(equals + 1));
  const problems: SetCookieProblem[] = [];
  if (name === '' && value === '') problems.push({ code: 'empty', offset: 0 });
  else if (equals < 0) problems.push({ code: 'no-equals-sign', offset: pair.length });
  else if (name === '') problems.push({ code: 'nameless', offset: 0 });
  if (!NO_CONTROL_CHARACTERS.test(line)) problems.push(...controlCharacters(line));
  return { line, pair, name, value, ...readAttributes(raws), problems };
}

/** The line that was parsed. */
export function printSetCookie(cookie: Pick<SetCookie, 'pair' | 'attributes'>): string {
  return [cookie.pair, ...cookie.attributes.map((attribute) => attribute.raw)].join(';');
}

/** Step 1: any of these makes a browser ignore the whole line. A tab is allowed (Chrome 156 refuses it all the same). */
function controlCharacters(line: string): readonly SetCookieProblem[] {
  const found: SetCookieProblem[] = [];
  for (const { index } of line.matchAll(CONTROL_CHARACTERS)) {
    if (found.length === MAX_CONTROL_CHARACTERS) break;
    found.push({ code: 'control-character', offset: index });
  }
  return found;
}
