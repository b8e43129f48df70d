import { continuesSession } from '../../session/continuation.ts';
import type { SessionHistory } from '../../session/history.ts';
import type { HistoryStep } from '../../session/history-step.ts';
import { type StepSetting, settingsOf, settingsOfStep } from '../../session/step-settings.ts';
import { isSignedIn, type Version } from '../../session/version.ts';
import type { HistoryParameters } from '../history-parameters.ts';
import { spanOf } from '../request-span.ts';
import type { HistoryFinding, HistoryRule } from '../rule.ts';

type Kind = HistoryParameters['replayed-session']['end'];

/** A response that ended a session, which the browser followed. */
interface End {
  readonly kind: Kind;
  readonly step: HistoryStep;
  /** The version that was ended. */
  readonly ended: Version;
}

/** How far back a version that comes again is looked for. */
const MOST_BACK = 1000;

/**
 * A copy of the cookie from before the sign-out is sent again, and the server takes it, since nothing but the cookie says who is signed
 * in. Opened, versions hold one after another
 *
 *     {"session_id":"a","user_id":3}   {"session_id":"b"}   and again   {"session_id":"a","user_id":3}
 */
export const replayedSession: HistoryRule = {
  kind: 'replayed-session',
  about: 'history',
  checkHistory({ name, history }) {
    const ends = settingsOf(history).flatMap((setting) => endOf(setting) ?? []);
    if (ends.length === 0) return [];
    let newest: Version | null = null;
    return history.steps.flatMap((step): readonly HistoryFinding[] => {
      const carried = history.carried(step);
      const seen = newest;
      if (carried !== null && (newest === null || carried.at > newest.at)) newest = carried;
      if (carried === null || seen === null || carried.at >= seen.at) return [];
      const end = ends.find((each) => isReplayed(history, step, carried, each, seen));
      const honoured = end && settingsOfStep(history, step).find(({ version }) => isHonouredBy(carried, version));
      if (end === undefined || honoured === undefined) return [];
      const parameters = { end: end.kind, endedBy: spanOf(end.step), signedIn: isSignedIn(carried) === true };
      const { line } = honoured.line;
      const finding = { kind: 'replayed-session', severity: 'warning', cookie: name, line, parameters } as const;
      return [{ exchangeId: step.exchange.id, finding }];
    });
  },
};

function endOf({ step, line, version, carried }: StepSetting): End | null {
  const outcome = line.storage?.stored.outcome;
  if (carried === null || outcome === 'refused' || outcome === 'ignored') return null;
  const [was, is] = [isSignedIn(carried), isSignedIn(version)];
  if (version.deleted) return was === true ? { kind: 'cleared', step, ended: carried } : null;
  if (was === true && is === false) return { kind: 'signed-out', step, ended: carried };
  const isReset = carried.sessionId !== null && version.sessionId !== null && carried.sessionId !== version.sessionId;
  // A sign-in that begins a new session leaves an anonymous one behind, which is nobody's.
  return isReset && was === true ? { kind: 'reset', step, ended: carried } : null;
}

/** The request came after the end, as did what the browser had carried by then, and carries what the end had put an end to. */
function isReplayed(history: SessionHistory, step: HistoryStep, carried: Version, { step: end, ended }: End, seen: Version): boolean {
  if (step.exchange.startedAt < end.landedAt || seen.at < end.landedAt) return false;
  let version: Version | null = ended;
  for (let back = 0; version !== null && back < MOST_BACK; back++) {
    if (version === carried) return true;
    version = history.version(version.parent);
  }
  return false;
}

function isHonouredBy(carried: Version, set: Version): boolean {
  if (set.deleted || !continuesSession(carried.reading, set.reading)) return false;
  return isSignedIn(carried) === isSignedIn(set);
}
