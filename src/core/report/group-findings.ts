import type { Finding } from '../findings/finding.ts';
import { infoOf } from '../findings/finding-info.ts';
import { linesOf } from '../findings/remedy.ts';
import { severityRank, worstOf } from '../findings/severity.ts';
import { type Application, UNKNOWN_APPLICATION } from '../readers/application.ts';
import type { ReportFinding } from './report.ts';

/** A finding with its place in the source. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly entry: number;
  /** Identity of the cookie whose line it is about; null for a finding about the request or the response as a whole. */
  readonly scope: string | null;
  readonly host: string;
  /** What is known of the application that sets the finding's cookie. */
  readonly application: Application;
}

/** Once per kind and cookie, in the order of the traffic but the most severe first. */
export function groupFindings(placed: readonly PlacedFinding[]): readonly ReportFinding[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const each of placed) {
    // A request does not tell the scope of the cookie it carries: name and host stand for it.
    const key = JSON.stringify([each.finding.kind, each.scope ?? [each.finding.cookie, each.host]]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap(reportFinding).sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}

function reportFinding(group: readonly PlacedFinding[]): readonly ReportFinding[] {
  const worst = worstOf(group.map(({ finding }) => finding));
  if (worst === null) return [];
  const info = infoOf(worst);
  const application = group.find(({ finding }) => finding === worst)?.application ?? UNKNOWN_APPLICATION;
  const remedy = info.remedy(worst, application);
  const occurrences = group.map(({ entry, finding }) => ({ entry, line: finding.line }));
  const different = new Map(occurrences.map((occurrence) => [JSON.stringify(occurrence), occurrence]));
  return [
    {
      kind: worst.kind,
      severity: worst.severity,
      cookie: worst.cookie,
      occurrences: [...different.values()],
      parameters: worst.parameters,
      message: info.message(worst),
      remedy: [remedy.text, ...linesOf(remedy)].join('\n'),
    },
  ];
}
