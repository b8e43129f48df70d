import { applicationText } from '../findings/application-text.ts';
import type { Snippet } from '../findings/remedy.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { evidenceText } from '../logout/evidence-info.ts';
import { utcClock } from '../logout/time-text.ts';
import { evidenceSteps } from './evidence-steps.ts';
import type { LogoutExchange, LogoutView } from './logout-view.ts';
import { type Redaction, redactLogout } from './redact.ts';

/** One verdict for the issue tracker: what happened, the evidence, the remedy, and what it was not. Never holds a cookie's value. */
export function printLogoutMarkdown(view: LogoutView, redaction: Redaction = 'remove'): string {
  const redacted = redactLogout(view, redaction);
  const { logout, application } = redacted;
  const info = causeInfo[logout.cause];
  const remedy = info.remedy(logout, application);
  const version = applicationText(application);
  const cookie = logout.cookie === null ? [] : [`Cookie: ${code(logout.cookie)}`];
  const steps = evidenceSteps(redacted).map(
    ({ exchange, facts }, index) =>
      `${index + 1}. ${exchangeText(exchange)}  \n   ${facts.map((fact) => prose(evidenceText(fact, utcClock))).join(' ')}`,
  );
  const ruledOut = logout.alternatives.map((cause) => prose(causeInfo[cause].title)).join('; ');
  const parts = [
    `## ${prose(info.title)} (${logout.confidence})`,
    prose(info.message(logout, utcClock)),
    [`Cause: ${code(logout.cause)}`, ...cookie, `When: ${dayText(logout.at)}${utcClock(logout.at)}`].join(' · '),
    ...(steps.length === 0 ? [] : ['### Evidence', steps.join('\n')]),
    '### What happened',
    prose(info.why),
    '### Remedy',
    prose(remedy.text),
    ...(version === null || remedy.snippets.length === 0 ? [] : [prose(version)]),
    ...remedy.snippets.map(fenced),
    ...(ruledOut === '' ? [] : [`Ruled out: ${ruledOut}.`]),
    `More in ${code(info.docs)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function exchangeText(exchange: LogoutExchange | null): string {
  if (exchange === null) return 'An exchange that is not in the recording any more';
  const { at, method, url, status } = exchange;
  return `${utcClock(at)} ${code(`${method} ${url}`)} → ${status === 0 ? 'failed' : status}`;
}

/** `2026-01-15 `, or nothing of a time out of range. */
const dayText = (at: number): string =>
  Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? `${new Date(at).toISOString().slice(0, -14)} ` : '';

/** Names come from servers: whatever Markdown or HTML would take for more than text is escaped. Backticks set code, as in the panel. */
function prose(text: string): string {
  const pieces = text.replace(/\s+/g, ' ').split('`');
  // One that is left over is a character like any other.
  const last = pieces.length % 2 === 0 ? pieces.pop() : undefined;
  const written = pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : escaped(piece))).join('');
  return last === undefined ? written : `${written}\\\`${escaped(last)}`;
}

const escaped = (text: string): string =>
  text
    .replace(/[\\*{}[\]<>#|~]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/@/g, '&#64;');

/** With a fence longer than any run of backticks inside. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(flat) + 1);
  return fence.length === 1 && flat !== '' ? `\`${flat}\`` : `${fence} ${flat} ${fence}`;
}

function fenced({ language, lines }: Snippet): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
