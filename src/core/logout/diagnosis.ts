import type { SessionHistory } from '../session/history.ts';
import type { SiteTraffic } from '../session/site-traffic.ts';
import { CAUSES } from './causes/index.ts';
import { detectLosses } from './detect-losses.ts';
import type { Confidence, Logout, LogoutCause } from './logout.ts';
import type { Loss, SiteCase, Verdict } from './loss.ts';
import { verdict } from './verdict.ts';

interface Judged {
  readonly loss: Loss;
  readonly cause: LogoutCause;
  readonly verdict: Verdict;
}

/**
 * Every lost session with the cause that explains it best, in the order of the traffic. `sites` has all exchanges: a sign-in that sets
 * nothing is in no history. Of a recording without any cookies nothing is sure: its application may set none, or its file was exported so.
 */
export function diagnose(histories: readonly SessionHistory[], sites: readonly SiteTraffic[], cookiesStripped = false): readonly Logout[] {
  const logouts = sites.flatMap((traffic) => {
    const own = histories.filter(({ site }) => site === traffic.site);
    try {
      return diagnoseSite({ histories: own, traffic, cookiesStripped });
    } catch {
      // A fault of ours in one site never takes the rest of the recording with it.
      return [];
    }
  });
  return logouts.sort((a, b) => a.at - b.at || (a.exchangeId < b.exchangeId ? -1 : 1));
}

function diagnoseSite(site: SiteCase): readonly Logout[] {
  const found = detectLosses(site.histories, site.traffic).map((losses) => diagnoseLoss(losses, site));
  return found.filter((logout, index) => !isRepeated(logout, found.slice(0, index)));
}

function diagnoseLoss(losses: readonly Loss[], site: SiteCase): Logout {
  const judged = losses.flatMap((loss) => judge(loss, site));
  const [best] = judged.sort(compareJudged);
  const [first] = losses;
  if (first === undefined) throw new TypeError('A logout without a loss');
  const found = best ?? { loss: first, cause: 'unknown' as const, verdict: verdict(first, 'possible') };
  return site.cookiesStripped ? withoutCookies(found) : logoutOf(found, found.verdict.rulesOut);
}

function judge(loss: Loss, site: SiteCase): readonly Judged[] {
  return CAUSES.flatMap(({ cause, explain }) => {
    const found = explain(loss, site);
    return found === null ? [] : [{ loss, cause, verdict: found }];
  });
}

/** What a request carried and a response set may only be missing from the recording: nothing is ruled out. */
function withoutCookies({ loss, cause, verdict: { evidence } }: Judged): Logout {
  const missing = { exchangeId: loss.step.exchange.id, fact: { kind: 'cookies-missing' } as const };
  return logoutOf({ loss, cause, verdict: { confidence: 'possible', evidence: [...evidence, missing], rulesOut: [] } }, []);
}

const SURE: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };
const PLACE: ReadonlyMap<LogoutCause, number> = new Map(CAUSES.map(({ cause }, index) => [cause, index]));

function compareJudged(a: Judged, b: Judged): number {
  return SURE[a.verdict.confidence] - SURE[b.verdict.confidence] || (PLACE.get(a.cause) ?? 0) - (PLACE.get(b.cause) ?? 0);
}

function logoutOf({ loss, cause, verdict: { confidence, evidence } }: Judged, alternatives: readonly LogoutCause[]): Logout {
  const { exchange } = loss.step;
  const { history } = loss;
  return { exchangeId: exchange.id, at: exchange.startedAt, cookie: history?.name ?? null, cause, confidence, evidence, alternatives };
}

/** What is set up wrongly refuses every sign-in; who tries again has lost nothing more. */
const STANDING: ReadonlySet<LogoutCause> = new Set<LogoutCause>([
  'insecure-origin',
  'never-stored',
  'third-party-context',
  'refused-by-browser',
]);

function isRepeated({ cause, cookie }: Logout, before: readonly Logout[]): boolean {
  const last = before.at(-1);
  return last !== undefined && STANDING.has(cause) && last.cause === cause && last.cookie === cookie;
}
