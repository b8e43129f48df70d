import { type ReadonlySignal, signal } from '@preact/signals';
import type { FromWorker, ToWorker } from '../../../worker/protocol.ts';
import type { ValueCount } from './completion.ts';

/** The keys of opened sessions, which rows do not tell. */
export interface SessionKeysStore {
  /** As of the last answer, the most frequent first. */
  readonly keys: ReadonlySignal<readonly ValueCount[]>;
  ask(): void;
  /** The recording was replaced: nothing is known of it, and no answer to an earlier question is. */
  forget(): void;
  received(message: Extract<FromWorker, { type: 'session-keys' }>): void;
}

export function createSessionKeysStore(post: (message: ToWorker) => void): SessionKeysStore {
  const keys = signal<readonly ValueCount[]>([]);
  let request = 0;
  return {
    keys,
    ask() {
      post({ type: 'session-keys', request: ++request });
    },
    forget() {
      request++;
      keys.value = [];
    },
    received(message) {
      if (message.request === request) keys.value = message.keys;
    },
  };
}
