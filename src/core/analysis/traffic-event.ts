import type { RequestContext } from '../cookies/request-context.ts';
import { requestContext } from '../cookies/request-context.ts';
import type { ParsedExchange } from '../report/parsed-exchange.ts';

/** A browser's store changes when a response's headers arrive, and is read when a request starts. */
export class TrafficEvent {
  readonly kind: 'request' | 'response';
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly parsed: ParsedExchange;

  constructor(kind: TrafficEvent['kind'], at: number, parsed: ParsedExchange) {
    this.kind = kind;
    this.at = at;
    this.parsed = parsed;
  }

  /** Made when asked for: every event is kept, and most are replayed once. */
  get context(): RequestContext {
    return requestContext(this.parsed.exchange, this.at);
  }
}

/** A response comes after its request, however short it took. Less than the clock of any traffic tells. */
const INSTANT = 0.001;

/** Both events of an exchange; of one without a response only the request. */
export function eventsOf(parsed: ParsedExchange): readonly TrafficEvent[] {
  const request = new TrafficEvent('request', parsed.exchange.startedAt, parsed);
  const landedAt = landing(parsed);
  return landedAt === null ? [request] : [request, new TrafficEvent('response', landedAt, parsed)];
}

/** When the cookies of the response land; null when none can. Starts are whole milliseconds, so that a redirect's next hop may seem to start a little early. */
export function landing({ exchange, lines }: ParsedExchange): number | null {
  const { startedAt, answeredAfter, duration, responseHeaders } = exchange;
  if (lines.length === 0 && responseHeaders.every(({ name }) => name.toLowerCase() !== 'clear-site-data')) return null;
  return Math.max(startedAt + INSTANT, Math.floor(startedAt + (answeredAfter ?? duration ?? 0)));
}

/** For sorting. At one time what a response set is there for the next request. */
export function compareEvents(a: TrafficEvent, b: TrafficEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.kind !== b.kind) return a.kind === 'response' ? -1 : 1;
  const [one, other] = [a.parsed.exchange.id, b.parsed.exchange.id];
  return one < other ? -1 : one > other ? 1 : 0;
}
