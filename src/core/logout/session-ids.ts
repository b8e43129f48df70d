import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import { isSignInAttempt, startsOver } from './answer.ts';
import { originOf } from './request-kind.ts';
import { asksSignOut } from './sign-paths.ts';

/** What a server-side store did with an id that a request carried. `new`: it gave another one. */
export interface IdAnswer {
  readonly step: HistoryStep;
  readonly id: string;
  readonly answer: 'known' | 'new';
  /** The id stayed, and the answer led to the sign-in. */
  readonly turnedAway: boolean;
}

/** The answers of one application in the order of the traffic, without sign-ins and sign-outs, which give new ids on purpose. */
export function idAnswers(history: SessionHistory, origin: string): readonly IdAnswer[] {
  return history.steps.flatMap((step): readonly IdAnswer[] => {
    const carried = history.carried(step);
    if (carried?.reading?.state !== 'identifier' || carried.sessionId === null || originOf(step.exchange) !== origin) return [];
    if (isSignInAttempt(step) || asksSignOut(step.exchange, step.path)) return [];
    const set = history.set(step).findLast(({ deleted }) => !deleted);
    const isNew = set?.sessionId != null && set.sessionId !== carried.sessionId;
    const turnedAway = !isNew && startsOver(step);
    return [{ step, id: carried.sessionId, answer: isNew || turnedAway ? 'new' : 'known', turnedAway }];
  });
}
