import type { Finding, FindingKind } from './finding.ts';
import type { CookieSubject, ExchangeSubject, HistorySubject } from './subject.ts';

/** A rule looks at one subject and says what is wrong with it. Pure: the same subject, the same findings. */
export type Rule = CookieRule | ExchangeRule | HistoryRule;

export interface CookieRule {
  readonly kind: FindingKind;
  readonly about: 'cookie';
  check(subject: CookieSubject): readonly Finding[];
}

export interface ExchangeRule {
  readonly kind: FindingKind;
  readonly about: 'exchange';
  check(subject: ExchangeSubject): readonly Finding[];
  /** What only the history of a session tells of an exchange. */
  checkHistory?(subject: HistorySubject): readonly HistoryFinding[];
}

/** For what takes several responses to see. A later exchange may add a finding to an earlier one, or change it. */
export interface HistoryRule {
  readonly kind: FindingKind;
  readonly about: 'history';
  checkHistory(subject: HistorySubject): readonly HistoryFinding[];
}

/** A finding with the exchange that it stands at. */
export interface HistoryFinding {
  readonly exchangeId: string;
  readonly finding: Finding;
}

/** Where a finding about a Set-Cookie line is. */
export function placeOf(subject: CookieSubject): { readonly cookie: string; readonly line: number } {
  return { cookie: subject.name, line: subject.line };
}
