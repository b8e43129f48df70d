import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { DEFAULT_TABLE, type ServerStore, type SessionsTable } from '../../core/readers/rails/store-lines.ts';
import type { StoreEntryFailure } from '../../core/readers/stored.ts';
import type { ToWorker } from '../../worker/protocol.ts';

export interface StoreEntriesStore {
  /** Which kind of store the lines to copy are for. */
  readonly store: Signal<ServerStore>;
  readonly table: Signal<SessionsTable>;
  /** Why the last thing that was pasted for a session could not be read. */
  readonly refused: ReadonlySignal<{ readonly sessionId: string; readonly failure: StoreEntryFailure } | null>;
  /** Hands what was pasted on to the worker; nothing of it stays here. */
  attach(sessionId: string, content: string | Uint8Array): void;
  refuse(sessionId: string, failure: StoreEntryFailure): void;
  forget(sessionId: string): void;
  received(sessionId: string, failure: StoreEntryFailure | null): void;
}

export function createStoreEntriesStore(post: (message: ToWorker) => void): StoreEntriesStore {
  const refused = signal<{ readonly sessionId: string; readonly failure: StoreEntryFailure } | null>(null);
  const refuse = (sessionId: string, failure: StoreEntryFailure): void => {
    refused.value = { sessionId, failure };
  };
  return {
    store: signal<ServerStore>('active-record'),
    table: signal(DEFAULT_TABLE),
    refused,
    attach(sessionId, content) {
      refused.value = null;
      post({ type: 'attach-store-entry', sessionId, content });
    },
    refuse,
    forget(sessionId) {
      refused.value = null;
      post({ type: 'forget-store-entry', sessionId });
    },
    received(sessionId, failure) {
      if (failure === null) refused.value = null;
      else refuse(sessionId, failure);
    },
  };
}
