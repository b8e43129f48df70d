import { applicationText } from '../findings/application-text.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { CAUSE_TITLES } from '../logout/cause-title.ts';
import { evidenceText } from '../logout/evidence-info.ts';
import type { Confidence } from '../logout/logout.ts';
import { utcClock } from '../logout/time-text.ts';
import { type MessageKey, message } from '../message.ts';
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
  const cookie = logout.cookie === null ? [] : [message('verdictCookie', markdownCode(logout.cookie))];
  const steps = evidenceSteps(redacted).map(
    ({ exchange, facts }, index) =>
      `${index + 1}. ${exchangeText(exchange)}  \n   ${facts.map((fact) => markdownProse(evidenceText(fact, utcClock))).join(' ')}`,
  );
  const ruledOut = logout.alternatives.map((cause) => markdownProse(message(CAUSE_TITLES[cause]))).join('; ');
  const parts = [
    `## ${markdownProse(message(CAUSE_TITLES[logout.cause]))} (${message(CONFIDENCES[logout.confidence])})`,
    markdownProse(info.message(logout, utcClock)),
    [
      message('verdictCause', markdownCode(logout.cause)),
      ...cookie,
      message('verdictWhen', `${dayText(logout.at)}${utcClock(logout.at)}`),
    ].join(' · '),
    ...(steps.length === 0 ? [] : [`### ${message('logoutsEvidence')}`, steps.join('\n')]),
    `### ${message('logoutsWhat')}`,
    markdownProse(message(info.why)),
    `### ${message('remedy')}`,
    markdownProse(remedy.text),
    ...(version === null || remedy.snippets.length === 0 ? [] : [markdownProse(version)]),
    ...remedy.snippets.map(({ language, lines }) => markdownBlock(lines, language)),
    ...(ruledOut === '' ? [] : [message('verdictRuledOut', ruledOut)]),
    message('verdictMore', markdownCode(info.docs)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const CONFIDENCES: Readonly<Record<Confidence, MessageKey>> = {
  certain: 'confidenceCertain',
  likely: 'confidenceLikely',
  possible: 'confidencePossible',
};

function exchangeText(exchange: LogoutExchange | null): string {
  if (exchange === null) return message('verdictGone');
  const { at, method, url, status } = exchange;
  return `${utcClock(at)} ${markdownCode(`${method} ${url}`)} → ${status === 0 ? message('failed') : status}`;
}

/** `2026-01-15 `, or nothing of a time out of range. */
const dayText = (at: number): string =>
  Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? `${new Date(at).toISOString().slice(0, -14)} ` : '';
