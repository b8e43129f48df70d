import type { HistoryStep } from '../../session/history-step.ts';
import { lastingChanges, missingChanges } from '../../session/lost-changes.ts';
import { isKept, type StepSetting, settingsOf } from '../../session/step-settings.ts';
import { stepText } from '../../session/step-text.ts';
import type { Finding } from '../finding.ts';
import { spanOf } from '../request-span.ts';
import type { HistoryFinding, HistoryRule } from '../rule.ts';
import { type HistorySubject, isHonoured } from '../subject.ts';

/** A recording's clock may be this wrong, in milliseconds, where the cookies tell that two requests were on their way together. */
const CLOCK_ERROR = 10_000;
/** In milliseconds; the longest that one request is looked for beside another. */
const LONGEST = 60_000;
const MOST_PATHS = 10;

/**
 * Two requests carried the same version; each response sealed its own change into it, and the browser kept the one that landed last:
 *
 *     {"cart":[]}   became   {"cart":["apple"]}   and, at the same time,   {"cart":["pear"]}
 */
export const lostUpdate: HistoryRule = {
  kind: 'lost-update',
  about: 'history',
  checkHistory(subject) {
    const siblings = new Map<string, StepSetting[]>();
    for (const setting of settingsOf(subject.history)) {
      const { carried } = setting;
      if (carried === null || !isKept(setting) || !isHonoured(carried.reading) || !isHonoured(setting.version.reading)) continue;
      const group = siblings.get(carried.id);
      if (group === undefined) siblings.set(carried.id, [setting]);
      else group.push(setting);
    }
    const groups = [...siblings.values()].filter((group) => group.length > 1);
    const next = nextCarried(subject);
    return groups.flatMap((group) => group.flatMap((lost, index) => overwriting(subject, lost, near(group, index), next)));
  },
};

/** Of a group in the order of their requests those that were sent about when this one was; a version may be carried by very many. */
function near(group: readonly StepSetting[], index: number): readonly StepSetting[] {
  const lost = group[index];
  if (lost === undefined || lost.version === lost.carried) return [];
  const startOf = (at: number): number => group[at]?.step.exchange.startedAt ?? Number.NaN;
  let [from, to] = [index, index + 1];
  while (startOf(from - 1) > startOf(index) - LONGEST) from--;
  while (startOf(to) <= lost.step.landedAt + CLOCK_ERROR) to++;
  return group.slice(from, to);
}

/** What the first request to a host after a time carried, and its exchange. Another host may have a cookie of its own under the name. */
type Next = (hostname: string, at: number) => { readonly exchangeId: string; readonly version: string | null } | null;

function nextCarried({ history }: HistorySubject): Next {
  const hosts = new Map<string, HistoryStep[]>();
  for (const step of history.steps) {
    if (step.carried.length === 0) continue;
    const steps = hosts.get(step.hostname);
    if (steps === undefined) hosts.set(step.hostname, [step]);
    else steps.push(step);
  }
  return (hostname, at) => {
    const carrying = hosts.get(hostname) ?? [];
    let [low, high] = [0, carrying.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((carrying[middle]?.exchange.startedAt ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const step = carrying[low];
    return step === undefined ? null : { exchangeId: step.exchange.id, version: history.carried(step)?.id ?? null };
  };
}

/** The response that overwrote this one, if any did. */
function overwriting(subject: HistorySubject, lost: StepSetting, others: readonly StepSetting[], next: Next): readonly HistoryFinding[] {
  const before = lost.carried?.reading?.data ?? null;
  const after = lost.version.reading?.data ?? null;
  if (before === null || after === null) return [];
  const later = others.filter((other) => overlapped(lost, other) || seemsOverlapped(lost, other));
  if (later.length === 0) return [];
  const changes = lastingChanges(before, after);
  if (changes.length === 0) return [];
  for (const winner of later) {
    const shown = next(winner.step.hostname, winner.step.landedAt);
    const now = winner.version.reading?.data ?? null;
    if (shown === null || shown.version !== winner.version.id || now === null) continue;
    const missing = missingChanges(changes, before, now);
    if (missing.length > 0) return [found(subject, lost, winner, missing, shown.exchangeId)];
  }
  return [];
}

/** Both were on their way at one time, and the other one landed last. */
function overlapped(lost: StepSetting, other: StepSetting): boolean {
  if (!mayOverwrite(lost, other)) return false;
  return other.step.landedAt >= lost.step.landedAt && other.step.exchange.startedAt < lost.step.landedAt;
}

/**
 * The clock says that the first answer had landed, and yet the request does not carry it, as no request did before: it had been sent by
 * then. Unless the first answer began a session of its own, after which an old cookie is a replayed one.
 */
function seemsOverlapped(lost: StepSetting, other: StepSetting): boolean {
  const after = other.step.exchange.startedAt - lost.step.landedAt;
  if (!mayOverwrite(lost, other) || startsOver(lost) || after < 0 || after > CLOCK_ERROR) return false;
  return lost.version.carriedBy.length === 0;
}

/** A response that starts a session of its own would have dropped the change in either order. */
function mayOverwrite(lost: StepSetting, other: StepSetting): boolean {
  return other !== lost && other.version !== lost.version && !startsOver(other);
}

function startsOver({ carried, version }: StepSetting): boolean {
  return carried?.sessionId !== version.sessionId;
}

function found(
  { name }: HistorySubject,
  lost: StepSetting,
  winner: StepSetting,
  missing: ReturnType<typeof missingChanges>,
  carriedNext: string,
): HistoryFinding {
  const paths = [...new Map(missing.map(({ path }) => [JSON.stringify(path.map(stepText)), path.map(stepText)])).values()];
  const finding: Finding = {
    kind: 'lost-update',
    severity: 'error',
    cookie: name,
    line: winner.line.line,
    parameters: {
      parent: lost.carried?.id ?? null,
      lost: paths.slice(0, MOST_PATHS),
      more: Math.max(0, paths.length - MOST_PATHS),
      overwritten: spanOf(lost.step),
      overwriting: spanOf(winner.step),
      overlapped: overlapped(lost, winner),
      carriedNext,
    },
  };
  return { exchangeId: winner.step.exchange.id, finding };
}
