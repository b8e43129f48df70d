import { Analysis } from '../core/analysis.ts';
import type { Browser } from '../core/cookies/browser.ts';
import type { HttpExchange } from '../core/http/exchange.ts';
import { openCookie } from '../core/readers/index.ts';
import type { Reading, SealedCookie } from '../core/readers/reader.ts';
import { HistoryPace } from './history-pace.ts';
import { Logouts } from './logouts.ts';
import { NavigationStart } from './navigation.ts';
import type { FromWorker, SecretSource, ToWorker } from './protocol.ts';
import { Repairs } from './repairs.ts';
import { Secrets } from './secrets.ts';
import { StoreEntries } from './store-entries.ts';

type Send = (message: FromWorker) => void;

/** Views are told of changes at most this often, in milliseconds. */
const BATCH = 100;

/** The recording of one inspected tab: the analysis, the secrets, and the views that are told of every change. */
export class Host {
  readonly #views = new Map<Send, { watched: string | null }>();
  #secrets = new Secrets();
  #navigation = new NavigationStart();
  /** Until the devtools page says which. */
  #browser: Browser = 'chromium';
  #page: string | null = null;
  #analysis = this.#newAnalysis();
  #changed = new Set<string>();
  readonly #cleared = new Set<string>();
  readonly #repairs = new Repairs((exchangeId) => {
    this.#changed.add(exchangeId);
    this.#soon();
  });
  /** Rows of an exchange as the views know them, to tell which are gone. */
  #told = new Map<string, readonly string[]>();
  readonly #storeEntries = new StoreEntries();
  readonly #logouts = new Logouts(
    () => (this.#views.size === 0 ? null : this.#analysis),
    (message) => {
      for (const view of this.#views.keys()) view(message);
    },
  );
  readonly #histories = new HistoryPace(() => this.#analysis.refreshHistories());
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
        for (const view of this.#views.keys()) view({ type: 'page', url: message.url });
        this.#soon();
        break;
      case 'view':
        this.#views.set(send, { watched: null });
        send(this.#state());
        send(this.#logouts.message);
        this.#logouts.changed();
        if (this.#page !== null) send({ type: 'page', url: this.#page });
        break;
      case 'detail':
        this.#watch(send, message.rowId);
        break;
      case 'findings':
        send({ type: 'findings', rows: this.#findings(message.rowIds) });
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
        void this.#attach(send, message);
        break;
      case 'forget-store-entry':
        this.#storeEntries.forget(message.sessionId);
        this.#repeatDetails();
        break;
      case 'predicted-cookies': {
        const cookies = this.#analysis.keptCookies(message.host);
        send({ type: 'predicted-cookies', request: message.request, cookies });
        break;
      }
      case 'leave':
        this.#views.delete(send);
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
    this.#changed.add(exchange.id);
  }

  #newAnalysis(): Analysis {
    return new Analysis({
      browser: this.#browser,
      open: (cookie, now) => this.#open(cookie, now),
      onChange: (ids) => {
        for (const id of ids) this.#changed.add(id);
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
    this.#storeEntries.clear();
    this.#secrets.forgetCounts();
    this.#repairs.clear();
    this.#changed.clear();
    this.#told.clear();
    for (const send of this.#views.keys()) send(this.#state());
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
    this.#repairs.clear();
    this.#analysis.reopen();
    this.#soon();
  }

  #watch(send: Send, rowId: string): void {
    const view = this.#views.get(send);
    if (view) view.watched = rowId;
    const detail = this.#analysis.detail(rowId);
    const repaired = detail && this.#repairs.complete(detail, this.#secrets.keyring);
    send({ type: 'detail', rowId, detail: this.#storeEntries.fill(repaired) });
  }

  #findings(rowIds: readonly string[]) {
    return rowIds.flatMap((rowId) => {
      const findings = this.#analysis.detail(rowId)?.findings;
      return findings ? [{ rowId, findings }] : [];
    });
  }

  async #attach(send: Send, { sessionId, content }: Extract<ToWorker, { type: 'attach-store-entry' }>): Promise<void> {
    send({ type: 'store-entry-read', sessionId, failure: await this.#storeEntries.attach(sessionId, content) });
    this.#repeatDetails();
  }

  #repeatDetails(): void {
    for (const [send, { watched }] of this.#views) if (watched !== null) this.#watch(send, watched);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      // What this finds is told now, not after another wait.
      this.#analysis.refresh();
      this.#histories.ask();
      this.#timer = null;
      this.#tell();
    }, BATCH);
  }

  /** Sends what has changed since the last time. */
  #tell(): void {
    const gone: string[] = [];
    const rows = [...this.#changed].flatMap((exchangeId) => {
      const now = this.#analysis.rows(exchangeId);
      const ids = now.map((row) => row.id);
      gone.push(...(this.#told.get(exchangeId) ?? []).filter((id) => !ids.includes(id)));
      this.#told.set(exchangeId, ids);
      return now;
    });
    this.#changed.clear();
    const touched = new Set([...gone, ...rows.map((row) => row.id)]);
    for (const [send, { watched }] of this.#views) {
      send({ type: 'rows', rows, gone, ...this.#totals() });
      if (watched !== null && touched.has(watched)) this.#watch(send, watched);
    }
    this.#logouts.changed();
  }

  #state(): FromWorker {
    return { type: 'state', rows: this.#analysis.allRows(), ...this.#totals() };
  }

  #totals() {
    return { summary: this.#analysis.summary(), secrets: this.#secrets.summaries, navigatedAt: this.#navigation.start };
  }
}
