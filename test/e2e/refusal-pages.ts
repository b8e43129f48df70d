import type { RefusalReason, StorageOutcome } from '../../src/core/cookies/storage.ts';

/** What becomes of a line: an outcome that is no refusal, or the reason of one. */
export type Fate = Exclude<StorageOutcome['outcome'], 'refused'> | RefusalReason;

/** A Set-Cookie line, and what becomes of it in Chromium and Firefox; one fate where they agree. */
export type Line = readonly [line: string, fate: Fate, inFirefox?: Fate];

/** One response. The pages are visited in this order, in one profile: later ones find what earlier ones left. */
export interface RefusalPage {
  readonly reason: string;
  /** Scheme and host; the server knows the port. */
  readonly origin: string;
  /** Not used twice: it is how the rows are found. */
  readonly path: string;
  /** Made by a page of this origin, without cookies of its own; typed into the address bar when absent. */
  readonly from?: string;
  readonly by?: 'image' | 'frame' | { readonly fetch: RequestCredentials };
  readonly lines: readonly Line[];
}

const sized = (name: string, bytes: number) => `${name}=${'x'.repeat(bytes - name.length)}`;

/** What each cross-site subresource tries: `reached` when nothing but SameSite stands in the way. */
const fromAnotherSite = (name: string): readonly Line[] => [
  [`${name}-strict=1; Secure; SameSite=Strict`, 'samesite-cross-site'],
  [`${name}-lax=1; Secure; SameSite=Lax`, 'samesite-cross-site'],
  [`${name}-none=1; Secure; SameSite=None`, 'created'],
  [`${name}-chips=1; Secure; SameSite=None; Partitioned`, 'created'],
  // Firefox takes no SameSite for None.
  [`${name}-default=1; Secure`, 'samesite-cross-site', 'created'],
];

export const REFUSAL_PAGES: readonly RefusalPage[] = [
  {
    reason: 'plain http that is not loopback: Secure, SameSite=None and Partitioned need more, a foreign or too broad Domain is refused',
    origin: 'http://plain.test',
    path: '/plain',
    lines: [
      ['plain=1', 'created'],
      ['secure=1; Secure', 'insecure-origin'],
      ['none=1; SameSite=None', 'samesite-none-insecure'],
      ['strict=1; SameSite=Strict', 'created'],
      ['chips=1; Partitioned', 'partitioned-insecure'],
      ['foreign=1; Domain=other.test', 'domain-mismatch'],
      ['deeper=1; Domain=deeper.plain.test', 'domain-mismatch'],
      ['own=1; Domain=plain.test', 'created'],
      ['suffix=1; Domain=test', 'public-suffix'],
    ],
  },
  {
    reason: 'lines that cannot be read or are too long, each beside the nearest that is kept',
    origin: 'http://plain.test',
    path: '/broken',
    lines: [
      ['bell=\x07', 'control-character'],
      ['delete=\x7f', 'control-character'],
      ['bell-attribute=1; Path=/\x07', 'control-character'],
      ['tab=a\tb', 'control-character', 'created'],
      ['high=\xc3\xa9', 'created'],
      ['=', 'empty'],
      ['token', 'created'],
      // One of several signs that the name was lost: sent back, it would be another cookie.
      ['=lost=1', 'malformed'],
      [sized('large', 4097), 'too-large'],
      [sized('largest', 4096), 'created'],
      ['never=; Max-Age=0', 'ignored'],
    ],
  },
  {
    reason: 'loopback counts as safe although it is plain http',
    origin: 'http://localhost',
    path: '/loopback',
    lines: [['loopback=1; Secure', 'created']],
  },
  {
    reason: 'https: the conditions of each prefix, and what Secure makes possible',
    origin: 'https://safe.test',
    path: '/safe',
    lines: [
      ['safe=1; Secure', 'created'],
      ['open=1', 'created'],
      ['__Secure-a=1', 'prefix'],
      ['__secure-b=1', 'prefix'],
      ['__Secure-c=1; Secure', 'created'],
      ['__Host-a=1; Secure; Path=/; Domain=safe.test', 'prefix'],
      ['__Host-b=1; Secure; Path=/deep', 'prefix'],
      // The default-path is / here.
      ['__Host-c=1; Secure', 'prefix', 'created'],
      ['__Host-d=1; Secure; Path=/', 'created'],
      ['__Http-a=1; Secure', 'prefix'],
      ['__Http-b=1; Secure; HttpOnly', 'created'],
      ['__Host-Http-a=1; Secure; Path=/', 'prefix'],
      ['__Host-Http-b=1; Secure; HttpOnly; Path=/', 'created'],
      ['__Host-hidden', 'prefix'],
      ['none=1; SameSite=None', 'samesite-none-insecure'],
      ['none-secure=1; Secure; SameSite=None', 'created'],
      ['chips=1; Partitioned', 'partitioned-insecure'],
      ['chips-secure=1; Secure; Partitioned', 'created'],
    ],
  },
  {
    reason: 'the same host again: replaced, deleted, and a deletion of nothing',
    origin: 'https://safe.test',
    path: '/again',
    lines: [
      ['safe=2; Secure', 'replaced'],
      ['none-secure=1; Secure; SameSite=None', 'replaced'],
      ['__Secure-c=; Secure; Max-Age=0', 'deleted'],
      ['chips-secure=; Secure; Max-Age=0', 'ignored'],
      ['never=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'ignored'],
    ],
  },
  {
    reason: 'the same host over plain http may not touch or hide what is Secure',
    origin: 'http://safe.test',
    path: '/overwrite',
    lines: [
      ['safe=3', 'secure-overwrite'],
      ['safe=4; Path=/deep', 'secure-overwrite'],
      ['safe=; Max-Age=0', 'secure-overwrite'],
      ['open=2', 'replaced'],
      ['another=1', 'created'],
    ],
  },
  {
    reason: 'a script of another site, with credentials',
    origin: 'https://other.test',
    path: '/fetched',
    from: 'https://top.test',
    by: { fetch: 'include' },
    lines: fromAnotherSite('fetched'),
  },
  {
    reason: 'an image of another site',
    origin: 'https://other.test',
    path: '/image',
    from: 'https://top.test',
    by: 'image',
    lines: fromAnotherSite('image'),
  },
  {
    reason: 'a frame of another site',
    origin: 'https://other.test',
    path: '/frame',
    from: 'https://top.test',
    by: 'frame',
    lines: fromAnotherSite('frame'),
  },
  {
    reason: 'a script of another site, without credentials',
    origin: 'https://other.test',
    path: '/omitted',
    from: 'https://top.test',
    by: { fetch: 'omit' },
    lines: [['omitted=1; Secure; SameSite=None', 'credentials-omitted']],
  },
  {
    reason: 'another origin of the same site, with credentials',
    origin: 'https://api.top.test',
    path: '/included',
    from: 'https://top.test',
    by: { fetch: 'include' },
    lines: [
      ['included=1; Secure; SameSite=Strict', 'created'],
      ['included-parent=1; Secure; Domain=top.test', 'created'],
    ],
  },
  {
    reason: 'the same once more, without credentials as is the default: what it should have carried tells',
    origin: 'https://api.top.test',
    path: '/default',
    from: 'https://top.test',
    by: { fetch: 'same-origin' },
    lines: [['default=1; Secure', 'credentials-omitted']],
  },
];
