import type { Finding } from '../findings/finding.ts';
import type { EntryProblem, HttpExchange } from '../http/exchange.ts';
import type { Application } from '../readers/application.ts';
import { type BuiltRow, buildRows, faultRow } from '../report/build-row.ts';
import { judgeExchange } from '../report/judged-exchange.ts';
import type { ParsedExchange } from '../report/parsed-exchange.ts';
import type { RecordingSummary, ResponseDetail, RowFacts } from '../report/response-row.ts';
import { exchangeOfRow } from '../report/row-id.ts';
import { compareTraffic } from '../report/traffic-order.ts';
import { withHistory } from '../report/with-history.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { rowDetail, rowFacts, rowNotes } from './row-detail.ts';
import { Tally } from './tally.ts';

interface Recorded {
  exchange: HttpExchange;
  /** Null when it could not even be parsed. */
  parsed: ParsedExchange | null;
  /** Null when something has changed since they were built. */
  rows: readonly BuiltRow[] | null;
}

/** What rows are built from besides the exchange itself. */
interface RowSources {
  context(parsed: ParsedExchange): ExchangeContext;
  /** What only the histories tell, by the exchange that it stands at. */
  findings(exchangeId: string): readonly Finding[];
  /** What the recording shows of the application that sets this cookie. */
  application(cookie: string | null): Application;
}

/** What an exception of our own code is reported as: the exchange is shown as malformed, and the recording goes on. */
const FAULT: EntryProblem = { code: 'wrong-type', field: 'entry' };

/** Of most exchanges. */
const NO_ROWS: readonly BuiltRow[] = [];

/** The exchanges of a recording with their rows, which are built when asked for and kept until something changes. */
export class RecordedExchanges {
  readonly #recorded = new Map<string, Recorded>();
  readonly #sources: RowSources;
  #tally = new Tally();

  constructor(sources: RowSources) {
    this.#sources = sources;
  }

  get tally(): Tally {
    return this.#tally;
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#recorded.keys());
  }

  /** The same without a copy: to be gone through at once. */
  get keys(): Iterable<string> {
    return this.#recorded.keys();
  }

  get counts(): Omit<RecordingSummary, 'notRecorded'> {
    const { setting, setCookies, malformed } = this.#tally;
    return { exchanges: this.#recorded.size, setting, setCookies, malformed };
  }

  /** What is known of this exchange, whose rows are to be built anew; of a new one nothing is parsed yet. */
  entry(exchange: HttpExchange): Recorded {
    const entry = this.#recorded.get(exchange.id) ?? { exchange, parsed: null, rows: null };
    entry.rows = null;
    this.#recorded.set(exchange.id, entry);
    return entry;
  }

  /** Null for an unknown id, and for what could not be parsed. */
  context(id: string): ExchangeContext | null {
    const parsed = this.parsed(id);
    return parsed && this.#sources.context(parsed);
  }

  /** Null for an unknown id, and for what could not be parsed. */
  parsed(id: string): ParsedExchange | null {
    return this.#recorded.get(id)?.parsed ?? null;
  }

  /** The ids that are gone. */
  clear(): ReadonlySet<string> {
    const { ids } = this;
    this.#recorded.clear();
    this.#tally = new Tally();
    return ids;
  }

  /** In the order of the traffic. */
  inOrder(): readonly HttpExchange[] {
    return [...this.#recorded.values()].map(({ exchange }) => exchange).sort(compareTraffic);
  }

  forgetRows(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      const recorded = this.#recorded.get(id);
      if (recorded !== undefined) recorded.rows = null;
    }
  }

  /** In the order of the lines; none for an unknown id. */
  rows(id: string): readonly BuiltRow[] {
    const recorded = this.#recorded.get(id);
    if (recorded === undefined) return [];
    if (recorded.rows === null) {
      const rows = this.#build(recorded);
      recorded.rows = rows.length > 0 ? rows : NO_ROWS;
    }
    return recorded.rows;
  }

  facts(rowId: string): RowFacts | null {
    return this.#find(rowId, (built, recorded) => rowFacts(built, recorded, this.#sources));
  }

  detail(rowId: string): ResponseDetail | null {
    return this.#find(rowId, (built, recorded) => rowDetail(built, recorded, this.#sources, this.context(recorded.exchange.id)));
  }

  #find<T>(rowId: string, tell: (built: BuiltRow, recorded: Recorded) => T): T | null {
    const recorded = this.#recorded.get(exchangeOfRow(rowId));
    const built = this.rows(exchangeOfRow(rowId)).find(({ row }) => row.id === rowId);
    return recorded === undefined || built === undefined ? null : tell(built, recorded);
  }

  /** One poisoned response never stops the rest. */
  #build({ exchange, parsed }: Recorded): readonly BuiltRow[] {
    this.#tally.forgetFault(exchange.id);
    try {
      if (parsed !== null) {
        const context = this.#sources.context(parsed);
        if (context.hasThrown()) this.#tally.noteFault(exchange.id, parsed);
        const judged = withHistory(judgeExchange(parsed, context), this.#sources.findings(exchange.id));
        return buildRows(judged, rowNotes(exchange, context, FAULT));
      }
    } catch {
      // Shown as a row, below.
    }
    this.#tally.noteFault(exchange.id, parsed);
    return [faultRow(exchange, FAULT)];
  }
}
