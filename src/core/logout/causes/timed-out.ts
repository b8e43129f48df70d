import { startsOver } from '../answer.ts';
import { lastUsedAt, pauseBefore, saysTimedOut } from '../idle.ts';
import type { Cause } from '../loss.ts';
import { hasSafeMethod } from '../request-kind.ts';
import { verdict } from '../verdict.ts';

/** Without a word in the session, a pause must be one that people time out in. */
const SHORTEST = 5 * 60 * 1000;
const TYPICAL = 15 * 60 * 1000;

/** `last_request_at` or a key like it is older than the application allows, or a pause longer than any before, and then the identity is gone. */
export const timedOut: Cause = {
  cause: 'timed-out',
  explain(loss) {
    const { step, history, kind } = loss;
    if (history === null || !['reset', 'not-honoured', 'another-id', 'deleted'].includes(kind) || step.carried.length === 0) return null;
    const carried = history.carried(step);
    const { pause, longestBefore } = pauseBefore(history, step);
    const last = lastUsedAt(carried ?? loss.before?.version ?? null);
    const idle = last === null ? null : step.exchange.startedAt - last;
    const fact = idle === null ? ({ kind: 'gap', milliseconds: pause } as const) : ({ kind: 'idle', milliseconds: idle } as const);
    const rulesOut = ['session-reset', 'server-revoked', 'csrf-reset'] as const;
    if (saysTimedOut(loss.after)) return verdict(loss, 'certain', [[step, fact]], rulesOut);
    // It writes whole seconds.
    if (idle !== null && idle > 1000 && pause > longestBefore && idle >= longestBefore)
      return verdict(loss, 'likely', [[step, fact]], rulesOut);
    if (pause < SHORTEST || pause <= longestBefore) return null;
    const isSameSession = carried?.sessionId != null && carried.sessionId === loss.after?.sessionId;
    const isPlain = !isSameSession && (hasSafeMethod(step.exchange) || startsOver(step));
    return verdict(loss, pause >= TYPICAL && isPlain ? 'likely' : 'possible', [[step, fact]], rulesOut);
  },
};
