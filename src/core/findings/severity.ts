import type { Severity } from './finding.ts';

/** 0 is the worst. */
export function severityRank(severity: Severity): number {
  switch (severity) {
    case 'error':
      return 0;
    case 'warning':
      return 1;
    case 'info':
      return 2;
  }
}

/** The most severe; of equals the first. Null for none. */
export function worstOf<T extends { readonly severity: Severity }>(findings: readonly T[]): T | null {
  return findings.reduce<T | null>(
    (worst, finding) => (worst === null || severityRank(finding.severity) < severityRank(worst.severity) ? finding : worst),
    null,
  );
}
