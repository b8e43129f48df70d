import type { Severity } from '../findings/finding.ts';
import { findingInfo } from '../findings/finding-info.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { CAUSE_TITLES } from '../logout/cause-title.ts';
import { message } from '../message.ts';
import { thousands } from '../thousands.ts';
import { type EvidenceRun, evidenceRuns } from './evidence-runs.ts';
import { type FindingText, findingParts, findingTitle } from './finding-markdown.ts';
import { markdownBlock, markdownCell, markdownCode, markdownProse } from './markdown-text.ts';
import type { Report, ReportFinding, ReportLogout } from './report.ts';
import { cookieLines, flagWords, scopeText } from './report-cookies.ts';

/** The report for an issue tracker. Holds no cookie values and no session contents, whatever was redacted. */
export function printReportMarkdown(report: Report): string {
  const { findings, logouts } = report;
  const parts = [
    '# Session report',
    ...summaryParts(report),
    ...(logouts.length === 0 ? [] : [`## Logouts (${logouts.length})`]),
    ...logouts.flatMap(logoutParts),
    ...SEVERITIES.flatMap(([severity, title]) =>
      severityParts(
        title,
        findings.filter((finding) => finding.severity === severity),
      ),
    ),
    ...cookieParts(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Information'],
];

const count = (number: number, one: string, many = `${one}s`): string => `${thousands(number)} ${number === 1 ? one : many}`;

function summaryParts({ source, summary }: Report): readonly string[] {
  const { error, warning, info } = summary.findings;
  const found = [count(error, 'error'), count(warning, 'warning'), `${info} info`, count(summary.logouts, 'logout')];
  const seen = [
    count(source.entries, 'entry', 'entries'),
    count(summary.setCookies, 'Set-Cookie line'),
    count(summary.sessions, 'session cookie'),
  ];
  const from = source.creator === null ? '' : ` Recorded by ${markdownCode(source.creator)}.`;
  const stripped = '> The recording was exported without its cookies, so that hardly anything can be said about it.';
  return [`**${found.join(', ')}** in ${seen.join(', ')}.${from}`, ...(source.cookiesStripped ? [stripped] : [])];
}

function logoutParts(logout: ReportLogout): readonly string[] {
  const { cause, confidence, cookie, entry, evidence, remedy, alternatives } = logout;
  const { docs } = causeInfo[cause];
  const [text = '', ...lines] = remedy.split('\n');
  const about = cookie === null ? [] : [`Cookie: ${markdownCode(cookie)}`];
  const ruledOut = alternatives.map((other) => markdownProse(message(CAUSE_TITLES[other]))).join('; ');
  return [
    `### ${markdownProse(message(CAUSE_TITLES[cause]))} (${confidence})`,
    markdownProse(logout.message),
    [`Cause: ${markdownCode(cause)}`, ...about, `Entry: ${entry}`].join(' · '),
    ...(evidence.length === 0 ? [] : [evidenceRuns(evidence).map(evidenceLine).join('\n')]),
    `**Remedy:** ${markdownProse(text)}`,
    ...(lines.length === 0 ? [] : [markdownBlock(lines)]),
    ...(ruledOut === '' ? [] : [`Ruled out: ${ruledOut}.`]),
    `More in ${markdownCode(docs)}.`,
  ];
}

function evidenceLine({ entry, time, method, url, status, texts }: EvidenceRun): string {
  const answer = status === 0 ? 'failed' : status;
  return `- ${time.slice(11, 19)} UTC, entry ${entry}: ${markdownCode(`${method} ${url}`)} → ${answer}. ${texts.map(markdownProse).join(' ')}`;
}

function severityParts(title: string, findings: readonly ReportFinding[]): readonly string[] {
  if (findings.length === 0) return [];
  return [`## ${title} (${findings.length})`, ...findings.flatMap(groupParts)];
}

function groupParts(finding: ReportFinding): readonly string[] {
  const [text = '', ...lines] = finding.remedy.split('\n');
  const told: FindingText = { ...finding, remedy: { text, snippets: lines.length === 0 ? [] : [{ lines }] } };
  return [
    `### ${findingTitle(finding.kind)}`,
    ...findingParts(told, [entriesText(finding)]),
    `More in ${markdownCode(findingInfo[finding.kind].docs)}.`,
  ];
}

/** As many as fit on a line; the rest is counted. */
function entriesText({ occurrences }: ReportFinding): string {
  const entries = [...new Set(occurrences.map(({ entry }) => entry))];
  const more = entries.length > 8 ? ` and ${entries.length - 8} more` : '';
  return `${entries.length === 1 ? 'Entry' : 'Entries'}: ${entries.slice(0, 8).join(', ')}${more}`;
}

function cookieParts(report: Report): readonly string[] {
  const rows = cookieLines(report).map(({ newest, timesSet, most, refused }) => [
    markdownCell(newest.name),
    markdownCell(scopeText(newest)),
    markdownCell(flagWords(newest)),
    thousands(newest.size.wire),
    `${thousands(most)}${most > newest.size.limit ? ' (over the limit)' : ''}`,
    thousands(timesSet),
    refused.join(', ') || '–',
  ]);
  if (rows.length === 0) return [];
  const head = [
    ['Cookie', 'Scope', 'Flags', 'Bytes now', 'At most', 'Times set', 'Refused'],
    ['---', '---', '---', '---:', '---:', '---:', '---'],
  ];
  return ['## Cookies', [...head, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}
