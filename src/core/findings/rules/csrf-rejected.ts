import { headerValues } from '../../http/exchange.ts';
import { continuesSession } from '../../session/continuation.ts';
import type { SessionHistory } from '../../session/history.ts';
import type { HistoryStep } from '../../session/history-step.ts';
import { settingsOfStep } from '../../session/step-settings.ts';
import { isSignedIn, type Version } from '../../session/version.ts';
import type { Finding } from '../finding.ts';
import { isUnsafe } from '../request-span.ts';
import type { ExchangeRule, HistoryFinding } from '../rule.ts';
import { isSignInPath } from '../sign-in-path.ts';

/**
 * Rails took a form without a valid authenticity token for a forged one and raised:
 *
 *     HTTP/1.1 422 Unprocessable Content
 *     (the page names ActionController::InvalidAuthenticityToken)
 *
 * Or, with `protect_from_forgery with: :null_session`, it went on with an empty session for this request alone: somebody who is signed
 * in is asked to sign in, nothing is set, and the next page knows them again.
 */
export const csrfRejected: ExchangeRule = {
  kind: 'csrf-rejected',
  about: 'exchange',
  check({ status, errorPage, carried }) {
    if (errorPage !== 'InvalidAuthenticityToken' || (status !== 422 && status !== 400)) return [];
    const cookie = carried.find(({ session }) => session)?.name ?? null;
    return [{ kind: 'csrf-rejected', severity: 'warning', cookie, line: null, parameters: { how: 'exception', status } }];
  },
  checkHistory({ name, history }) {
    const turned = history.steps.filter(isTurnedAway);
    if (turned.length === 0) return [];
    const pages = new KnownPages(history);
    return turned.flatMap((step): readonly HistoryFinding[] => {
      const carried = history.carried(step);
      const [identity] = carried?.identities ?? [];
      if (carried === null || identity === undefined || !pages.isKnownBeside(carried, step)) return [];
      const parameters = { how: 'null-session', status: step.exchange.status, key: identity.key } as const;
      const finding: Finding = { kind: 'csrf-rejected', severity: 'warning', cookie: name, line: null, parameters };
      return [{ exchangeId: step.exchange.id, finding }];
    });
  },
};

/** An unsafe request that was taken for an anonymous one, and left the session as it is. Another 401 may be about anything. */
function isTurnedAway(step: HistoryStep): boolean {
  const { status, requestHeaders, responseHeaders } = step.exchange;
  if (!isUnsafe(step) || step.lines.length > 0 || isSignInPath(step.path)) return false;
  if (headerValues(requestHeaders, 'authorization').length > 0 || headerValues(responseHeaders, 'www-authenticate').length > 0)
    return false;
  const [location] = headerValues(responseHeaders, 'location');
  return status === 401 || (status >= 300 && status < 400 && location !== undefined && isSignInPath(location));
}

/** Where the server knew somebody who is signed in. */
class KnownPages {
  /** By version, the last request that carried it and whose response went on with it. */
  readonly #last = new Map<Version, number>();
  /** Hosts with each part of a path that somebody was shown a page under. */
  readonly #shown = new Set<string>();

  constructor(history: SessionHistory) {
    for (const step of history.steps) {
      const carried = history.carried(step);
      if (carried === null || isSignedIn(carried) !== true) continue;
      if (isKnown(history, carried, step)) this.#last.set(carried, step.exchange.startedAt);
      const { status } = step.exchange;
      if (isUnsafe(step) || status < 200 || status > 299) continue;
      for (const part of step.path.split('/')) this.#shown.add(`${step.hostname}/${part}`);
    }
  }

  /** The server knows the same version after this request, and has shown a page that belongs to what it asked for. */
  isKnownBeside(carried: Version, turned: HistoryStep): boolean {
    const [family = ''] = turned.path.split('/').filter((part) => part !== '');
    return (this.#last.get(carried) ?? 0) >= turned.landedAt && this.#shown.has(`${turned.hostname}/${family}`);
  }
}

function isKnown(history: SessionHistory, carried: Version, step: HistoryStep): boolean {
  return settingsOfStep(history, step).some(
    ({ version }) => !version.deleted && isSignedIn(version) === true && continuesSession(carried.reading, version.reading),
  );
}
