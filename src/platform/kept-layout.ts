import { browser } from './browser.ts';

const KEY = 'layout';

/** What was kept last; undefined when nothing was, or when the browser does not tell. */
export async function readKeptLayout(): Promise<unknown> {
  try {
    return (await browser.storage.local.get(KEY))[KEY];
  } catch {
    return undefined;
  }
}

let next: object | null = null;
let writing = false;

/** Keeps it on disk, so it must say nothing about traffic or secrets. While one is written the newest waits; those between are dropped. */
export async function keepLayout(layout: object): Promise<void> {
  next = layout;
  if (writing) return;
  writing = true;
  try {
    while (next !== null) {
      const now = next;
      next = null;
      await browser.storage.local.set({ [KEY]: now });
    }
  } catch {
    // The panel works without being remembered.
  } finally {
    writing = false;
  }
}
