import type { CookieAttribute } from '../../cookies/set-cookie.ts';
import type { MalformedAttribute } from '../finding.ts';
import { type CookieRule, placeOf } from '../rule.ts';
import { shortened } from '../shortened.ts';

/** A server may send any number. */
const MOST_LISTED = 10;

/**
 * Attributes that the browser passes over without a word:
 *
 *     Set-Cookie: _app_session=…; path=/; max-age=1.hour; expires=tomorrow; HttpOnly; Secure; SameSite=Lax
 */
export const attributeMalformed: CookieRule = {
  kind: 'attribute-malformed',
  about: 'cookie',
  check(subject) {
    // Nearly all lines, which need no more work.
    if (subject.deleted || subject.cookie.attributes.every(({ verdict }) => verdict.verdict === 'used')) return [];
    const winners = winnersOf(subject.cookie.attributes);
    const malformed = subject.cookie.attributes.flatMap((attribute) => judge(attribute, winners) ?? []);
    if (malformed.length === 0) return [];
    const attributes = malformed.slice(0, MOST_LISTED);
    const parameters = { attributes, more: malformed.length - attributes.length };
    return [{ kind: 'attribute-malformed', severity: 'warning', ...placeOf(subject), parameters }];
  },
};

/** The attribute of each name, in lower case, that overrides earlier ones. */
function winnersOf(attributes: readonly CookieAttribute[]): ReadonlyMap<string, CookieAttribute> {
  const winners = new Map<string, CookieAttribute>();
  for (const attribute of attributes) {
    const { verdict } = attribute;
    const decides = verdict.verdict === 'used' || (verdict.verdict === 'ignored' && DECIDES.has(verdict.reason));
    if (decides) winners.set(attribute.name.toLowerCase(), attribute);
  }
  return winners;
}

/** What is ignored for these reasons overrides earlier ones all the same. */
const DECIDES: ReadonlySet<string> = new Set(['max-age-wins', 'bad-path', 'empty', 'unknown-same-site']);
/** Their value says nothing. */
const FLAGS: ReadonlySet<string> = new Set(['secure', 'httponly', 'partitioned']);

function judge(attribute: CookieAttribute, winners: ReadonlyMap<string, CookieAttribute>): MalformedAttribute | null {
  const { name, verdict } = attribute;
  const value = shortened(attribute.value ?? '');
  switch (verdict.verdict) {
    case 'used':
      return null;
    case 'overridden': {
      const winner = winners.get(name.toLowerCase());
      return isSame(name, attribute.value ?? '', winner?.value ?? '') ? null : { name, value, reason: 'repeated' };
    }
    case 'ignored':
      switch (verdict.reason) {
        case 'bad-max-age':
        case 'bad-date':
        case 'bad-path':
          return { name, value, reason: verdict.reason };
        case 'too-long':
        case 'unknown':
          // Perhaps no attribute at all but what followed a `;` in the cookie's value.
          return { name: isAttributeName(name) ? name : '', value: null, reason: verdict.reason };
        // An Expires beside Max-Age is for old browsers, an empty attribute for nobody, and an unknown SameSite a finding of its own.
        case 'empty':
        case 'max-age-wins':
        case 'unknown-same-site':
          return null;
      }
  }
}

function isSame(name: string, a: string, b: string): boolean {
  const lower = name.toLowerCase();
  if (FLAGS.has(lower)) return true;
  return lower === 'path' ? a === b : a.toLowerCase() === b.toLowerCase();
}

function isAttributeName(name: string): boolean {
  return /^[A-Za-z][A-Za-z-]{0,23}$/.test(name);
}
