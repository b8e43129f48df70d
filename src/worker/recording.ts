import { Analysis } from '../core/analysis.ts';
import type { Browser } from '../core/cookies/browser.ts';
import type { HttpExchange } from '../core/http/exchange.ts';
import type { HarFacts } from '../core/http/har-stream.ts';
import { openCookie } from '../core/readers/index.ts';
import type { Keyring } from '../core/readers/reader.ts';
import { Answers } from './answers.ts';
import { guarded } from './fault.ts';
import { HistoryPace } from './history-pace.ts';
import { Logouts } from './logouts.ts';
import { NavigationStart } from './navigation.ts';
import { OpenedCounts } from './opened-counts.ts';
import type { FromWorker, Question } from './protocol.ts';
import { RowChanges } from './row-changes.ts';
import { TellPace } from './tell-pace.ts';

type Send = (message: FromWorker) => void;

export interface RecordingContext {
  /** Whose storage model is replayed. */
  readonly browser: Browser;
  keyring(): Keyring;
  /** Keys of sessions that the user says are identity too. */
  identityKeys(): readonly string[];
  onChange(): void;
}

/** One recording, live or out of a file: its analysis, and the views that show it and are told of every change. */
export class Recording {
  readonly #context: RecordingContext;
  readonly #views = new Set<Send>();
  #navigation = new NavigationStart();
  #counts = new OpenedCounts();
  #analysis: Analysis;
  readonly #changed = new RowChanges();
  readonly #cleared = new Set<string>();
  readonly #answers: Answers;
  readonly #historyPace = new HistoryPace(() => this.#analysis.refreshHistories());
  readonly #logouts = new Logouts(() => this.#analysis, this.#views);
  readonly #pace = new TellPace(() => this.#replayAndTell());
  /** Null for the live recording. */
  #file: HarFacts | null = null;

  constructor(context: RecordingContext) {
    this.#context = context;
    this.#analysis = this.#newAnalysis();
    this.#answers = new Answers({
      analysis: () => this.#analysis,
      keyring: () => context.keyring(),
      origin: () => this.#file ?? context.browser,
      onChange: (exchangeId) => this.#note([exchangeId]),
    });
  }

  get analysis(): Analysis {
    return this.#analysis;
  }

  /** It was read from this file. */
  isFrom(file: HarFacts): void {
    this.#file = file;
    if (file.cookiesStripped) this.#analysis.noteCookiesStripped();
  }

  /** A view shows this recording: it gets everything there is, and from then on what is new. */
  join(send: Send): void {
    this.#answers.greet(send);
    // What changed while nobody looked is in the state.
    if (this.#views.size === 0) this.#changed.take(this.#analysis);
    this.#views.add(send);
    send(this.#state());
    this.#logouts.greet(send);
  }

  leave(send: Send): void {
    this.#views.delete(send);
    this.#answers.leave(send);
  }

  /** Its views show another recording from now on, whichever it is. */
  handOver(to: Recording): void {
    for (const send of [...this.#views]) {
      this.#views.delete(send);
      to.join(send);
      to.#answers.takeOver(send, this.#answers);
    }
  }

  add(exchanges: readonly HttpExchange[]): void {
    for (const exchange of exchanges) this.#add(exchange);
    this.#soon();
  }

  navigated(url: string, at: number): void {
    this.#navigation.navigated(url, at);
    this.#soon();
  }

  answer(send: Send, message: Question): void {
    this.#answers.answer(send, message);
  }

  /** Empties it. What is still told of exchanges that were in it does not bring them back. */
  clear(): void {
    for (const { id } of this.#analysis.exchanges()) this.#cleared.add(id);
    this.#navigation = new NavigationStart();
    this.#analysis = this.#newAnalysis();
    this.#answers.clear();
    this.#changed.clear();
    for (const send of this.#views) send(this.#state());
    this.#answers.afterClear();
    this.#logouts.clear();
  }

  /** Everything is read anew with the keyring as it is now; what older keys opened is dropped. */
  reopen(): void {
    this.#counts.clear();
    this.#answers.reopen();
    this.#analysis.reopen();
    this.#soon();
  }

  #add(exchange: HttpExchange): void {
    // What `getHAR` still tells of an exchange that was cleared away must not bring it back.
    if (this.#cleared.has(exchange.id)) return;
    this.#analysis.add(exchange);
    this.#navigation.add(exchange);
    this.#changed.note(exchange.id);
  }

  #newAnalysis(): Analysis {
    const counts = new OpenedCounts();
    this.#counts = counts;
    return new Analysis({
      browser: this.#context.browser,
      identityKeys: this.#context.identityKeys(),
      open: async (cookie, now) => {
        const reading = await openCookie(cookie, this.#context.keyring(), now);
        counts.count(cookie, reading);
        return reading;
      },
      onChange: (ids) => this.#note(ids),
    });
  }

  #note(exchangeIds: Iterable<string>): void {
    for (const id of exchangeIds) this.#changed.note(id);
    this.#soon();
  }

  #soon(): void {
    this.#pace.ask();
  }

  #replayAndTell(): void {
    // What this finds is told now, not after another wait.
    guarded('the replay', () => this.#analysis.refresh());
    guarded('telling what has changed', () => this.#tell());
    // No row waits for what only the histories find: that follows, and is told as what came since.
    if (this.#views.size > 0) setTimeout(() => guarded('the histories', () => this.#historyPace.ask()));
  }

  /** Sends what has changed since the last time. While nobody looks, it is only remembered what has. */
  #tell(): void {
    this.#context.onChange();
    if (this.#views.size === 0) return;
    const { rows, gone } = this.#changed.take(this.#analysis);
    this.#answers.beforeRows(rows);
    for (const send of this.#views) send({ type: 'rows', rows, gone, ...this.#totals() });
    this.#answers.afterRows(this.#views, new Set([...gone, ...rows.map((row) => row.id)]));
    this.#logouts.changed();
  }

  #state(): FromWorker {
    return { type: 'state', rows: this.#analysis.allRows(), ...this.#totals() };
  }

  #totals() {
    const secrets = this.#counts.summaries(this.#context.keyring());
    return { summary: this.#analysis.summary(), secrets, navigatedAt: this.#navigation.start };
  }
}
