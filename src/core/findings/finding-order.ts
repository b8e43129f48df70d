import type { FindingKind, Severity } from './finding.ts';
import { severityRank } from './severity.ts';

/**
 * What explains most comes first: what breaks, what is exposed, what only the history tells, which flags are missing, what may come. The
 * order of the rules too, which the panel has not got.
 */
export const FINDING_ORDER: readonly FindingKind[] = [
  'silent-drop',
  'cookie-overflow',
  'lost-update',
  'prefix-violated',
  'samesite-none-insecure',
  'cookie-refused',
  'shadowed-cookie',
  'cookie-header-too-large',
  'session-on-cacheable-response',
  'readable-session',
  'sensitive-in-session',
  'session-fixation',
  'replayed-session',
  'csrf-rejected',
  'partial-sign-out',
  'stale-snapshot',
  'growing-session',
  'flash-not-swept',
  'missing-httponly',
  'missing-secure',
  'missing-samesite',
  'samesite-unknown',
  'domain-too-broad',
  'duplicate-set-cookie',
  'attribute-malformed',
  'near-limit',
  'authorization-in-session',
  'record-snapshot',
  'old-secret-in-use',
  'marshal-serializer',
  'long-lived-session',
  'large-session',
  'outdated-cipher',
  'prefix-available',
  'rewritten-unchanged',
  'heavy-key',
];

const PLACES: ReadonlyMap<FindingKind, number> = new Map(FINDING_ORDER.map((kind, place) => [kind, place]));

interface Ordered {
  readonly kind: FindingKind;
  readonly severity: Severity;
}

/** The most severe first; of equals what explains most. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return severityRank(a.severity) - severityRank(b.severity) || (PLACES.get(a.kind) ?? 0) - (PLACES.get(b.kind) ?? 0);
}
