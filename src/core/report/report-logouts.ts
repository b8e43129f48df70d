import { decodeUtf8 } from '../cookies/form-encoding.ts';
import { linesOf } from '../findings/remedy.ts';
import type { HttpExchange } from '../http/exchange.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { evidenceText } from '../logout/evidence-info.ts';
import type { Logout } from '../logout/logout.ts';
import { utcClock } from '../logout/time-text.ts';
import type { Application } from '../readers/application.ts';
import type { ReportEvidence, ReportLogout } from './report.ts';
import { isoTime } from './report-time.ts';

interface LogoutSource {
  logouts(): readonly Logout[];
  exchanges(): readonly HttpExchange[];
  application(cookie: string | null): Application;
}

/** `entries` are the ids of the exchanges in the order of the source. */
export function reportLogouts(source: LogoutSource, entries: readonly string[]): readonly ReportLogout[] {
  const logouts = source.logouts();
  const entryOf = new Map(entries.map((id, entry) => [id, entry]));
  const spokenOf = new Set(logouts.flatMap(({ evidence }) => evidence.map(({ exchangeId }) => exchangeId)));
  const exchangeOf = new Map(
    source
      .exchanges()
      .filter(({ id }) => spokenOf.has(id))
      .map((exchange) => [exchange.id, exchange]),
  );
  return logouts.map((diagnosed) => {
    const { exchangeId, cause, confidence, evidence, alternatives } = diagnosed;
    const logout = { ...diagnosed, cookie: diagnosed.cookie && decodeUtf8(diagnosed.cookie) };
    const remedy = causeInfo[cause].remedy(logout, source.application(logout.cookie));
    return {
      entry: entryOf.get(exchangeId) ?? -1,
      cookie: logout.cookie,
      cause,
      confidence,
      evidence: evidence.map(({ exchangeId: id, fact }): ReportEvidence => {
        const { startedAt = 0, method = '', url = '', status = 0 } = exchangeOf.get(id) ?? {};
        return { entry: entryOf.get(id) ?? -1, text: evidenceText(fact, utcClock), time: isoTime(startedAt), method, url, status };
      }),
      message: causeInfo[cause].message(logout, utcClock),
      remedy: [remedy.text, ...linesOf(remedy)].join('\n'),
      alternatives,
    };
  });
}
