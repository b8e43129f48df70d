import { Analysis } from '../core/analysis.ts';
import type { HttpExchange } from '../core/http/exchange.ts';
import { openCookie } from '../core/readers/index.ts';
import type { Reading, SealedCookie } from '../core/readers/reader.ts';
import { refuseSecret } from '../vault/keyring.ts';
import { Vault } from '../vault/vault.ts';
import { NavigationStart } from './navigation.ts';
import type { FromWorker, SecretSummary, ToWorker } from './protocol.ts';
import { Repairs } from './repairs.ts';

type Send = (message: FromWorker) => void;

/** Views are told of changes at most this often, in milliseconds. */
const BATCH = 100;

/** The recording of one inspected tab: the analysis, the vault, and the views that are told of every change. */
export class Host {
  readonly #views = new Map<Send, { watched: string | null }>();
  #vault = new Vault();
  #navigation = new NavigationStart();
  #analysis = this.#newAnalysis();
  /** Which secret opened a sealed value; null for none. Different values count once. */
  #openedBy = new Map<string, string | null>();
  #changed = new Set<string>();
  readonly #repairs = new Repairs((exchangeId) => {
    this.#changed.add(exchangeId);
    this.#soon();
  });
  /** Rows of an exchange as the views know them, to tell which are gone. */
  #told = new Map<string, readonly string[]>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  receive(send: Send, message: ToWorker): void {
    switch (message.type) {
      case 'record':
        this.#vault = new Vault();
        this.#startOver();
        break;
      case 'exchanges':
        for (const exchange of message.exchanges) this.#add(exchange);
        this.#soon();
        break;
      case 'navigated':
        this.#navigation.navigated(message.url, message.at);
        this.#soon();
        break;
      case 'view':
        this.#views.set(send, { watched: null });
        send(this.#state());
        break;
      case 'detail':
        this.#watch(send, message.rowId);
        break;
      case 'clear':
        this.#startOver();
        break;
      case 'add-secret':
        void this.#addSecret(send, message);
        break;
      case 'forget-secret':
        if (message.id === null) this.#vault.forgetAll();
        else this.#vault.forget(message.id);
        this.#reopen();
        break;
      case 'leave':
        this.#views.delete(send);
        break;
      default:
        message satisfies never;
    }
  }

  #add(exchange: HttpExchange): void {
    this.#analysis.add(exchange);
    this.#navigation.add(exchange);
    this.#changed.add(exchange.id);
  }

  #newAnalysis(): Analysis {
    return new Analysis({
      open: (cookie, now) => this.#open(cookie, now),
      onChange: (ids) => {
        for (const id of ids) this.#changed.add(id);
        this.#soon();
      },
    });
  }

  async #open(cookie: SealedCookie, now: number): Promise<Reading | null> {
    const reading = await openCookie(cookie, this.#vault.keyring, now);
    const sealed = reading !== null && reading.layout !== null && reading.layout !== 'store-id' && reading.failure !== 'malformed';
    if (sealed) this.#openedBy.set(`${cookie.name}=${cookie.value}`, reading.key?.secretId ?? null);
    return reading;
  }

  #startOver(): void {
    this.#navigation = new NavigationStart();
    this.#analysis = this.#newAnalysis();
    this.#openedBy.clear();
    this.#repairs.clear();
    this.#changed.clear();
    this.#told.clear();
    for (const send of this.#views.keys()) send(this.#state());
  }

  async #addSecret(send: Send, { id, label, text, options }: Extract<ToWorker, { type: 'add-secret' }>): Promise<void> {
    const refused = refuseSecret(text);
    if (refused) {
      send({ type: 'secret-refused', id, reason: refused });
      return;
    }
    await this.#vault.add({ id, label, text, options });
    this.#reopen();
  }

  /** Everything is read anew with the keyring as it is now; what older keys opened is dropped. */
  #reopen(): void {
    this.#openedBy.clear();
    this.#repairs.clear();
    this.#analysis.reopen();
    this.#soon();
  }

  #watch(send: Send, rowId: string): void {
    const view = this.#views.get(send);
    if (view) view.watched = rowId;
    const detail = this.#analysis.detail(rowId);
    send({ type: 'detail', rowId, detail: detail && this.#repairs.complete(detail, this.#vault.keyring) });
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
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
  }

  #state(): FromWorker {
    return { type: 'state', rows: this.#analysis.allRows(), ...this.#totals() };
  }

  #totals() {
    return { summary: this.#analysis.summary(), secrets: this.#secrets(), navigatedAt: this.#navigation.start };
  }

  #secrets(): readonly SecretSummary[] {
    const opened = new Map<string | null, number>();
    for (const id of this.#openedBy.values()) opened.set(id, (opened.get(id) ?? 0) + 1);
    return this.#vault.keyring.map(({ id, label, options }) => ({
      id,
      label,
      options,
      opened: opened.get(id) ?? 0,
      sealed: this.#openedBy.size,
    }));
  }
}
