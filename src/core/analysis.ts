import { ExchangeContext, type Recording } from './analysis/exchange-context.ts';
import { Provenance } from './analysis/provenance.ts';
import { type Open, Readings } from './analysis/readings.ts';
import { RecordedExchanges } from './analysis/recorded-exchanges.ts';
import { Replay } from './analysis/replay.ts';
import { SessionHistories } from './analysis/session-histories.ts';
import type { Browser } from './cookies/browser.ts';
import type { StoredCookie } from './cookies/storage.ts';
import type { HttpExchange } from './http/exchange.ts';
import { mergeExchange } from './http/merge-exchange.ts';
import { diagnose } from './logout/diagnosis.ts';
import type { Logout } from './logout/logout.ts';
import { type Application, UNKNOWN_APPLICATION } from './readers/application.ts';
import { type ParsedExchange, parseExchange } from './report/parsed-exchange.ts';
import type { RecordingSummary, ResponseDetail, ResponseRow, RowFacts } from './report/response-row.ts';
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

/**
 * The pipeline that the panel's worker and the command line share. Exchanges may come in any order and more than once, each time
 * better known; the rows are the same in the end. Adding one costs the same however many there are: rows are built when asked for.
 */
export class Analysis {
  readonly #onChange: (exchangeIds: ReadonlySet<string>) => void;
  readonly #recorded = new RecordedExchanges({
    context: (parsed) => this.#context(parsed),
    findings: (id) => this.#histories.findings(id),
    application: (cookie) => this.application(cookie),
  });
  readonly #readings: Readings;
  readonly #browser: Browser;
  #provenance = new Provenance();
  #replay: Replay;
  readonly #histories: SessionHistories;
  #identityKeys: readonly string[];
  /** Null when something has changed since they were found. */
  #logouts: readonly Logout[] | null = null;
  #cookiesStripped = false;
  #around: Recording | null = null;

  constructor(options: AnalysisOptions) {
    this.#onChange = options.onChange ?? (() => {});
    this.#browser = options.browser;
    this.#identityKeys = options.identityKeys ?? [];
    this.#histories = new SessionHistories((id) => this.#recorded.context(id)?.stepFacts() ?? null, { identityKeys: this.#identityKeys });
    this.#replay = new Replay(options.browser);
    this.#readings = new Readings(options.open, (ids) => this.#changed(ids));
  }

  /** A new exchange, or an improved version of one with the same id. */
  add(exchange: HttpExchange): void {
    const recorded = this.#recorded.entry(exchange);
    const before = recorded.parsed;
    let affected: ReadonlySet<string> = new Set([exchange.id]);
    try {
      if (recorded.exchange !== exchange) recorded.exchange = mergeExchange(recorded.exchange, exchange);
      recorded.parsed = parseExchange(recorded.exchange);
      this.#recorded.tally.count(recorded.parsed, before);
      affected = this.#provenance.add(recorded.parsed, before);
      this.#replay.add(recorded.parsed, before);
      for (const { key, sealed, recognition } of [...recorded.parsed.lines, ...recorded.parsed.carried]) {
        if (recognition !== null) this.#readings.need(key, sealed, exchange.id);
      }
      for (const { sealed, cookie, recognition } of recorded.parsed.lines) {
        if (recognition !== null) this.#readings.facts.addLine(sealed.name, cookie);
      }
    } catch {
      this.#recorded.tally.noteFault(exchange.id, recorded.parsed);
    }
    this.#changed(affected);
  }

  clear(): void {
    const gone = this.#recorded.clear();
    this.#readings.clear();
    this.#histories.clear();
    this.#provenance = new Provenance();
    this.#replay = new Replay(this.#browser);
    this.#around = null;
    this.#logouts = null;
    this.#onChange(gone);
  }

  /** The secrets have changed: every reading is made anew, and until then its value is sealed. */
  reopen(): void {
    this.#changed(this.#readings.reopen());
  }

  /** Keys that the user says are identity too, in place of those before: who was signed in is told anew, from what was read already. */
  useIdentityKeys(keys: readonly string[]): void {
    this.#identityKeys = keys;
    this.#around = null;
    this.#histories.useOptions({ identityKeys: keys });
    this.#changed(this.#recorded.ids);
  }

  /** The exchanges come from a file that was exported without cookies. */
  noteCookiesStripped(): void {
    this.#cookiesStripped = true;
    this.#logouts = null;
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
    this.#logouts ??= diagnose(histories, this.#histories.traffic(), this.#cookiesStripped);
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
    return this.#recorded.rows(exchangeId).map(({ row }) => row);
  }

  /** Sorted by start, exchange and line. */
  allRows(): readonly ResponseRow[] {
    this.refreshHistories();
    return this.exchanges().flatMap(({ id }) => this.rows(id));
  }

  /** What `detail` begins with, at a fraction of its cost. */
  facts(rowId: string): RowFacts | null {
    this.refresh();
    return this.#recorded.facts(rowId);
  }

  detail(rowId: string): ResponseDetail | null {
    this.refresh();
    return this.#recorded.detail(rowId);
  }

  /** What all that was recorded shows of the application that sets this cookie; the name as text, null where none is known. */
  application(cookie: string | null): Application {
    return cookie === null ? UNKNOWN_APPLICATION : this.#readings.facts.application(cookie);
  }

  summary(): RecordingSummary {
    return { ...this.#recorded.counts, notRecorded: this.#provenance.flagged };
  }

  /** Every exchange there is, in the order of the traffic. */
  exchanges(): readonly HttpExchange[] {
    return this.#recorded.inOrder();
  }

  /** Of every exchange there is, in the order in which they came. */
  exchangeIds(): Iterable<string> {
    return this.#recorded.keys;
  }

  #changed(ids: ReadonlySet<string>): void {
    this.#logouts = null;
    for (const id of ids) {
      const parsed = this.#recorded.parsed(id);
      if (parsed !== null) this.#histories.changed(id, parsed.hostname);
    }
    this.#rowsChanged(ids);
  }

  #rowsChanged(ids: ReadonlySet<string>): void {
    this.#recorded.forgetRows(ids);
    this.#onChange(ids);
  }

  #context(parsed: ParsedExchange): ExchangeContext {
    // One for all, because the histories keep their contexts; it is another when what it holds is.
    this.#around ??= {
      readings: this.#readings,
      provenance: this.#provenance,
      replay: this.#replay,
      identityKeys: this.#identityKeys,
      parsed: (id) => this.#recorded.parsed(id),
    };
    return new ExchangeContext(parsed, this.#around);
  }
}
