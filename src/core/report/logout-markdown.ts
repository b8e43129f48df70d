import { applicationText } from '../findings/application-text.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { evidenceText } from '../logout/evidence-info.ts';
import { utcClock } from '../logout/time-text.ts';
import { evidenceSteps } from './evidence-steps.ts';
import type { LogoutExchange, LogoutView } from './logout-view.ts';
import { markdownBlock, markdownCode, markdownProse } from './markdown-text.ts';
import { type Redaction, redactLogout } from './redact.ts';

/** One verdict for the issue tracker: what happened, the evidence, the remedy, and what it was not. Never holds a cookie's value. */
export function printLogoutMarkdown(view: LogoutView, redaction: Redaction = 'remove'): string {
  const redacted = redactLogout(view, redaction);
  const { logout, application } = redacted;
  const info = causeInfo[logout.cause];
  const remedy = info.remedy(logout, application);
  const version = applicationText(application);
  const cookie = logout.cookie === null ? [] : [`Cookie: ${markdownCode(logout.cookie)}`];
  const steps = evidenceSteps(redacted).map(
    ({ exchange, facts }, index) =>
      `${index + 1}. ${exchangeText(exchange)}  \n   ${facts.map((fact) => markdownProse(evidenceText(fact, utcClock))).join(' ')}`,
  );
  const ruledOut = logout.alternatives.map((cause) => markdownProse(causeInfo[cause].title)).join('; ');
  const parts = [
    `## ${markdownProse(info.title)} (${logout.confidence})`,
    markdownProse(info.message(logout, utcClock)),
    [`Cause: ${markdownCode(logout.cause)}`, ...cookie, `When: ${dayText(logout.at)}${utcClock(logout.at)}`].join(' · '),
    ...(steps.length === 0 ? [] : ['### Evidence', steps.join('\n')]),
    '### What happened',
    markdownProse(info.why),
    '### Remedy',
    markdownProse(remedy.text),
    ...(version === null || remedy.snippets.length === 0 ? [] : [markdownProse(version)]),
    ...remedy.snippets.map(({ language, lines }) => markdownBlock(lines, language)),
    ...(ruledOut === '' ? [] : [`Ruled out: ${ruledOut}.`]),
    `More in ${markdownCode(info.docs)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function exchangeText(exchange: LogoutExchange | null): string {
  if (exchange === null) return 'An exchange that is not in the recording any more';
  const { at, method, url, status } = exchange;
  return `${utcClock(at)} ${markdownCode(`${method} ${url}`)} → ${status === 0 ? 'failed' : status}`;
}

/** `2026-01-15 `, or nothing of a time out of range. */
const dayText = (at: number): string =>
  Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? `${new Date(at).toISOString().slice(0, -14)} ` : '';
