import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExportFormat } from '../../core/report/print-export.ts';
import type { Redaction } from '../../core/report/redact.ts';
import type { ToWorker } from '../../worker/protocol.ts';
import { exportFileName } from '../text/export.ts';
import type { ViewStore } from './view.ts';

export type ExportStep = 'idle' | 'working' | 'failed';

export interface ExportStore {
  readonly open: Signal<boolean>;
  readonly format: Signal<ExportFormat>;
  readonly redaction: Signal<Redaction>;
  /** Only the rows that the table of responses shows. */
  readonly shownOnly: Signal<boolean>;
  /** What the user typed, or else the default; without the ending. */
  readonly fileName: ReadonlySignal<string>;
  readonly step: ReadonlySignal<ExportStep>;
  nameFile(name: string): void;
  /** Opens the dialog. */
  show(): Promise<void>;
  /** Has the worker make the file. Null when it could not, or when something else is asked for meanwhile. */
  make(): Promise<string | null>;
  received(request: number, text: string | null): void;
}

export interface ExportContext {
  readonly view: ViewStore;
  /** Of the inspected page; null where the recording is not of it. */
  liveHost(): Promise<string | null>;
}

/** What is chosen in the export dialog is kept while the panel lives. */
export function createExportStore(post: (message: ToWorker) => void, { view, liveHost }: ExportContext): ExportStore {
  const open = signal(false);
  const format = signal<ExportFormat>('har');
  const redaction = signal<Redaction>('mask');
  const shownOnly = signal(false);
  const typed = signal<string | null>(null);
  const initial = signal('');
  const step = signal<ExportStep>('idle');
  let last = 0;
  let waiting: ((text: string | null) => void) | null = null;

  return {
    open,
    format,
    redaction,
    shownOnly,
    fileName: computed(() => typed.value ?? initial.value),
    step,
    nameFile(name) {
      typed.value = name;
    },
    async show() {
      step.value = 'idle';
      open.value = true;
      const newest = view.unfiltered.peek().at(-1);
      initial.value = exportFileName(newest?.host ?? null, newest?.startedAt ?? null);
      const host = await liveHost().catch(() => null);
      if (host !== null) initial.value = exportFileName(host, newest?.startedAt ?? null);
    },
    make() {
      waiting?.(null);
      const request = ++last;
      step.value = 'working';
      const rowIds = shownOnly.peek() ? view.visible.peek().map(({ id }) => id) : null;
      return new Promise((resolve) => {
        waiting = resolve;
        post({ type: 'export', request, choice: { format: format.peek(), redaction: redaction.peek(), rowIds } });
      });
    },
    received(request, text) {
      if (request !== last) return;
      step.value = text === null ? 'failed' : 'idle';
      waiting?.(text);
      waiting = null;
    },
  };
}
