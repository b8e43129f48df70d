import type { CookieAttribute, EffectiveAttributes } from '../../core/cookies/set-cookie.ts';
import { formatDate, formatDuration } from './numbers.ts';

type IgnoredReason = Extract<CookieAttribute['verdict'], { verdict: 'ignored' }>['reason'];

function ignoredText(reason: IgnoredReason): string {
  switch (reason) {
    case 'unknown':
      return 'no browser knows it';
    case 'too-long':
      return 'over 1,024 bytes';
    case 'bad-max-age':
      return 'not a whole number of seconds';
    case 'bad-date':
      return 'not a date that browsers read';
    case 'unknown-same-site':
      return 'not Strict, Lax or None, so it counts as absent';
    case 'empty':
      return 'it has no value';
    case 'bad-path':
      return 'does not start with /, so the default path is used';
    case 'max-age-wins':
      return 'Max-Age is set and wins';
  }
}

function usedText(name: string, effective: EffectiveAttributes): string {
  switch (name.toLowerCase()) {
    case 'httponly':
      return 'scripts cannot read it';
    case 'secure':
      return 'sent over https only (and to localhost)';
    case 'partitioned':
      return 'kept apart for each top-level site';
    case 'path':
      return effective.path === '/' || effective.path === null ? 'sent to every path' : `sent to ${effective.path} and what is below it`;
    case 'domain':
      return effective.domain === null ? 'sent to this host only' : `sent to ${effective.domain} and its subdomains`;
    case 'samesite':
      return sameSiteText(effective.sameSite);
    case 'max-age':
      return maxAgeText(effective.maxAge);
    case 'expires':
      return effective.expires?.time == null ? '' : `expires ${formatDate(effective.expires.time)}, local time`;
    case 'priority':
      return 'Chromium only: which cookies it evicts first';
    default:
      return '';
  }
}

function sameSiteText(sameSite: string | null): string {
  if (sameSite === 'Strict') return 'sent on same-site requests only';
  if (sameSite === 'Lax') return 'sent on same-site requests and when a link is followed';
  return sameSite === 'None' ? 'sent on cross-site requests too' : '';
}

function maxAgeText(seconds: number | null): string {
  if (seconds === null) return '';
  return seconds <= 0 ? 'deletes the cookie' : `expires after ${formatDuration(seconds)}`;
}

/** What a browser makes of one attribute: a word, and why. */
export function attributeVerdict(
  attribute: CookieAttribute,
  effective: EffectiveAttributes,
): { readonly word: string; readonly text: string } {
  const { verdict } = attribute;
  switch (verdict.verdict) {
    case 'used':
      return { word: 'used', text: usedText(attribute.name, effective) };
    case 'overridden':
      return { word: 'overridden', text: `a later ${attribute.name} wins` };
    case 'ignored':
      return { word: 'ignored', text: ignoredText(verdict.reason) };
  }
}

export interface AbsentAttribute {
  readonly name: 'HttpOnly' | 'Secure' | 'SameSite';
  readonly flag: 'httpOnly' | 'secure' | 'sameSite';
  readonly text: string;
}

/** The protections that the line does not ask for, in fixed order. */
export function absentAttributes({ httpOnly, secure, sameSite }: EffectiveAttributes): readonly AbsentAttribute[] {
  const absent: AbsentAttribute[] = [];
  if (!httpOnly) absent.push({ name: 'HttpOnly', flag: 'httpOnly', text: 'scripts can read it' });
  if (!secure) absent.push({ name: 'Secure', flag: 'secure', text: 'sent over plain http too' });
  if (sameSite === null) absent.push({ name: 'SameSite', flag: 'sameSite', text: 'Chromium treats it as Lax, Firefox as None' });
  return absent;
}

/** How long the cookie lives, from what a browser uses. */
export function lifetimeText({ maxAge, expires }: EffectiveAttributes): string {
  if (maxAge !== null) return maxAgeText(maxAge);
  if (expires?.time != null) return `expires ${formatDate(expires.time)}, local time`;
  return 'expires when the browser closes';
}
