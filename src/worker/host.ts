import type { Browser } from '../core/cookies/browser.ts';
import { Comparison } from './comparison.ts';
import { IdentityKeys } from './identity-keys.ts';
import { OpenedRecordings } from './opened-recordings.ts';
import { showLanguage } from './panel-language.ts';
import { print } from './print.ts';
import type { FromWorker, SecretSource, ToWorker } from './protocol.ts';
import { Recording } from './recording.ts';
import { Secrets } from './secrets.ts';

type Send = (message: FromWorker) => void;

/** Id of the example's secret, and the name of its file. */
const EXAMPLE = 'example';

/** What one inspected tab has: the live recording and one that was opened beside it, the secrets, and the views. */
export class Host {
  readonly #views = new Set<Send>();
  /** Views that are told of nothing before their texts are there. */
  readonly #coming = new Set<Send>();
  #secrets = new Secrets();
  #page: string | null = null;
  readonly #identityKeys = new IdentityKeys(this.#views, (keys) => {
    for (const { analysis } of [this.#live, ...this.#opened.all]) analysis.useIdentityKeys(keys);
  });
  /** As Chromium, until the devtools page says which. */
  #live = this.#newRecording('chromium');
  readonly #opened = new OpenedRecordings({
    views: this.#views,
    newRecording: (browser) => this.#newRecording(browser),
    live: () => this.#live,
    onShown: (before) => {
      this.#forgetExample();
      before.handOver(this.#shown);
    },
    onChange: () => this.#comparison.changed(),
  });
  readonly #comparison = new Comparison({
    left: () => this.#shown.analysis,
    right: () => this.#opened.beside?.analysis ?? null,
  });

  receive(send: Send, message: ToWorker): void {
    switch (message.type) {
      case 'record':
        this.#secrets = new Secrets();
        this.#identityKeys.forget();
        this.#page = null;
        this.#startOver(message.browser);
        break;
      case 'exchanges':
        this.#live.add(message.exchanges);
        this.#opened.liveChanged();
        break;
      case 'navigated':
        this.#page = message.url;
        for (const view of this.#views) view({ type: 'page', url: message.url });
        this.#live.navigated(message.url, message.at);
        break;
      case 'view':
        void this.#welcome(send, message.language);
        break;
      case 'clear':
        this.#live.clear();
        this.#opened.liveChanged();
        break;
      case 'open-recording':
        void this.#opened.open(message.file, message.name, message.place);
        break;
      case 'open-example':
        void this.#openExample();
        break;
      case 'comparison':
        this.#comparison.watch(send, message.on);
        break;
      case 'cancel-import':
        this.#opened.cancel();
        break;
      case 'close-recording':
        this.#opened.close(message.place);
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
      case 'identity-keys':
        this.#identityKeys.use(message.keys);
        break;
      case 'print':
        print(send, message);
        break;
      case 'leave':
        this.#coming.delete(send);
        this.#views.delete(send);
        this.#shown.leave(send);
        this.#comparison.watch(send, false);
        break;
      default:
        this.#shown.answer(send, message);
    }
  }

  get #shown(): Recording {
    return this.#opened.shown;
  }

  async #welcome(send: Send, language: string): Promise<void> {
    const loading = showLanguage(language);
    if (loading !== null) {
      this.#coming.add(send);
      await loading;
      if (!this.#coming.delete(send)) return;
    }
    this.#views.add(send);
    this.#shown.join(send);
    this.#identityKeys.greet(send);
    if (this.#page !== null) send({ type: 'page', url: this.#page });
    this.#opened.greet(send);
  }

  #startOver(browser: Browser): void {
    this.#opened.clear();
    const before = this.#live;
    this.#live = this.#newRecording(browser);
    before.handOver(this.#live);
  }

  #newRecording(browser: Browser): Recording {
    return new Recording({
      browser,
      keyring: () => this.#secrets.keyring,
      identityKeys: () => this.#identityKeys.all,
      onChange: () => this.#comparison.changed(),
    });
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

  #reopen(): void {
    for (const recording of [this.#live, ...this.#opened.all]) recording.reopen();
  }

  async #openExample(): Promise<void> {
    // Most people never look at it.
    const { exampleHar, exampleSecret } = await import('./example/example.ts');
    await this.#secrets.add(exampleSecret(EXAMPLE));
    await this.#opened.open(exampleHar(), EXAMPLE, 'shown', true);
    this.#forgetExample();
  }

  /** The example's secret goes with it. */
  #forgetExample(): void {
    if (this.#opened.isExample || this.#secrets.keyring.every(({ id }) => id !== EXAMPLE)) return;
    this.#secrets.forget(EXAMPLE);
    this.#reopen();
  }
}
