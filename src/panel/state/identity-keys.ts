import { type ReadonlySignal, signal } from '@preact/signals';
import { isIdentityKey } from '../../core/session/identity.ts';
import type { ToWorker } from '../../worker/protocol.ts';

/** Keys that the user says are identity too. The worker has them; here is what it told last. */
export interface IdentityKeysStore {
  readonly keys: ReadonlySignal<readonly string[]>;
  add(key: string): void;
  remove(key: string): void;
  received(keys: readonly string[]): void;
}

export function createIdentityKeysStore(post: (message: ToWorker) => void): IdentityKeysStore {
  const keys = signal<readonly string[]>([]);
  const use = (next: readonly string[]): void => {
    keys.value = next;
    post({ type: 'identity-keys', keys: next });
  };
  return {
    keys,
    add(key) {
      const named = key.trim();
      if (named !== '' && !keys.peek().includes(named)) use([...keys.peek(), named]);
    },
    remove(key) {
      use(keys.peek().filter((each) => each !== key));
    },
    received(next) {
      keys.value = next;
    },
  };
}

/** What Rails itself keeps in a session. */
const OF_RAILS: ReadonlySet<string> = new Set(['session_id', '_csrf_token', 'flash']);

/** The keys on the way to a place of the session, null for each that is no name. */
export type KeyNames = readonly (string | null)[];

/** How the place is named as identity; null for one that no path of names leads to, and for what Rails keeps there. */
export function identityPath(names: KeyNames): string | null {
  const [top] = names;
  return top === undefined || names.includes(null) || OF_RAILS.has(top ?? '') ? null : names.join('.');
}

/** Whether it is identity without anybody's saying so. */
export const isKnownIdentity = (names: KeyNames): boolean => names.length === 1 && isIdentityKey(identityPath(names) ?? '');
