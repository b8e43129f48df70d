/**
 * `Set-Cookie`, parsed without loss (RFC 6265bis, section 5.6): every attribute in order with its raw text, repeated and
 * unknown ones kept. All texts have one character per byte, as the browsers deliver them; use `decodeUtf8` for display.
 */
export interface SetCookie {
  /** The whole line as delivered. */
  readonly line: string;
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

/** What a browser does with the attribute. */
export type AttributeVerdict =
  | { readonly verdict: 'used' }
  /** A later attribute of the same name wins. */
  | { readonly verdict: 'overridden' }
  | { readonly verdict: 'ignored'; readonly reason: 'unknown' | 'too-long' | 'bad-max-age' | 'bad-date' | 'unknown-same-site' | 'empty' | 'max-age-wins' };

/** What remains when a browser has read all attributes: the last of each name wins (5.6.1 to 5.6.7). */
export interface EffectiveAttributes {
  /** Lower case, without the leading dot; null when there is none or it is empty. */
  readonly domain: string | null;
  /** Null when there is none or it does not start with `/`. */
  readonly path: string | null;
  /** `text` as sent; `time` in milliseconds since the epoch, null when it is no cookie-date. */
  readonly expires: { readonly text: string; readonly time: number | null } | null;
  /** Seconds; null when there is none or it is invalid. */
  readonly maxAge: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `Strict`, `Lax`, `None`, or the text as sent when it is another; null when there is none. */
  readonly sameSite: string | null;
  readonly partitioned: boolean;
}

/** Why a browser would not read the line as its server meant it. `offset` counts bytes from the start of the line. */
export interface SetCookieProblem {
  readonly code: 'empty' | 'nameless' | 'control-character' | 'no-equals-sign';
  readonly offset: number;
}
