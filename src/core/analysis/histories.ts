import { siteOf } from '../cookies/public-suffix.ts';
import { requestContext } from '../cookies/request-context.ts';
import type { RequestExpectation } from '../cookies/storage.ts';
import { isLoopbackHost } from '../http/loopback.ts';
import type { Surroundings } from '../report/judged-exchange.ts';
import type { ParsedExchange } from '../report/parsed-exchange.ts';
import type { HistoryStep } from '../session/history-step.ts';
import { landing } from './traffic-event.ts';

/** What the histories ask of the recording, for one exchange. */
export interface StepFacts {
  readonly parsed: ParsedExchange;
  /** Names on the wire of the session cookies that it carries or sets. */
  readonly sessions: readonly string[];
  readonly around: Pick<Surroundings, 'reading' | 'storage'>;
  readonly expectation: RequestExpectation | null;
}

/** People take localhost and 127.0.0.1 for one. */
export function siteGroup(hostname: string): string {
  return isLoopbackHost(hostname) ? 'localhost' : siteOf(hostname);
}

/**
 * The exchange as the history of the cookie with this name on the wire sees it; `name` is null for the exchange without any cookie's part
 * in it.
 */
export function stepOf(name: string | null, facts: StepFacts): HistoryStep {
  const { parsed, expectation } = facts;
  const { exchange, hostname, https } = parsed;
  const carried = parsed.carried.filter(({ sealed }) => sealed.name === name);
  const expected = expectation?.expected.filter((each) => each.name === name) ?? [];
  return {
    exchange,
    hostname,
    path: parsed.path.replace(/[?#].*$/s, ''),
    https,
    context: requestContext(exchange, exchange.startedAt),
    landedAt: landing(parsed) ?? exchange.startedAt + (exchange.answeredAfter ?? exchange.duration ?? 0),
    carried: carried.map((value) => ({ key: value.key, reading: facts.around.reading(value), wire: value.sizes.wire })),
    lines: parsed.lines
      .filter(({ cookie }) => cookie.name === name)
      .map((line) => ({
        key: line.key,
        reading: facts.around.reading(line),
        wire: line.sizes.wire,
        line: line.line,
        cookie: line.cookie,
        deleted: line.deleted,
        storage: facts.around.storage(line),
      })),
    withheld: expectation?.withheld.find((each) => each.name === name)?.reason ?? null,
    missing: expected.some((each) => each.carried !== 'yes'),
    expectation,
  };
}
