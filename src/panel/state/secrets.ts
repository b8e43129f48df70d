import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { KeyOptions } from '../../core/readers/reader.ts';
import type { FromWorker, SecretFileNote, SecretSource, SecretSummary, ToWorker } from '../../worker/protocol.ts';
import type { PanelHost } from '../host.ts';
import { message } from '../text/message.ts';
import type { SecretLine } from './secret-lines.ts';

export type SecretRefusal = Extract<FromWorker, { type: 'secret-refused' }>['reason'];

/** What became of the files that were dropped last. */
export interface FilesAnswer {
  /** Labels of the secrets that were found. */
  readonly found: readonly string[];
  readonly notes: readonly SecretFileNote[];
}

export interface SecretsStore {
  /** Newest first, without their texts. */
  readonly list: Signal<readonly SecretSummary[]>;
  /** Ids of secrets that are kept until the browser closes. */
  readonly kept: ReadonlySignal<ReadonlySet<string>>;
  readonly drawerOpen: Signal<boolean>;
  readonly refused: Signal<SecretRefusal | null>;
  readonly files: Signal<FilesAnswer | null>;
  /** Hands secrets on to the worker; no text stays here. The first line is the newest. */
  add(lines: readonly SecretLine[], options: KeyOptions, keep: boolean): void;
  /** Hands files on to the worker; nothing of them stays here. */
  addFiles(files: readonly SecretSource[]): void;
  /** Without an id: all. */
  forget(id: string | null): void;
  refuse(id: string, reason: SecretRefusal): void;
}

/** `current` for the first secret, then `secret 2`, `secret 3`… whatever is not taken. */
function freeLabel(taken: ReadonlySet<string>): string {
  if (taken.size === 0) return message('secretsFirstLabel');
  for (let number = taken.size + 1; ; number++) {
    const label = message('secretsNextLabel', number);
    if (!taken.has(label)) return label;
  }
}

export function createSecretsStore(post: (message: ToWorker) => void, host: PanelHost['keptSecrets'], newId: () => string): SecretsStore {
  const list = signal<readonly SecretSummary[]>([]);
  const kept = signal<ReadonlySet<string>>(new Set());
  const refused = signal<SecretRefusal | null>(null);
  const files = signal<FilesAnswer | null>(null);
  const readKept = async (): Promise<void> => {
    kept.value = new Set(await host.ids());
  };
  void readKept();

  const forgetKept = async (id: string | null): Promise<void> => {
    await host.forget(id);
    await readKept();
  };

  return {
    list,
    kept,
    drawerOpen: signal(false),
    refused,
    files,
    addFiles(sources) {
      files.value = null;
      if (sources.length > 0) post({ type: 'add-secret-files', files: sources });
    },
    add(lines, options, keep) {
      refused.value = null;
      const taken = new Set(list.peek().map((secret) => secret.label));
      // The worker puts each new secret first, so the newest goes last.
      const labelled = lines.map(({ label, text }) => {
        const given = label || freeLabel(taken);
        taken.add(given);
        return { id: newId(), label: given, text, options };
      });
      for (const secret of labelled.reverse()) {
        post({ type: 'add-secret', ...secret });
        if (keep) void host.keep(secret).then(readKept);
      }
    },
    forget(id) {
      files.value = null;
      post({ type: 'forget-secret', id });
      void forgetKept(id);
    },
    refuse(id, reason) {
      refused.value = reason;
      void forgetKept(id);
    },
  };
}
