import { decodeFormEncoding } from '../../cookies/form-encoding.ts';
import { LONGEST_VALUE } from '../cookie-names.ts';
import { hmacDigestOfLength } from '../hmac.ts';
import type { SealedCookie } from '../reader.ts';
import type { Damage, LimitHit, MissingPart } from './explanation.ts';

/** RFC 6265bis, 5.6: browsers take name and value up to this many bytes; so do columns, headers and copies that cut at it. */
const LIMIT = 4096;

/** Tells from the shape of a malformed value what was done to it; the first that fits, from the outside in. */
export function explainDamage(cookie: SealedCookie): Damage {
  const { value } = cookie;
  if (value === '') return { kind: 'empty', stage: 'layout' };
  if (value.length > LONGEST_VALUE) return { kind: 'too-long', stage: 'layout', bytes: value.length, limit: LONGEST_VALUE };
  const quote = quoteAround(value);
  if (quote !== null) return { kind: 'quoted', stage: 'encoding', quote };
  if (withoutSpaceAround(value) !== value) return { kind: 'white-space-around', stage: 'encoding' };
  const escapes = value.match(/%25(?:2B|2F|3D)/gi)?.length ?? 0;
  if (escapes > 0) return { kind: 'encoded-twice', stage: 'encoding', escapes };
  const spaces = value.match(/[+ ]|%20/g)?.length ?? 0;
  if (spaces > 0 && isBase64Parts(value.replace(/[+ ]|%20/g, '%2B'))) return { kind: 'decoded-already', stage: 'encoding', spaces };
  const cut = { wire: cookie.name.length + value.length, limit: limitHit(cookie) };
  if (/%[0-9A-Fa-f]?$/.test(value)) return { kind: 'cut-in-escape', stage: 'encoding', ...cut };
  const missing = missingPart(decodeFormEncoding(value).split('--'));
  return missing === null ? { kind: 'unrecognised', stage: 'layout' } : { kind: 'truncated', stage: 'layout', missing, ...cut };
}

/** A signature of a length that no digest has is no wrong one, but one that was cut. Null for a whole one. */
export function explainShortSignature(cookie: SealedCookie, signature: string): Damage | null {
  if (signature.length >= 128 || hmacDigestOfLength(signature.length) !== null) return null;
  return {
    kind: 'truncated',
    stage: 'layout',
    missing: 'signature',
    wire: cookie.name.length + cookie.value.length,
    limit: limitHit(cookie),
  };
}

const QUOTED = /^("|%22|'|%27)(.*)\1$/is;

/** Quotes around a value, bare or escaped; null without. */
function quoteAround(value: string): 'double' | 'single' | null {
  const [, quote] = QUOTED.exec(value) ?? [];
  if (quote === undefined) return null;
  return quote === '"' || quote === '%22' ? 'double' : 'single';
}

export function withoutQuotes(value: string): string {
  return value.replace(QUOTED, '$2');
}

/** Without the white space at both ends, bare, form-encoded or escaped. */
export function withoutSpaceAround(value: string): string {
  const start = value.replace(/^(?:[\s+]|%20|%0[9AD])+/i, '');
  let end = start.length;
  for (;;) {
    if (/[\s+]/.test(start[end - 1] ?? '')) end--;
    else if (/^%(?:20|0[9AD])$/i.test(start.slice(Math.max(0, end - 3), end))) end -= 3;
    else return start.slice(0, end);
  }
}

function isBase64Parts(value: string): boolean {
  return /^[A-Za-z0-9+/=-]{24,}$/.test(decodeFormEncoding(value));
}

function limitHit({ name, value }: SealedCookie): LimitHit | null {
  if (name.length + value.length === LIMIT) return 'name-and-value';
  if (value.length === LIMIT) return 'value';
  return decodeFormEncoding(value).length === LIMIT ? 'raw-value' : null;
}

/** In characters: what is shorter may be anything. */
const SHORTEST_START = 24;
const IV = 16;
const TAG = 24;

/** What a value that starts like a sealed one lacks at its end; null when it does not start like one, or lacks nothing. */
function missingPart(parts: readonly string[]): MissingPart | null {
  const [first = '', second, third] = parts;
  // A cut may leave one of the two dashes.
  const isStart = first.length >= SHORTEST_START && /^[A-Za-z0-9+/_]+={0,2}-?$/.test(first);
  if (!isStart || parts.length > 3) return null;
  if (second === undefined) return 'seal';
  if (third !== undefined) return second.length === IV && /^[A-Za-z0-9+/]*={0,2}$/.test(third) && third.length < TAG ? 'tag' : null;
  if (/^[0-9a-f]*$/.test(second)) return hmacDigestOfLength(second.length) === null ? 'signature' : null;
  if (!/^[A-Za-z0-9+/]*={0,2}-?$/.test(second) || second.length > IV + 1) return null;
  return second.length < IV ? 'iv' : 'tag';
}
