import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import { isSignedIn, type Version } from '../session/version.ts';
import { isFromBrowserCache, isSignIn, isSuccess } from './answer.ts';
import { isCarriedAfter, setterOf } from './history-index.ts';
import { keptBy } from './kept-line.ts';
import type { Loss, SignedIn } from './loss.ts';
import { lossAt } from './loss-at.ts';
import { methodOf, originOf } from './request-kind.ts';
import { asksSignOut, isSignInPath } from './sign-paths.ts';
import type { Watched } from './watched.ts';

/** Goes through one history in the order in which requests start and cookies land, and tells each time a sign-in is lost. */
export class SessionWatch implements Watched {
  readonly history: SessionHistory;
  signedIn: SignedIn | null = null;
  newest: Version | null = null;
  lostUntil = Number.NEGATIVE_INFINITY;
  culprit: HistoryStep | null = null;
  readonly #answered = new Set<string>();
  readonly #losses: Loss[] = [];

  readonly #mayPresume: boolean;

  /** `mayPresume` says whether the cookie is the session as far as its outside tells, so that a sign-in shows in it though it is sealed. */
  constructor(history: SessionHistory, mayPresume: boolean) {
    this.history = history;
    this.#mayPresume = mayPresume;
  }

  run(): readonly Loss[] {
    const moments = this.history.steps.flatMap((step) => [
      { at: step.exchange.startedAt, isRequest: true, step },
      { at: step.landedAt, isRequest: false, step },
    ]);
    // What landed in the millisecond in which a request starts was there for it; a response never lands before its own request.
    const rank = ({ isRequest, step }: (typeof moments)[number]): number =>
      isRequest ? 1 : step.landedAt > step.exchange.startedAt ? 0 : 2;
    moments.sort((a, b) => a.at - b.at || rank(a) - rank(b));
    for (const { isRequest, step } of moments) {
      if (isFromBrowserCache(step) && isRequest) continue;
      if (isRequest) this.#request(step);
      else this.#response(step);
    }
    return this.#losses;
  }

  wasAnswered(step: HistoryStep): boolean {
    if (!this.#mayPresume && this.signedIn?.known !== true) return false;
    return this.#answered.has(askedFor(step));
  }

  #request(step: HistoryStep): void {
    const carried = this.history.carried(step);
    if (carried === null) return;
    // A request that started in time still carries what is lost by now, and so does one with a cookie that the server does not open.
    const isLost = carried.at <= this.lostUntil;
    if (isSignedIn(carried) === true && !isLost) this.#in(carried, step, true, step.exchange.startedAt);
  }

  #response(step: HistoryStep): void {
    const loss = lossAt(this, step);
    if (loss !== null) {
      this.#losses.push(loss);
      this.signedIn = null;
      this.lostUntil = Math.max(this.lostUntil, step.landedAt);
    }
    if (isFromBrowserCache(step)) return;
    const carried = this.history.carried(step);
    const kept = keptBy(this.history, step);
    if (kept !== null) {
      if (this.newest !== kept.version) this.culprit = kept.version.deleted || isOtherId(carried, kept.version) ? step : this.culprit;
      this.newest = kept.version;
    } else if (carried !== null && (this.newest === null || carried.at >= this.newest.at)) this.newest = carried;
    if (loss !== null) return;
    this.#learn(step, carried, kept?.version ?? null);
    if (asksSignOut(step.exchange, step.path) && step.exchange.status < 400) this.#answered.clear();
    if (carried !== null && isSuccess(step) && !isSignInPath(step.path)) this.#answered.add(askedFor(step));
  }

  #learn(step: HistoryStep, carried: Version | null, kept: Version | null): void {
    if (kept !== null && isSignedIn(kept) === true) {
      this.#in(kept, step, true, step.landedAt);
      this.culprit = null;
      return;
    }
    const session = kept ?? carried;
    if (this.#mayPresume && isSignIn(step) && session !== null && isSignedIn(session) === null && this.#isOurs(session, kept, step)) {
      this.#in(session, step, false, step.landedAt, true);
      this.culprit = null;
      return;
    }
    const { signedIn } = this;
    if (signedIn === null || kept === null || kept.deleted || carried !== signedIn.version || isSignedIn(kept) !== null) return;
    // Sealed anew by the same application: the next version of the same sign-in.
    if (originOf(step.exchange) === originOf(signedIn.step.exchange)) this.signedIn = { ...signedIn, version: kept, at: step.landedAt };
  }

  /** Something that a reader knows, and that this application sets: scripts of others leave sealed cookies, too. */
  #isOurs(session: Version, kept: Version | null, step: HistoryStep): boolean {
    if (session.reading === null) return false;
    return kept !== null || session.reading.state === 'identifier' || setterOf(this.history, session)?.hostname === step.hostname;
  }

  #in(version: Version, step: HistoryStep, known: boolean, at: number, anew = false): void {
    const before = anew ? null : this.signedIn;
    if (before?.version === version) {
      if (known && !before.known) this.signedIn = { ...before, known };
      return;
    }
    // An older version that a request in flight still carries is no news.
    if (before?.known && version.at < before.at && isCarriedAfter(this.history, before.version ?? version, step)) return;
    this.signedIn = { version, step: before?.step ?? step, at: Math.min(at, version.at), since: before?.since ?? at, known };
  }
}

const askedFor = ({ exchange, path }: HistoryStep): string => `${methodOf(exchange)} ${originOf(exchange)}${path}`;

function isOtherId(carried: Version | null, kept: Version): boolean {
  return carried?.sessionId != null && kept.sessionId !== null && kept.sessionId !== carried.sessionId;
}
