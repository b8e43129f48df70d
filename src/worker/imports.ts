import type { Browser } from '../core/cookies/browser.ts';
import type { HarFacts } from '../core/http/har-stream.ts';
import { type ImportFailure, type ImportProgress, importHar } from './har-import.ts';
import type { OpenedSource } from './protocol.ts';
import type { Recording } from './recording.ts';

/** Views are told how far it has come at most this often, in milliseconds. */
const TELL = 100;
/** So many exchanges are taken in before what they made pending is done: their values, with the keys of the vault. */
const AT_ONCE = 500;

/** A recording out of a file. */
export interface Opened {
  readonly recording: Recording;
  readonly source: OpenedSource;
}

export interface ImportState extends ImportProgress {
  readonly name: string;
}

interface ImportsContext {
  newRecording(browser: Browser): Recording;
  /** There is news of `state`. */
  onChange(): void;
}

/** Reads one file at a time into a recording. */
export class Imports {
  readonly #context: ImportsContext;
  #running: AbortController | null = null;
  #state: ImportState | null = null;

  constructor(context: ImportsContext) {
    this.#context = context;
  }

  /** The import that is going on. */
  get state(): ImportState | null {
    return this.#state;
  }

  cancel(): void {
    this.#running?.abort();
    this.#running = null;
    this.#setState(null);
  }

  /** Null when it was cancelled, as another file does. */
  async open(file: Blob, name: string, example = false): Promise<Opened | ImportFailure | null> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    this.#setState({ name, bytes: 0, total: file.size, entries: 0 });
    let recording = null as Recording | null;
    let settledAt = 0;
    let toldAt = performance.now();
    const read = await importHar(file, {
      signal: running.signal,
      onExchange: (exchange, facts) => {
        recording ??= this.#context.newRecording(browserOf(facts));
        recording.add([exchange]);
      },
      onProgress: async (progress) => {
        if (running !== this.#running) return;
        const now = performance.now();
        if (now - toldAt >= TELL) {
          toldAt = now;
          this.#setState({ name, ...progress });
        }
        if (progress.entries - settledAt < AT_ONCE) return;
        settledAt = progress.entries;
        await recording?.analysis.settled();
      },
    });
    // What shows it shows it open at once.
    await recording?.analysis.settled();
    if (read === null || running !== this.#running) return null;
    this.#running = null;
    this.#setState(null);
    if (!read.ok) return read.failure;
    const { creator, cookiesStripped, fault } = read.value;
    recording ??= this.#context.newRecording(browserOf(read.value));
    recording.isFrom({ creator, cookiesStripped });
    const entries = recording.analysis.summary().exchanges;
    return { recording, source: { name, example, creator, cookiesStripped, fault, entries } };
  }

  #setState(state: ImportState | null): void {
    if (state === null && this.#state === null) return;
    this.#state = state;
    this.#context.onChange();
  }
}

/** Whose rules the cookies of the file were kept by. */
const browserOf = ({ creator }: HarFacts): Browser => (creator?.startsWith('Firefox') ? 'firefox' : 'chromium');
