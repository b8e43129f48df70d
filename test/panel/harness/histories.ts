import { requestContext } from '../../../src/core/cookies/request-context.ts';
import type { ResponseDetail } from '../../../src/core/report/response-row.ts';
import { diffSessions } from '../../../src/core/report/session-diff.ts';
import { buildHistory, type SessionHistory } from '../../../src/core/session/history.ts';
import type { CarriedValue, HistoryStep } from '../../../src/core/session/history-step.ts';

/** How long a response takes to land, in milliseconds. */
const LANDING = 44;

/** The histories of a played recording; `carries` tells how many kept versions back the one is that a request carried. */
export function playHistories(details: readonly ResponseDetail[], carries: (index: number) => number): readonly SessionHistory[] {
  const names = new Set(details.flatMap(({ row, cookie }) => (row.session && cookie !== null ? [cookie.name] : [])));
  return [...names].map((name) => {
    /** What the browser holds last. */
    const kept: (CarriedValue | null)[] = [];
    const steps = details.map((detail, index): HistoryStep => {
      const carried = kept.at(-carries(index)) ?? null;
      const own = detail.cookie?.name === name ? detail : null;
      const value = own === null ? null : carriedAs(own);
      if (own !== null && own.row.storage?.stored.outcome !== 'refused') kept.push(own.row.deleted ? null : value);
      const url = new URL(detail.exchange.url);
      return {
        exchange: detail.exchange,
        hostname: url.hostname,
        path: url.pathname,
        https: true,
        context: requestContext(detail.exchange, detail.exchange.startedAt),
        landedAt: detail.exchange.startedAt + LANDING,
        carried: carried === null ? [] : [carried],
        lines:
          own === null || value === null || own.cookie === null
            ? []
            : [{ ...value, line: 0, cookie: own.cookie, deleted: own.row.deleted, storage: own.row.storage }],
        withheld: null,
        missing: false,
        expectation: null,
      };
    });
    return buildHistory(name, 'example.test', steps, { identityKeys: [] });
  });
}

/** The detail with what its request carried, as the histories have it. */
export function withParent(detail: ResponseDetail, histories: readonly SessionHistory[]): ResponseDetail {
  const history = histories.find(({ name }) => name === detail.cookie?.name);
  const step = history?.steps.find(({ exchange }) => exchange.id === detail.exchange.id);
  if (step === undefined || !detail.row.session) return detail;
  const [carried = null] = step.carried;
  const diff = diffSessions(carried, detail.row.deleted ? null : carriedAs(detail));
  return { ...detail, carried: carried?.reading ?? null, diff };
}

const carriedAs = ({ cookie, reading, row }: ResponseDetail): CarriedValue => ({
  key: `${cookie?.name}=${cookie?.value}`,
  reading,
  wire: row.sizes?.wire ?? 0,
});
