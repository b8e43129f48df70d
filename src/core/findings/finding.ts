import type { SensitiveValue } from '../session/sensitive.ts';

/** Findings are data: a kind with its parameters. Their prose is in `finding-info.ts`. Identifiers are public (the catalogue). */
export type Severity = 'error' | 'warning' | 'info';

/** The parameters of each kind. Sizes are bytes. */
export interface FindingParameters {
  'missing-httponly': { readonly session: boolean };
  'missing-secure': { readonly session: boolean; readonly https: boolean };
  'missing-samesite': Record<never, never>;
  'samesite-none-insecure': Record<never, never>;
  /** The carried version would pass Rails' limit (`predicted`), or a 5xx page named CookieOverflow (`raised`). */
  'cookie-overflow':
    | { readonly stage: 'raised'; readonly carried: number | null }
    | { readonly stage: 'predicted'; readonly size: number; readonly grew: number; readonly limit: number };
  /** `encoding` is what percent-encoding added to Rails' own count. */
  'silent-drop': { readonly wire: number; readonly rails: number; readonly encoding: number; readonly limit: number };
  'near-limit': { readonly wire: number; readonly limit: number };
  /** `path` inside the session; `columns` are the keys that make it look like a record. `model` is the class, which only Marshal keeps. */
  'record-snapshot': { readonly path: readonly string[]; readonly columns: readonly string[]; readonly model?: string };
  /** What the key costs, and what name + value would weigh without it; expected bytes on the wire. */
  'heavy-key': { readonly key: string; readonly bytes: number; readonly without: number };
  'authorization-in-session': { readonly paths: readonly (readonly string[])[] };
  /** Paths alone, never a value. `readable`: by everyone who has the cookie. */
  'sensitive-in-session': { readonly found: readonly SensitiveValue[]; readonly readable: boolean };
  /** `key` is the one that says who is signed in. */
  'session-fixation': { readonly key: string; readonly store: 'cookie' | 'server' };
  /** The keys that stayed as they were. */
  'partial-sign-out': { readonly kept: readonly string[] };
  'readable-session': { readonly verified: boolean; readonly layout: 'signed' | 'rack-hmac' | 'rack-plain' };
}

export type FindingKind = keyof FindingParameters;

/** One finding at one place: `line` is the index of the Set-Cookie line inside the response, null for findings about the request or the response as a whole. */
export type Finding = {
  [K in FindingKind]: {
    readonly kind: K;
    readonly severity: Severity;
    /** The cookie's name; null when no cookie can be named. */
    readonly cookie: string | null;
    readonly line: number | null;
    readonly parameters: FindingParameters[K];
  };
}[FindingKind];
