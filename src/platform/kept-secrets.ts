import { browser } from './browser.ts';

/**
 * Secrets that the user asked to keep until the browser closes. They are in `storage.session` alone, which the browser holds in memory:
 * never in `storage.local`, IndexedDB or a URL.
 */
export interface KeptSecret<Options = unknown> {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly options: Options;
}

/** One key for each secret, so that two DevTools windows do not overwrite each other's. */
const PREFIX = 'secret:';

interface Stored extends KeptSecret {
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, text, keptAt } = value as Partial<Stored>;
  return typeof id === 'string' && typeof label === 'string' && typeof text === 'string' && typeof keptAt === 'number';
}

/** Oldest first: the order in which they were given. `Options` is what `keepSecret` was called with. */
export async function readKeptSecrets<Options>(): Promise<readonly KeptSecret<Options>[]> {
  const stored = Object.entries(await browser.storage.session.get(null));
  return stored
    .flatMap(([key, value]) => (key.startsWith(PREFIX) && isStored(value) ? [value] : []))
    .sort((a, b) => a.keptAt - b.keptAt)
    .map(({ id, label, text, options }) => ({ id, label, text, options: options as Options }));
}

export async function keepSecret(secret: KeptSecret): Promise<void> {
  const { id, label, text, options } = secret;
  await browser.storage.session.set({ [PREFIX + id]: { id, label, text, options, keptAt: Date.now() } satisfies Stored });
}

/** Without an id: all. */
export async function removeKeptSecret(id: string | null): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(PREFIX));
  await browser.storage.session.remove(id === null ? keys : keys.filter((key) => key === PREFIX + id));
}
