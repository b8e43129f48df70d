import type { ImportFailure } from './har-import.ts';
import { Imports, type Opened } from './imports.ts';
import type { FromWorker, OpenedPlace } from './protocol.ts';
import type { Recording } from './recording.ts';

type Send = (message: FromWorker) => void;

interface OpenedContext {
  readonly views: ReadonlySet<Send>;
  newRecording: ConstructorParameters<typeof Imports>[0]['newRecording'];
  live(): Recording;
  /** The views show another recording now, `before` being what they showed. */
  onShown(before: Recording): void;
  /** There is another recording in one of the places. */
  onChange(): void;
}

/** The recordings out of files: one that is shown in place of the live one, and one beside to compare with. */
export class OpenedRecordings {
  readonly #context: OpenedContext;
  readonly #imports: Imports;
  readonly #opened: Record<OpenedPlace, Opened | null> = { shown: null, beside: null };
  #failed: { readonly name: string; readonly failure: ImportFailure } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(context: OpenedContext) {
    this.#context = context;
    this.#imports = new Imports({ newRecording: context.newRecording, onChange: () => this.#tell() });
  }

  /** What the views show. */
  get shown(): Recording {
    return this.#opened.shown?.recording ?? this.#context.live();
  }

  get beside(): Recording | null {
    return this.#opened.beside?.recording ?? null;
  }

  get all(): readonly Recording[] {
    return Object.values(this.#opened).flatMap((opened) => opened?.recording ?? []);
  }

  async open(file: Blob, name: string, place: OpenedPlace, example = false): Promise<boolean> {
    this.#failed = null;
    const opened = await this.#imports.open(file, name, example);
    if (opened === null) return false;
    if ('code' in opened) this.#failed = { name, failure: opened };
    else this.#set(place, opened);
    this.#tell();
    return !('code' in opened);
  }

  cancel(): void {
    this.#imports.cancel();
  }

  close(place: OpenedPlace): void {
    this.#failed = null;
    this.#set(place, null);
    this.#tell();
  }

  /** Everything is closed, and nothing comes any more of what is being read. */
  clear(): void {
    this.#imports.cancel();
    this.#failed = null;
    this.#opened.beside = null;
    this.#set('shown', null);
    this.#tell();
  }

  greet(send: Send): void {
    if (this.#message.importing !== null || this.all.length > 0) send(this.#message);
  }

  /** The live recording has changed: views that show another see its count. */
  liveChanged(): void {
    if (this.#opened.shown !== null) this.#timer ??= setTimeout(() => this.#tell(), 1000);
  }

  /** The bundled recording is what the views show. */
  get isExample(): boolean {
    return this.#opened.shown?.source.example ?? false;
  }

  #set(place: OpenedPlace, opened: Opened | null): void {
    const before = this.shown;
    this.#opened[place] = opened;
    if (this.shown !== before) this.#context.onShown(before);
    this.#context.onChange();
  }

  get #message(): Extract<FromWorker, { type: 'recordings' }> {
    const { shown, beside } = this.#opened;
    return {
      type: 'recordings',
      shown: shown?.source ?? null,
      beside: beside?.source ?? null,
      live: this.#context.live().analysis.summary().exchanges,
      importing: this.#imports.state,
      failed: this.#failed,
    };
  }

  #tell(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const send of this.#context.views) send(this.#message);
  }
}
