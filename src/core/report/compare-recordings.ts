import type { FindingKind, Severity } from '../findings/finding.ts';
import { severityRank } from '../findings/severity.ts';
import type { Logout, LogoutCause } from '../logout/logout.ts';
import { COOKIE_FACETS, type CookieFacet, type DescribedCookie, describeCookies, type FacetValues } from './compared-cookie.ts';
import type { ResponseRow, RowFacts } from './response-row.ts';

/** What a comparison asks of each of the two analyses. */
export interface ComparedSource {
  allRows(): readonly ResponseRow[];
  facts(rowId: string): RowFacts | null;
  logouts(): readonly Logout[];
}

/** Two recordings, such as one where it works and one where it fails. Plain data. */
export interface RecordingComparison {
  /** By name; session cookies first. */
  readonly cookies: readonly ComparedCookie[];
  /** By kind and cookie; those that differ first, then the most severe. */
  readonly findings: readonly ComparedFinding[];
  /** By cause and cookie. */
  readonly logouts: readonly ComparedLogout[];
}

export interface ComparedCookie {
  readonly name: string;
  readonly session: boolean;
  /** Where it was set. */
  readonly in: 'both' | 'left' | 'right';
  /** Empty where it was set on one side only. */
  readonly facets: readonly ComparedFacet[];
}

export interface ComparedFacet {
  readonly facet: CookieFacet;
  readonly left: FacetValues;
  readonly right: FacetValues;
  readonly differs: boolean;
}

export interface ComparedFinding {
  readonly kind: FindingKind;
  /** The more severe of both sides. */
  readonly severity: Severity;
  /** As text; null when no cookie can be named. */
  readonly cookie: string | null;
  /** Rows that have it. */
  readonly left: number;
  readonly right: number;
  /** It is on one side only. */
  readonly differs: boolean;
}

export interface ComparedLogout {
  readonly cause: LogoutCause;
  readonly cookie: string | null;
  readonly left: number;
  readonly right: number;
  readonly differs: boolean;
}

/** `left` is what the views show. */
export function compareRecordings(left: ComparedSource, right: ComparedSource): RecordingComparison {
  const rows = { left: left.allRows(), right: right.allRows() };
  return {
    cookies: compareCookies(
      describeCookies(rows.left, (id) => left.facts(id)),
      describeCookies(rows.right, (id) => right.facts(id)),
    ),
    findings: compareFindings(rows.left, rows.right),
    logouts: compareLogouts(left.logouts(), right.logouts()),
  };
}

function compareCookies(
  left: ReadonlyMap<string, DescribedCookie>,
  right: ReadonlyMap<string, DescribedCookie>,
): readonly ComparedCookie[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((name) => compareCookie(name, left.get(name), right.get(name)))
    .sort((a, b) => Number(b.session) - Number(a.session) || (a.name < b.name ? -1 : 1));
}

function compareCookie(name: string, left: DescribedCookie | undefined, right: DescribedCookie | undefined): ComparedCookie {
  const session = (left?.session ?? false) || (right?.session ?? false);
  if (left === undefined || right === undefined) return { name, session, in: left === undefined ? 'right' : 'left', facets: [] };
  const facets = COOKIE_FACETS.flatMap((facet): readonly ComparedFacet[] => {
    const [l, r] = [left.facets.get(facet) ?? [], right.facets.get(facet) ?? []];
    if (l.length === 0 && r.length === 0) return [];
    const differs = facet === 'size' ? sizesDiffer(left, right) : l.join('\n') !== r.join('\n');
    return [{ facet, left: l, right: r, differs }];
  });
  return { name, session, in: 'both', facets };
}

/** Every session has another size: one is of note that is over the limit on one side, or a tenth larger than ever on the other. */
function sizesDiffer({ size: a }: DescribedCookie, { size: b }: DescribedCookie): boolean {
  if (a === null || b === null) return a !== b;
  return a.isOver !== b.isOver || Math.max(a.most, b.most) > 1.1 * Math.min(a.most, b.most);
}

interface Counted {
  left: number;
  right: number;
}

const isOneSided = ({ left, right }: Counted): boolean => left === 0 || right === 0;

function compareFindings(left: readonly ResponseRow[], right: readonly ResponseRow[]): readonly ComparedFinding[] {
  const found = new Map<string, { kind: FindingKind; severity: Severity; cookie: string | null } & Counted>();
  for (const side of ['left', 'right'] as const) {
    for (const row of side === 'left' ? left : right) {
      for (const { kind, severity, cookie } of row.findingKinds) {
        const key = JSON.stringify([kind, cookie]);
        const known = found.get(key) ?? { kind, severity, cookie, left: 0, right: 0 };
        found.set(key, known);
        known[side]++;
        if (severityRank(severity) < severityRank(known.severity)) known.severity = severity;
      }
    }
  }
  return [...found.values()]
    .map((each) => ({ ...each, differs: isOneSided(each) }))
    .sort((a, b) => Number(b.differs) - Number(a.differs) || severityRank(a.severity) - severityRank(b.severity));
}

function compareLogouts(left: readonly Logout[], right: readonly Logout[]): readonly ComparedLogout[] {
  const found = new Map<string, { cause: LogoutCause; cookie: string | null } & Counted>();
  for (const side of ['left', 'right'] as const) {
    for (const { cause, cookie } of side === 'left' ? left : right) {
      const key = JSON.stringify([cause, cookie]);
      const known = found.get(key) ?? { cause, cookie, left: 0, right: 0 };
      found.set(key, known);
      known[side]++;
    }
  }
  return [...found.values()].map((each) => ({ ...each, differs: isOneSided(each) })).sort((a, b) => Number(b.differs) - Number(a.differs));
}
