import { ExchangeContext } from './analysis/exchange-context.ts';
import type { StepFacts } from './analysis/histories.ts';
import { Provenance } from './analysis/provenance.ts';
import { type Open, Readings } from './analysis/readings.ts';
import { Replay } from './analysis/replay.ts';
import { rowDetail, rowFacts, rowNotes } from './analysis/row-detail.ts';
import { SessionHistories } from './analysis/session-histories.ts';
import { Tally } from './analysis/tally.ts';
import type { Browser } from './cookies/browser.ts';
import type { StoredCookie } from './cookies/storage.ts';
import type { EntryProblem, HttpExchange } from './http/exchange.ts';
import { mergeExchange } from './http/merge-exchange.ts';
import { diagnose } from './logout/diagnosis.ts';
import type { Logout } from './logout/logout.ts';
import { type Application, UNKNOWN_APPLICATION } from './readers/application.ts';
import { type BuiltRow, buildRows, faultRow } from './report/build-row.ts';
import { judgeExchange } from './report/judged-exchange.ts';
import { type ParsedExchange, parseExchange } from './report/parsed-exchange.ts';
import type { RecordingSummary, ResponseDetail, ResponseRow, RowFacts } from './report/response-row.ts';
import { exchangeOfRow } from './report/row-id.ts';
import { compareTraffic } from './report/traffic-order.ts';
import { withHistory } from './report/with-history.ts';
import type { SessionHistory } from './session/history.ts';

export interface AnalysisOptions {
  /** Opens one sealed value with the secrets there are. `now` may be -Infinity: the expiry is judged here, by the clock of the traffic. */
  readonly open: Open;
  /** Whose storage model is replayed. */
  readonly browser: Browser;
  /** Keys of the session that the user says are identity too. */
  readonly identityKeys?: readonly string[];
  /** Told which exchanges may have other rows or details than before; often many times in a row. */
  readonly onChange?: (exchangeIds: ReadonlySet<string>) => void;
}

interface Recorded {
  exchange: HttpExchange;
  /** Null when it could not even be parsed. */
  parsed: ParsedExchange | null;
  /** Null when something has changed since they were built. */
  rows: readonly BuiltRow[] | null;
}

/** What an exception of our own code is reported as: the exchange is shown as malformed, and the recording goes on. */
const FAULT: EntryProblem = { code: 'wrong-type', field: 'entry' };

/**
 * The pipeline that the panel's worker and the command line share. Exchanges may come in any order and more than once, each time
 * better known; the rows are the same in the end. Adding one costs the same however many there are: rows are built when asked for.
 */
export class Analysis {
  readonly #onChange: (exchangeIds: ReadonlySet<string>) => void;
  readonly #recorded = new Map<string, Recorded>();
  readonly #readings: Readings;
  readonly #browser: Browser;
  #provenance = new Provenance();
  #replay: Replay;
  readonly #histories: SessionHistories;
  readonly #identityKeys: readonly string[];
  /** Null when something has changed since they were found. */
  #logouts: readonly Logout[] | null = null;
  #tally = new Tally();

  constructor(options: AnalysisOptions) {
    this.#onChange = options.onChange ?? (() => {});
    this.#browser = options.browser;
    this.#identityKeys = options.identityKeys ?? [];
    this.#histories = new SessionHistories((id) => this.#stepFacts(id), { identityKeys: this.#identityKeys });
    this.#replay = new Replay(options.browser);
    this.#readings = new Readings(options.open, (ids) => this.#changed(ids));
  }

  /** A new exchange, or an improved version of one with the same id. */
  add(exchange: HttpExchange): void {
    const known = this.#recorded.get(exchange.id) ?? null;
    const recorded: Recorded = { exchange: known?.exchange ?? exchange, parsed: known?.parsed ?? null, rows: null };
    this.#recorded.set(exchange.id, recorded);
    let affected: ReadonlySet<string> = new Set([exchange.id]);
    try {
      recorded.exchange = known === null ? exchange : mergeExchange(known.exchange, exchange);
      recorded.parsed = parseExchange(recorded.exchange);
      this.#tally.count(recorded.parsed, known?.parsed ?? null);
      affected = this.#provenance.add(recorded.parsed, known?.parsed ?? null);
      this.#replay.add(recorded.parsed, known?.parsed ?? null);
      this.#read(recorded.parsed);
    } catch {
      this.#tally.noteFault(exchange.id, recorded.parsed);
    }
    this.#changed(affected);
  }

  clear(): void {
    const ids = new Set(this.#recorded.keys());
    this.#recorded.clear();
    this.#readings.clear();
    this.#histories.clear();
    this.#provenance = new Provenance();
    this.#replay = new Replay(this.#browser);
    this.#tally = new Tally();
    this.#logouts = null;
    this.#onChange(ids);
  }

  /** The secrets have changed: every reading is made anew, and until then its value is sealed. */
  reopen(): void {
    this.#changed(this.#readings.reopen());
  }

  /** Resolves when no reading is pending. */
  settled(): Promise<void> {
    return this.#readings.settled();
  }

  /**
   * Replays what the browser did with the cookies of the exchanges that came since the last time. Everything that shows the recording does
   * so by itself; who is told of changes calls it before looking at them.
   */
  refresh(): void {
    const affected = this.#replay.refresh();
    if (affected.size > 0) this.#changed(affected);
  }

  /**
   * Builds the histories of the sites anew of which there is news, and finds what only they tell. That costs as much as there is of each
   * site, so that rows and details of single exchanges show what was found the last time; what shows the whole recording does it.
   */
  refreshHistories(): void {
    this.refresh();
    const affected = this.#histories.refresh();
    if (affected.size > 0) this.#rowsChanged(affected);
  }

  /** The versions of every session cookie. */
  histories(): readonly SessionHistory[] {
    this.refreshHistories();
    return this.#histories.histories();
  }

  /** Every session that was lost, with its cause, in the order of the traffic. Costs as `histories` does. */
  logouts(): readonly Logout[] {
    const histories = this.histories();
    this.#logouts ??= diagnose(histories, this.#histories.traffic());
    return this.#logouts;
  }

  /** What the browser keeps for the site of this host after all that was recorded. */
  keptCookies(hostname: string): readonly StoredCookie[] {
    this.refresh();
    return this.#replay.kept(hostname);
  }

  /** The rows of one exchange in the order of its lines; none for an unknown id. */
  rows(exchangeId: string): readonly ResponseRow[] {
    this.refresh();
    return this.#built(exchangeId).map(({ row }) => row);
  }

  /** Sorted by start, exchange and line. */
  allRows(): readonly ResponseRow[] {
    this.refreshHistories();
    return this.exchanges().flatMap(({ id }) => this.rows(id));
  }

  /** What `detail` begins with, at a fraction of its cost. */
  facts(rowId: string): RowFacts | null {
    return this.#find(rowId, (built, recorded) => rowFacts(built, recorded, this));
  }

  detail(rowId: string): ResponseDetail | null {
    return this.#find(rowId, (built, recorded) => rowDetail(built, recorded, this, recorded.parsed && this.#context(recorded.parsed)));
  }

  /** What all that was recorded shows of the application that sets this cookie; the name as text, null where none is known. */
  application(cookie: string | null): Application {
    return cookie === null ? UNKNOWN_APPLICATION : this.#readings.facts.application(cookie);
  }

  summary(): RecordingSummary {
    const { setting, setCookies, malformed } = this.#tally;
    return { exchanges: this.#recorded.size, setting, setCookies, notRecorded: this.#provenance.flagged, malformed };
  }

  /** Every exchange there is, in the order of the traffic. */
  exchanges(): readonly HttpExchange[] {
    return [...this.#recorded.values()].map(({ exchange }) => exchange).sort(compareTraffic);
  }

  /** Of every exchange there is, in the order in which they came. */
  exchangeIds(): readonly string[] {
    return [...this.#recorded.keys()];
  }

  #find<T>(rowId: string, tell: (built: BuiltRow, recorded: Recorded) => T): T | null {
    this.refresh();
    const recorded = this.#recorded.get(exchangeOfRow(rowId));
    const built = this.#built(exchangeOfRow(rowId)).find(({ row }) => row.id === rowId);
    return recorded === undefined || built === undefined ? null : tell(built, recorded);
  }

  #changed(ids: ReadonlySet<string>): void {
    this.#logouts = null;
    for (const id of ids) {
      const parsed = this.#recorded.get(id)?.parsed ?? null;
      if (parsed !== null) this.#histories.changed(id, parsed.hostname);
    }
    this.#rowsChanged(ids);
  }

  #rowsChanged(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      const recorded = this.#recorded.get(id);
      if (recorded !== undefined) recorded.rows = null;
    }
    this.#onChange(ids);
  }

  /** Null where our own code throws, as for what could not be parsed. */
  #stepFacts(exchangeId: string): StepFacts | null {
    const parsed = this.#recorded.get(exchangeId)?.parsed ?? null;
    try {
      return parsed && this.#context(parsed).stepFacts();
    } catch {
      return null;
    }
  }

  #read({ exchange, lines, carried }: ParsedExchange): void {
    for (const { key, sealed, recognition } of [...lines, ...carried]) {
      if (recognition !== null) this.#readings.need(key, sealed, exchange.id);
    }
    for (const { sealed, cookie, recognition } of lines) if (recognition !== null) this.#readings.facts.addLine(sealed.name, cookie);
  }

  #built(exchangeId: string): readonly BuiltRow[] {
    const recorded = this.#recorded.get(exchangeId);
    if (recorded === undefined) return [];
    recorded.rows ??= this.#build(recorded);
    return recorded.rows;
  }

  /** One poisoned response never stops the rest. */
  #build(recorded: Recorded): readonly BuiltRow[] {
    const { exchange, parsed } = recorded;
    this.#tally.forgetFault(exchange.id);
    try {
      if (parsed !== null) {
        const context = this.#context(parsed);
        if (context.hasThrown()) this.#tally.noteFault(exchange.id, parsed);
        const judged = withHistory(judgeExchange(parsed, context), this.#histories.findings(exchange.id));
        return buildRows(judged, rowNotes(exchange, context, FAULT));
      }
    } catch {
      // Shown as a row, below.
    }
    this.#tally.noteFault(exchange.id, parsed);
    return [faultRow(exchange, FAULT)];
  }

  #context(parsed: ParsedExchange): ExchangeContext {
    const recorded = this.#recorded;
    return new ExchangeContext(parsed, {
      readings: this.#readings,
      provenance: this.#provenance,
      replay: this.#replay,
      identityKeys: this.#identityKeys,
      parsed: (id) => recorded.get(id)?.parsed ?? null,
    });
  }
}
