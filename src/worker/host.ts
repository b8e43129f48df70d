import { Analysis } from '../core/analysis.ts';
import type { HttpExchange } from '../core/http/exchange.ts';
import { openCookie, takesSecret } from '../core/readers/index.ts';
import type { Reading, SealedCookie } from '../core/readers/reader.ts';
import { refuseSecret } from '../vault/keyring.ts';
import { readSecretFiles } from '../vault/secret-files.ts';
import { baseName, type FoundSecret, isKeyFile, type SecretSource } from '../vault/secret-source.ts';
import { Vault } from '../vault/vault.ts';
import { NavigationStart } from './navigation.ts';
import type { FromWorker, SecretSummary, ToWorker } from './protocol.ts';
import { Repairs } from './repairs.ts';
import { StoreEntries } from './store-entries.ts';

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
  readonly #cleared = new Set<string>();
  readonly #repairs = new Repairs((exchangeId) => {
    this.#changed.add(exchangeId);
    this.#soon();
  });
  /** Rows of an exchange as the views know them, to tell which are gone. */
  #told = new Map<string, readonly string[]>();
  /** Encrypted credentials without their key. */
  #waiting: readonly SecretSource[] = [];
  readonly #storeEntries = new StoreEntries();
  #timer: ReturnType<typeof setTimeout> | null = null;

  receive(send: Send, message: ToWorker): void {
    switch (message.type) {
      case 'record':
        this.#vault = new Vault();
        this.#waiting = [];
        this.#cleared.clear();
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
        if (message.id === null) {
          this.#vault.forgetAll();
          this.#waiting = [];
        } else this.#vault.forget(message.id);
        this.#reopen();
        break;
      case 'attach-store-entry':
        void this.#attach(send, message);
        break;
      case 'forget-store-entry':
        this.#storeEntries.forget(message.sessionId);
        this.#repeatDetails();
        break;
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
      open: (cookie, now) => this.#open(cookie, now),
      onChange: (ids) => {
        for (const id of ids) this.#changed.add(id);
        this.#soon();
      },
    });
  }

  async #open(cookie: SealedCookie, now: number): Promise<Reading | null> {
    const reading = await openCookie(cookie, this.#vault.keyring, now);
    if (reading !== null && takesSecret(reading)) this.#openedBy.set(`${cookie.name}=${cookie.value}`, reading.key?.secretId ?? null);
    return reading;
  }

  #startOver(): void {
    this.#navigation = new NavigationStart();
    this.#analysis = this.#newAnalysis();
    this.#storeEntries.clear();
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

  async #addSecretFiles(send: Send, files: readonly SecretSource[]): Promise<void> {
    const names = new Set(files.map(({ name }) => name));
    const waiting = this.#waiting.filter(({ name }) => !names.has(name));
    const together = files.some(({ name }) => isKeyFile(name)) ? [...waiting, ...files] : files;
    const vault = this.#vault;
    const { found, notes, waiting: stillWaiting } = await readSecretFiles(together);
    if (vault !== this.#vault) return;
    this.#waiting = together === files ? [...waiting, ...stillWaiting] : stillWaiting;
    const inputs = found.map((secret) => ({
      id: crypto.randomUUID(),
      label: labelOf(secret),
      text: secret.entry.secret,
      options: secret.entry.options,
    }));
    await vault.addAll(inputs);
    send({ type: 'secret-files-read', found: inputs.map(({ label }) => label), notes });
    if (inputs.length > 0) this.#reopen();
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
    const repaired = detail && this.#repairs.complete(detail, this.#vault.keyring);
    send({ type: 'detail', rowId, detail: this.#storeEntries.fill(repaired) });
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

/** The file's own label, or its name, with the environment where it has several. */
function labelOf({ file, environment, entry }: FoundSecret): string {
  return entry.label ?? (environment === null ? baseName(file) : `${baseName(file)} ${environment}`);
}
