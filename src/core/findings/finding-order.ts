import type { FindingKind, Severity } from './finding.ts';
import { rules } from './rules/index.ts';
import { severityRank } from './severity.ts';

const PLACES: ReadonlyMap<FindingKind, number> = new Map(rules.map(({ kind }, place) => [kind, place]));

interface Ordered {
  readonly kind: FindingKind;
  readonly severity: Severity;
}

/** The most severe first; of equals what explains most, which is the order of the rules. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return severityRank(a.severity) - severityRank(b.severity) || (PLACES.get(a.kind) ?? 0) - (PLACES.get(b.kind) ?? 0);
}
