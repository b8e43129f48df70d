import type { Severity } from '../core/findings/finding.ts';
import { findingInfo } from '../core/findings/finding-info.ts';
import { FINDING_TITLES } from '../core/findings/finding-title.ts';
import { message } from '../core/message.ts';
import type { Report, ReportAttributes, ReportCookie, ReportFinding } from '../core/report/report.ts';
import { thousands } from '../core/thousands.ts';
import { describeState } from './state-text.ts';
import { logoutBlock } from './text-logout.ts';
import { type Colour, counted, type Paint, painter, printableLine } from './text-style.ts';
import { type Column, layOut, wrap } from './text-table.ts';

const WIDTH = 100;
const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** `sessionscope audit` as text: the cookies in a table, then what is wrong with them and what to do. */
export function printAudit(report: Report, colour: boolean): string {
  const paint = painter(colour);
  const blocks = [
    sourceLine(report),
    cookieTable(report, paint),
    ...report.findings.map((finding) => findingBlock(finding, paint)),
    report.logouts.length === 0 ? '' : paint('Logouts', 'bold'),
    ...report.logouts.map((logout) => logoutBlock(logout, paint)),
    summaryLine(report),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sourceLine({ source, summary }: Report): string {
  const parts = [
    counted(source.entries, 'entry', 'entries'),
    counted(summary.setCookies, 'Set-Cookie line', 'Set-Cookie lines'),
    counted(summary.sessions, 'session cookie', 'session cookies'),
  ];
  const from = source.creator === null ? '' : ` (recorded by ${printableLine(source.creator)})`;
  return parts.join(', ') + from;
}

const COLUMNS: readonly Column[] = [
  { title: 'entry', align: 'right' },
  { title: 'time (UTC)', align: 'left' },
  { title: 'method', align: 'left' },
  { title: 'status', align: 'right' },
  { title: 'cookie', align: 'left' },
  { title: 'rails', align: 'right' },
  { title: 'wire', align: 'right' },
  { title: 'flags', align: 'left' },
  { title: 'browser', align: 'left' },
  { title: 'session', align: 'left' },
  { title: 'url', align: 'left' },
];

function cookieTable({ cookies }: Report, paint: Paint): string {
  if (cookies.length === 0) return '';
  const { head, lines } = layOut(COLUMNS, cookies.map(cookieCells));
  const legend =
    'rails, wire: bytes as Rails counts and as sent; flags: HttpOnly, Secure, SameSite (Lax, Strict, None), Partitioned; browser: what it did';
  return [paint(head, 'bold'), ...lines, paint(legend, 'dim')].join('\n');
}

function cookieCells(cookie: ReportCookie): readonly string[] {
  const { wire, limit, rails } = cookie.size;
  return [
    String(cookie.entry),
    cookie.time.slice(11, 23),
    printableLine(cookie.method),
    String(cookie.status),
    printableLine(cookie.name),
    thousands(rails),
    wire > limit ? `${thousands(wire)}!` : thousands(wire),
    flagLetters(cookie.attributes),
    storedText(cookie.stored),
    cookie.session === null ? '' : describeState(cookie.session),
    printableLine(cookie.url),
  ];
}

function storedText(stored: ReportCookie['stored']): string {
  if (stored === null) return '';
  return stored.outcome === 'refused' ? `refused: ${stored.reason}` : stored.outcome;
}

/** Letters in fixed places, a dash for each that is missing. */
function flagLetters({ httpOnly, secure, sameSite, partitioned }: ReportAttributes): string {
  const site = sameSite === 'Lax' ? 'L' : sameSite === 'Strict' ? 'S' : sameSite === 'None' ? 'N' : sameSite === null ? '-' : '?';
  return [httpOnly ? 'H' : '-', secure ? 'S' : '-', site, partitioned ? 'P' : ' '].join(' ').trimEnd();
}

function findingBlock(finding: ReportFinding, paint: Paint): string {
  const { docs } = findingInfo[finding.kind];
  const [what = '', ...lines] = finding.remedy.split('\n');
  const margin = '    ';
  return [
    `${paint(finding.severity, COLOURS[finding.severity])}  ${paint(finding.kind, 'bold')}  ${message(FINDING_TITLES[finding.kind])}${occurrenceText(finding)}`,
    wrap(printableLine(finding.message), WIDTH, margin),
    wrap(`Remedy: ${printableLine(what)}`, WIDTH, margin),
    ...lines.map((line) => `${margin}${margin}${printableLine(line)}`),
    paint(`${margin}${docs}`, 'dim'),
  ].join('\n');
}

/** As many entries as fit; the rest is counted. */
function occurrenceText({ occurrences }: ReportFinding): string {
  const entries = [...new Set(occurrences.map(({ entry }) => entry))];
  const named = entries.slice(0, 8).join(', ');
  const more = entries.length > 8 ? ` and ${entries.length - 8} more` : '';
  return `  (${entries.length === 1 ? 'entry' : 'entries'} ${named}${more})`;
}

function summaryLine({ summary }: Report): string {
  const { error, warning, info } = summary.findings;
  if (summary.setCookies === 0 && error + warning + info + summary.logouts === 0) return 'No response sets a cookie.';
  const lost = summary.logouts === 0 ? [] : [counted(summary.logouts, 'logout', 'logouts')];
  if (error + warning + info === 0) return lost.length === 0 ? 'Nothing found.' : lost.join('');
  return [counted(error, 'error', 'errors'), counted(warning, 'warning', 'warnings'), `${info} info`, ...lost].join(', ');
}
