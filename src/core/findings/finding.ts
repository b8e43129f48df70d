import type { RefusalReason } from '../cookies/storage.ts';
import type { HeaderField } from '../http/exchange.ts';
import type { Framework } from '../readers/reader.ts';
import type { SensitiveValue } from '../session/sensitive.ts';
import type { HistoryParameters } from './history-parameters.ts';

/** Findings are data: a kind with its parameters. Their prose is in `finding-info.ts`. Identifiers are public (the catalogue). */
export type Severity = 'error' | 'warning' | 'info';

/** The parameters of each kind. Sizes are bytes. */
export interface FindingParameters extends HistoryParameters {
  'missing-httponly': { readonly session: boolean };
  'missing-secure': { readonly session: boolean; readonly https: boolean };
  'missing-samesite': Record<never, never>;
  'samesite-none-insecure': { readonly session: boolean };
  /** `value` as sent, shortened. */
  'samesite-unknown': { readonly value: string; readonly session: boolean };
  'prefix-violated': { readonly prefix: CookiePrefix; readonly unmet: readonly PrefixCondition[]; readonly session: boolean };
  'prefix-available': Record<never, never>;
  'domain-too-broad': { readonly domain: string; readonly host: string };
  /** Whole days as a browser keeps it; `capped` when the server asked for more than browsers give. */
  'long-lived-session': { readonly days: number; readonly capped: boolean };
  /** In the order of the line; `more` counts those that are not listed. */
  'attribute-malformed': { readonly attributes: readonly MalformedAttribute[]; readonly more: number };
  /** `lines` are the indices of the lines that set the cookie, the one that wins last, ten at most; `differ` when their values are not the same. */
  'duplicate-set-cookie': { readonly lines: readonly number[]; readonly differ: boolean };
  'shadowed-cookie': { readonly times: number; readonly differ: boolean; readonly session: boolean };
  'cookie-refused': { readonly reason: RefusalReason; readonly session: boolean };
  /** `header` is the whole value of the Cookie header; `largest` the cookie that takes most of it. */
  'cookie-header-too-large': {
    readonly header: number;
    readonly cookies: number;
    readonly status: number;
    readonly largest: { readonly name: string; readonly wire: number } | null;
  };
  /** The header fields that let a shared cache keep the response, and that say that it came out of one. */
  'session-on-cacheable-response': {
    readonly keptBy: HeaderField | null;
    readonly cameFrom: HeaderField | null;
    readonly sameElsewhere: boolean;
  };
  /** Of the serialized content. */
  'large-session': { readonly content: number };
  'marshal-serializer': { readonly framework: Framework; readonly secret: boolean };
  /** `cbc`: encrypted with AES-256-CBC and HMAC. `sha1`: its key is derived with SHA1. */
  'outdated-cipher': { readonly cbc: boolean; readonly sha1: boolean };
  /** The carried version would pass Rails' limit (`predicted`), or a 5xx page named CookieOverflow (`raised`). */
  'cookie-overflow':
    | { readonly stage: 'raised'; readonly carried: number | null }
    | { readonly stage: 'predicted'; readonly size: number; readonly grew: number; readonly limit: number };
  /** `encoding` is what percent-encoding added to Rails' own count. */
  'silent-drop': { readonly wire: number; readonly rails: number; readonly encoding: number; readonly limit: number };
  'near-limit': { readonly wire: number; readonly limit: number; readonly session: boolean };
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

/** Of a cookie's name; browsers take it in any letter case. */
export type CookiePrefix = '__Host-' | '__Secure-' | '__Http-' | '__Host-Http-';

/** What a prefix asks for. `origin` is https, or a loopback host; `name` is unmet when a cookie without a name has a value that feigns the prefix. */
export type PrefixCondition = 'secure' | 'http-only' | 'path' | 'domain' | 'origin' | 'name';

export interface MalformedAttribute {
  /** As sent; empty where it has no name of an attribute. */
  readonly name: string;
  /** As sent, shortened; null where it is not to be shown, since a `;` inside a cookie's value makes attributes out of content. */
  readonly value: string | null;
  /** `repeated`: a later attribute of the same name has another value, and wins. */
  readonly reason: 'bad-max-age' | 'bad-date' | 'bad-path' | 'too-long' | 'repeated' | 'unknown';
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
