import { Analysis } from '../core/analysis.ts';
import type { Browser } from '../core/cookies/browser.ts';
import type { HttpExchange } from '../core/http/exchange.ts';
import { openCookie } from '../core/readers/index.ts';
import type { Reading, SealedCookie } from '../core/readers/reader.ts';
import { Details } from './details.ts';
import { Histories } from './histories.ts';
import { HistoryPace } from './history-pace.ts';
import { Logouts } from './logouts.ts';
import { NavigationStart } from './navigation.ts';
import type { FromWorker, SecretSource, ToWorker } from './protocol.ts';
import { RowChanges } from './row-changes.ts';
import { Secrets } from './secrets.ts';

type Send = (message: FromWorker) => void;

/** Views are told of changes at most this often, in milliseconds. */
const BATCH = 100;

/** The recording of one inspected tab: the analysis, the secrets, and the views that are told of every change. */
export class Host {
  readonly #views = new Set<Send>();
  #secrets = new Secrets();
  #navigation = new NavigationStart();
  /** Until the devtools page says which. */
  #browser: Browser = 'chromium';
  #page: string | null = null;
  #analysis = this.#newAnalysis();
  readonly #changed = new RowChanges();
  readonly #cleared = new Set<string>();
  readonly #details = new Details({
    analysis: () => this.#analysis,
    keyring: () => this.#secrets.keyring,
    onChange: (exchangeId) => {
      this.#changed.note(exchangeId);
      this.#soon();
    },
  });
  readonly #histories = new Histories(() => this.#analysis);
  readonly #historyPace = new HistoryPace(() => this.#analysis.refreshHistories());
  readonly #logouts = new Logouts(() => this.#analysis, this.#views);
  #timer: ReturnType<typeof setTimeout> | null = null;

  receive(send: Send, message: ToWorker): void {
    switch (message.type) {
      case 'record':
        this.#browser = message.browser;
        this.#secrets = new Secrets();
        this.#cleared.clear();
        this.#page = null;
        this.#startOver();
        break;
      case 'exchanges':
        for (const exchange of message.exchanges) this.#add(exchange);
        this.#soon();
        break;
      case 'navigated':
        this.#navigation.navigated(message.url, message.at);
        this.#page = message.url;
        for (const view of this.#views) view({ type: 'page', url: message.url });
        this.#soon();
        break;
      case 'view':
        this.#details.leave(send);
        this.#views.add(send);
        send(this.#state());
        this.#logouts.greet(send);
        if (this.#page !== null) send({ type: 'page', url: this.#page });
        break;
      case 'detail':
        this.#details.watch(send, message.rowId);
        break;
      case 'findings':
        this.#details.findings(send, message.rowIds);
        break;
      case 'clear':
        for (const { id } of this.#analysis.exchanges()) this.#cleared.add(id);
        this.#startOver();
        break;
      case 'add-secret':
        void this.#addSecret(send, message);
        break;
      case 'add-secret-files':
        void this.#addSecretFiles(send, message.files);
        break;
      case 'forget-secret':
        this.#secrets.forget(message.id);
        this.#reopen();
        break;
      case 'attach-store-entry':
        void this.#details.attach(send, message);
        break;
      case 'forget-store-entry':
        this.#details.forgetStoreEntry(message.sessionId);
        break;
      case 'predicted-cookies':
        send({ type: 'predicted-cookies', request: message.request, cookies: this.#analysis.keptCookies(message.host) });
        break;
      case 'history':
        this.#histories.watch(send, message.on);
        break;
      case 'compare-versions':
        this.#histories.compare(send, message);
        break;
      case 'leave':
        this.#views.delete(send);
        this.#details.leave(send);
        this.#histories.watch(send, false);
        break;
      default:
        message satisfies never;
    }
  }

  #add(exchange: HttpExchange): void {
    // What `getHAR` still tells of an exchange that was cleared away must not bring it back.
    if (this.#cleared.has(exchange.id)) return;
    this.#analysis.add(exchange);
    this.#navigation.add(exchange);
    this.#changed.note(exchange.id);
  }

  #newAnalysis(): Analysis {
    return new Analysis({
      browser: this.#browser,
      open: (cookie, now) => this.#open(cookie, now),
      onChange: (ids) => {
        for (const id of ids) this.#changed.note(id);
        this.#soon();
      },
    });
  }

  async #open(cookie: SealedCookie, now: number): Promise<Reading | null> {
    const reading = await openCookie(cookie, this.#secrets.keyring, now);
    this.#secrets.count(cookie, reading);
    return reading;
  }

  #startOver(): void {
    this.#navigation = new NavigationStart();
    this.#analysis = this.#newAnalysis();
    this.#details.clear();
    this.#secrets.forgetCounts();
    this.#changed.clear();
    for (const send of this.#views) send(this.#state());
    this.#histories.tell();
    this.#logouts.clear();
  }

  async #addSecret(send: Send, input: Extract<ToWorker, { type: 'add-secret' }>): Promise<void> {
    const reason = await this.#secrets.add(input);
    if (reason === null) this.#reopen();
    else send({ type: 'secret-refused', id: input.id, reason });
  }

  async #addSecretFiles(send: Send, files: readonly SecretSource[]): Promise<void> {
    const secrets = this.#secrets;
    const read = await secrets.addFiles(files);
    if (secrets !== this.#secrets) return;
    send({ type: 'secret-files-read', ...read });
    if (read.found.length > 0) this.#reopen();
  }

  /** Everything is read anew with the keyring as it is now; what older keys opened is dropped. */
  #reopen(): void {
    this.#secrets.forgetCounts();
    this.#details.reopen();
    this.#analysis.reopen();
    this.#soon();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      // What this finds is told now, not after another wait.
      this.#analysis.refresh();
      this.#historyPace.ask();
      this.#timer = null;
      this.#tell();
    }, BATCH);
  }

  /** Sends what has changed since the last time. */
  #tell(): void {
    const { rows, gone } = this.#changed.take(this.#analysis);
    const touched = new Set([...gone, ...rows.map((row) => row.id)]);
    for (const send of this.#views) {
      send({ type: 'rows', rows, gone, ...this.#totals() });
      this.#details.repeat(send, touched);
    }
    this.#histories.changed();
    this.#logouts.changed();
  }

  #state(): FromWorker {
    return { type: 'state', rows: this.#analysis.allRows(), ...this.#totals() };
  }

  #totals() {
    return { summary: this.#analysis.summary(), secrets: this.#secrets.summaries, navigatedAt: this.#navigation.start };
  }
}
