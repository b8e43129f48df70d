import { type ReadonlySignal, signal } from '@preact/signals';
import type { WebRequestHost } from '../host.ts';

export interface WebRequestStore {
  /** `unavailable` in Chrome, which loses nothing that it could add, and until the browser has said. */
  readonly state: ReadonlySignal<'unavailable' | 'off' | 'asking' | 'on'>;
  /** Call when the page has changed: another host may not be allowed. */
  refresh(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Recording through `webRequest`, which the permission alone switches on and off. */
export function createWebRequestStore(host: WebRequestHost | null, inspectedHost: () => Promise<string | null>): WebRequestStore {
  const state = signal<'unavailable' | 'off' | 'asking' | 'on'>('unavailable');
  const refresh = async (): Promise<void> => {
    const on = await host?.isOn(await inspectedHost());
    if (on !== undefined) state.value = on ? 'on' : 'off';
  };
  host?.onChange(() => void refresh());
  return {
    state,
    refresh() {
      // While the user is being asked, the answer tells.
      if (state.peek() !== 'asking') void refresh();
    },
    async start() {
      if (host === null) return;
      state.value = 'asking';
      try {
        await host.start(await inspectedHost());
      } finally {
        await refresh();
      }
    },
    async stop() {
      await host?.stop();
      await refresh();
    },
  };
}
