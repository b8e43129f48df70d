import { decodeUtf8 } from '../cookies/form-encoding.ts';
import { linesOf } from '../findings/remedy.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { evidenceText } from '../logout/evidence-info.ts';
import type { Logout } from '../logout/logout.ts';
import { utcClock } from '../logout/time-text.ts';
import type { Application } from '../readers/application.ts';
import type { ReportLogout } from './report.ts';

/** `entries` are the ids of the exchanges in the order of the source. */
export function reportLogouts(
  logouts: readonly Logout[],
  entries: readonly string[],
  applicationOf: (cookie: string | null) => Application,
): readonly ReportLogout[] {
  const entryOf = new Map(entries.map((id, entry) => [id, entry]));
  return logouts.map((diagnosed) => {
    const { exchangeId, cause, confidence, evidence, alternatives } = diagnosed;
    const logout = { ...diagnosed, cookie: diagnosed.cookie && decodeUtf8(diagnosed.cookie) };
    const remedy = causeInfo[cause].remedy(logout, applicationOf(logout.cookie));
    return {
      entry: entryOf.get(exchangeId) ?? -1,
      cookie: logout.cookie,
      cause,
      confidence,
      evidence: evidence.map(({ exchangeId: id, fact }) => ({ entry: entryOf.get(id) ?? -1, text: evidenceText(fact, utcClock) })),
      message: causeInfo[cause].message(logout, utcClock),
      remedy: [remedy.text, ...linesOf(remedy)].join('\n'),
      alternatives,
    };
  });
}
