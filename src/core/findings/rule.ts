import type { Finding, FindingKind } from './finding.ts';
import type { CookieSubject, ExchangeSubject } from './subject.ts';

/** A rule looks at one subject and says what is wrong with it. Pure: the same subject, the same findings. */
export type Rule = CookieRule | ExchangeRule;

export interface CookieRule {
  readonly kind: FindingKind;
  readonly about: 'cookie';
  check(subject: CookieSubject): readonly Finding[];
}

export interface ExchangeRule {
  readonly kind: FindingKind;
  readonly about: 'exchange';
  check(subject: ExchangeSubject): readonly Finding[];
}

/** Where a finding about a Set-Cookie line is. */
export function placeOf(subject: CookieSubject): { readonly cookie: string; readonly line: number } {
  return { cookie: subject.name, line: subject.line };
}
