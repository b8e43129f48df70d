import { textHash } from '../http/exchange-id.ts';
import type { Report, ReportFinding, ReportLogout } from './report.ts';
import { describeRule, logoutRule, type RuleId, type SarifRule } from './sarif-rules.ts';

/** What a SARIF log says besides the report. */
export interface SarifOptions {
  /** Of this program, as SemVer has it. */
  readonly version: string;
  /** URI of the HAR file, relative where it can be: code scanning shows nothing for a file that it cannot name. */
  readonly uri: string;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** Logical locations that are named in one result; `properties.occurrences` has all. */
const MOST_LOCATIONS = 10;

interface Result {
  readonly rule: RuleId;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly cookie: string | null;
  readonly scope: string;
  readonly occurrences: ReportFinding['occurrences'];
}

/** SARIF 2.1.0 (OASIS), as GitHub's code scanning takes it: each finding and each lost session is a result at line 1 of the HAR file. */
export function printReportSarif(report: Report, { version, uri }: SarifOptions): string {
  const results = [...report.findings.map((finding) => findingResult(finding, report)), ...report.logouts.flatMap(logoutResult)];
  const rules = new Map<RuleId, SarifRule>(results.map(({ rule }) => [rule, describeRule(rule)]));
  const indexOf = new Map([...rules.keys()].map((rule, index) => [rule, index]));
  const numberOf = numbering();
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Sessionscope', semanticVersion: version, rules: [...rules.values()] } },
        automationDetails: { id: `sessionscope/${uri}/` },
        artifacts: [{ location: { uri }, mimeType: 'application/json', roles: ['analysisTarget'] }],
        results: results.map((result) => printable(result, indexOf.get(result.rule) ?? -1, uri, numberOf)),
        columnKind: 'utf16CodeUnits',
        properties: { reportSchema: report.schema, ...report.summary },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function findingResult(finding: ReportFinding, { cookies }: Report): Result {
  const { kind, severity, cookie, message, remedy, occurrences } = finding;
  const [first] = occurrences;
  const line = cookies.find((each) => each.entry === first?.entry && (first.line === null || each.line === first.line));
  return {
    rule: kind,
    level: severity === 'info' ? 'note' : severity,
    message: `${message} Remedy: ${remedy}`,
    cookie,
    scope: line === undefined ? '' : `${line.scope.domain}${line.scope.path}`,
    occurrences,
  };
}

const LEVELS = { certain: 'error', likely: 'warning', possible: 'note' } as const;

/** A plain sign-out is no result: nothing is wrong. */
function logoutResult({ cause, confidence, cookie, entry, message, remedy }: ReportLogout): readonly Result[] {
  if (cause === 'signed-out' || cause === 'not-a-logout') return [];
  const told = `${message} Remedy: ${remedy}`;
  return [{ rule: logoutRule(cause), level: LEVELS[confidence], message: told, cookie, scope: '', occurrences: [{ entry, line: null }] }];
}

function printable({ rule, level, message, cookie, scope, occurrences }: Result, ruleIndex: number, uri: string, numberOf: NumberOf) {
  const fingerprint = textHash([rule, cookie ?? '', scope].join('\n'));
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: plainText(message) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri, index: 0 }, region: { startLine: 1 } },
        logicalLocations: occurrences.slice(0, MOST_LOCATIONS).map(({ entry, line }) => ({
          ...(cookie === null ? {} : { name: cookie }),
          fullyQualifiedName: line === null ? `log.entries[${entry}]` : `log.entries[${entry}].response Set-Cookie[${line}]`,
          kind: 'element',
        })),
      },
    ],
    // The one fingerprint that GitHub looks at. What is found keeps it from one recording to the next; the number parts equals.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${numberOf(fingerprint)}` },
    properties: { ...(cookie === null ? {} : { cookie }), occurrences },
  };
}

/** Square brackets would make links (SARIF 2.1.0, 3.11.6); other characters that show nothing become their escapes. */
function plainText(text: string): string {
  return text
    .replace(/[[\]]/g, '\\$&')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
      character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

type NumberOf = (fingerprint: string) => number;

function numbering(): NumberOf {
  const seen = new Map<string, number>();
  return (fingerprint) => {
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return number;
  };
}
