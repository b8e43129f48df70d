import type { HistoryStep } from '../../session/history-step.ts';
import { type Contradiction, RecordCopies, type RecordCopy } from '../../session/record-copies.ts';
import { isUnsafe, spanOf } from '../request-span.ts';
import type { HistoryFinding, HistoryRule } from '../rule.ts';
import type { HistorySubject } from '../subject.ts';

/** In milliseconds; a row that people work with has changed by then. */
const LONG = 5 * 60_000;

/** One copy from when it is first there to the last request in a row that carries it. */
interface Run {
  readonly copy: RecordCopy;
  readonly since: number;
  carried: number;
  last: HistoryStep;
  /** The first successful unsafe request that carried it. */
  past: HistoryStep | null;
  /** Where it is stale for the first time. */
  stale: HistoryStep | null;
  contradictedBy: Contradiction | null;
}

/**
 * The account was upgraded, and the copy in the session says what it said before, request after request:
 *
 *     {"session_id":"…","account":{"id":7,"email":"…","plan":"free","updated_at":"2026-02-10T09:00:00Z"}}
 */
export const staleSnapshot: HistoryRule = {
  kind: 'stale-snapshot',
  about: 'history',
  checkHistory(subject) {
    const { history } = subject;
    const copies = new RecordCopies(history);
    const done: Run[] = [];
    const runs = new Map<string, Run>();
    for (const step of history.steps) {
      const carried = history.carried(step);
      if (carried === null) continue;
      const there = copies.of(carried);
      for (const [path, run] of runs) {
        if (there.get(path)?.value === run.copy.value) continue;
        runs.delete(path);
        done.push(run);
      }
      for (const [path, copy] of there) {
        const run = runs.get(path) ?? { copy, since: carried.at, carried: 0, last: step, past: null, stale: null, contradictedBy: null };
        runs.set(path, run);
        follow(run, step, copies);
      }
    }
    return [...done, ...runs.values()].flatMap((run) => (run.stale === null ? [] : [found(subject, run, run.stale, copies)]));
  },
};

/** The next request that carries the copy. */
function follow(run: Run, step: HistoryStep, copies: RecordCopies): void {
  const { startedAt, status } = step.exchange;
  run.carried++;
  run.last = step;
  run.contradictedBy ??= copies.contradiction(run.copy, startedAt);
  const outlived = run.past !== null && startedAt >= run.past.landedAt;
  if (outlived || startedAt - run.since >= LONG || run.contradictedBy !== null) run.stale ??= step;
  if (isUnsafe(step) && status >= 200 && status < 400) run.past ??= step;
}

function found({ name, history }: HistorySubject, run: Run, stale: HistoryStep, copies: RecordCopies): HistoryFinding {
  const { copy, past, contradictedBy } = run;
  // On the response that sets it once more, where one does.
  const set = history.set(stale).findIndex((version) => copies.of(version).get(JSON.stringify(copy.path))?.value === copy.value);
  const finding = {
    kind: 'stale-snapshot',
    severity: contradictedBy === null ? 'warning' : 'error',
    cookie: name,
    line: stale.lines[set]?.line ?? null,
    parameters: {
      path: copy.path,
      model: copy.model,
      heldFor: run.last.exchange.startedAt - run.since,
      carried: run.carried,
      past: past !== null && past.landedAt <= run.last.exchange.startedAt ? spanOf(past) : null,
      contradictedBy,
    },
  } as const;
  return { exchangeId: stale.exchange.id, finding };
}
