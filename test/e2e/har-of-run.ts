import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import type { Report } from '../../src/core/report/report.ts';
import { browserName } from './target.ts';

/** Preserve log: without it a navigation empties what `getHAR` gives. Firefox's is left off, because there `getHAR` fetches every body. */
export const PRESERVE_LOG =
  browserName === 'firefox' ? {} : { prefs: { devtools: { preferences: { 'network-log.preserve-log': 'true' } } } };

export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly Entry[];
  };
}

interface Entry {
  readonly startedDateTime: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number; readonly content?: { readonly text?: string } };
}
/** On the window, because what a driver runs in Firefox has a global object of its own each time. */
type Keeping = Window & { entriesOfRun?: Map<string, Entry>; keepEntry?: (entry: Entry, body?: string) => void };

/** From now on the panel's document keeps each entry that the browser reports, with the body where it is an error page's. */
export function keepEntries(driver: PanelDriver): Promise<void> {
  return driver.panel(() => {
    const keeping = window as Keeping;
    const kept = new Map<string, Entry>();
    keeping.entriesOfRun = kept;
    // The later report of a request knows more than the earlier one, but for the body.
    keeping.keepEntry = (reported, body) => {
      const entry: Entry = JSON.parse(JSON.stringify(reported));
      const key = `${Date.parse(entry.startedDateTime)} ${entry.request.method} ${entry.request.url}`;
      const text = body ?? entry.response.content?.text ?? kept.get(key)?.response.content?.text;
      kept.set(key, { ...entry, response: { ...entry.response, content: { ...entry.response.content, ...(text && { text }) } } });
    };
    chrome.devtools.network.onRequestFinished.addListener((reported) => {
      const entry = reported as unknown as Entry;
      keeping.keepEntry?.(entry);
      if (entry.response.status < 400) return;
      reported.getContent((text: unknown) => typeof text === 'string' && keeping.keepEntry?.(entry, text));
    });
  });
}

/** Keeps what `getHAR` has now, and gives all that was kept. Not while a document begins to load: Firefox may lose it then. */
export function keepHar(driver: PanelDriver): Promise<readonly Entry[]> {
  return driver.panel(async () => {
    const { entries } = await new Promise<{ entries?: Entry[] }>((resolve) => {
      chrome.devtools.network.getHAR((har) => resolve(har as unknown as { entries?: Entry[] }));
    });
    const keeping = window as Keeping;
    for (const entry of entries ?? []) keeping.keepEntry?.(entry);
    return [...(keeping.entriesOfRun?.values() ?? [])];
  });
}

/** The HAR of what the inspected tab loaded since a time (milliseconds since the epoch), of `getHAR` and of what was reported one by one. */
export async function harSince(driver: PanelDriver, since: number): Promise<Har> {
  const own = (await keepHar(driver)).filter(({ startedDateTime }) => Date.parse(startedDateTime) >= since);
  const [name = '', version = ''] = driver.version.split('/');
  const entries = own.toSorted((a, b) => Date.parse(a.startedDateTime) - Date.parse(b.startedDateTime));
  return { log: { version: '1.2', creator: { name, version }, entries } };
}

/** What the command line says of a HAR, with these secrets. */
export function auditHar(har: Har, secrets: readonly string[]): Report {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-secrets-'));
  try {
    const file = join(folder, 'secrets.txt');
    writeFileSync(file, secrets.map((secret, index) => `secret ${index + 1}=${secret}\n`).join(''));
    const options = ['--secret-file', file, '--browser', browserName, '--format', 'json', '--fail-on', 'never'];
    const output = execFileSync(process.execPath, ['dist/cli/sessionscope.js', 'audit', '-', ...options], {
      input: JSON.stringify(har),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return JSON.parse(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Keeps the HAR of a run where `SESSIONSCOPE_HARS` names a folder, for people to look at. */
export function saveHar(name: string, har: Har): void {
  const folder = process.env.SESSIONSCOPE_HARS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.har`), JSON.stringify(har, null, 1));
}
