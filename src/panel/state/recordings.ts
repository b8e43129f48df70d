import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FromWorker, OpenedPlace, OpenedSource, ToWorker } from '../../worker/protocol.ts';

type News = Extract<FromWorker, { type: 'recordings' }>;

/** The recordings that were opened from files. */
export interface RecordingsStore {
  /** What the views show; null while it is the live recording. */
  readonly shown: ReadonlySignal<OpenedSource | null>;
  /** What it is compared with. */
  readonly beside: ReadonlySignal<OpenedSource | null>;
  /** Responses in the live recording. */
  readonly live: ReadonlySignal<number>;
  readonly importing: ReadonlySignal<News['importing']>;
  readonly failed: ReadonlySignal<News['failed']>;
  open(file: File, place: OpenedPlace): void;
  openExample(): void;
  cancel(): void;
  close(place: OpenedPlace): void;
  /** The message of the last file that could not be opened has been read. */
  dismiss(): void;
  received(news: News): void;
}

const NOTHING: News = { type: 'recordings', shown: null, beside: null, live: 0, importing: null, failed: null };

export function createRecordingsStore(post: (message: ToWorker) => void): RecordingsStore {
  const news = signal(NOTHING);
  return {
    shown: computed(() => news.value.shown),
    beside: computed(() => news.value.beside),
    live: computed(() => news.value.live),
    importing: computed(() => news.value.importing),
    failed: computed(() => news.value.failed),
    open: (file, place) => post({ type: 'open-recording', file, name: file.name, place }),
    openExample: () => post({ type: 'open-example' }),
    cancel: () => post({ type: 'cancel-import' }),
    close: (place) => post({ type: 'close-recording', place }),
    dismiss() {
      news.value = { ...news.value, failed: null };
    },
    received(next) {
      news.value = next;
    },
  };
}
