import type { FindingKind, Severity } from '../findings/finding.ts';
import { severityRank } from '../findings/severity.ts';
import type { CookieRow } from './cookie-row.ts';
import type { ResponseRow, RowFinding } from './response-row.ts';

/** One kind of finding about one cookie. */
export interface CookieFindings {
  readonly kind: FindingKind;
  /** The worst of this kind. */
  readonly severity: Severity;
  /** The rows that have it, in the order of the traffic. */
  readonly rows: readonly ResponseRow[];
}

interface Growing extends CookieFindings {
  severity: Severity;
  readonly rows: ResponseRow[];
}

/**
 * The findings of each cookie by its identity. Most stand on the cookie's own row; one about a request stands where there is
 * room for it, and belongs to the cookie that it names: the one set last of those that the request's host can carry.
 */
export function groupCookieFindings(
  rows: readonly ResponseRow[],
  groups: ReadonlyMap<string, readonly CookieRow[]>,
): ReadonlyMap<string, readonly CookieFindings[]> {
  const found = new Map<string, Map<FindingKind, Growing>>();
  const add = (id: string, row: ResponseRow, { kind, severity }: RowFinding): void => {
    const kinds = found.get(id) ?? new Map<FindingKind, Growing>();
    found.set(id, kinds);
    const known = kinds.get(kind);
    if (known === undefined) {
      kinds.set(kind, { kind, severity, rows: [row] });
      return;
    }
    if (severityRank(severity) < severityRank(known.severity)) known.severity = severity;
    if (known.rows.at(-1) !== row) known.rows.push(row);
  };

  for (const [id, group] of groups) {
    for (const row of group) for (const finding of row.findingKinds) if (isOwn(finding, row)) add(id, row, finding);
  }
  const byName = namesOf(groups);
  for (const row of rows) {
    for (const finding of row.findingKinds) {
      if (finding.cookie === null || isOwn(finding, row)) continue;
      const id = carriedAs(row, byName.get(finding.cookie) ?? []);
      if (id !== null) add(id, row, finding);
    }
  }
  return new Map([...found].map(([id, kinds]) => [id, [...kinds.values()]]));
}

function isOwn(finding: RowFinding, row: ResponseRow): boolean {
  return row.cookie !== null && (finding.cookie === null || finding.cookie === row.cookie);
}

interface Named {
  readonly id: string;
  readonly newest: CookieRow;
}

function namesOf(groups: ReadonlyMap<string, readonly CookieRow[]>): ReadonlyMap<string, readonly Named[]> {
  const byName = new Map<string, Named[]>();
  for (const [id, group] of groups) {
    const newest = group.at(-1);
    if (newest === undefined) continue;
    const same = byName.get(newest.cookie);
    if (same === undefined) byName.set(newest.cookie, [{ id, newest }]);
    else same.push({ id, newest });
  }
  return byName;
}

function carriedAs(row: ResponseRow, candidates: readonly Named[]): string | null {
  const host = row.host.replace(/:\d+$/, '');
  const matching = candidates.filter(
    ({ newest: { scope } }) => host === scope.domain || (!scope.hostOnly && host.endsWith(`.${scope.domain}`)),
  );
  const latest = matching.reduce<Named | null>((a, b) => (a === null || b.newest.startedAt > a.newest.startedAt ? b : a), null);
  return latest?.id ?? null;
}
