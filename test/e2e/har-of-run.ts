import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import type { Report } from '../../src/core/report/report.ts';
import { browserName } from './target.ts';

/** Preserve log in either browser: without it a navigation empties what `getHAR` gives. */
export const PRESERVE_LOG = {
  prefs:
    browserName === 'firefox'
      ? { 'devtools.netmonitor.persistlog': true }
      : { devtools: { preferences: { 'network-log.preserve-log': 'true' } } },
};

interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: unknown[];
  };
}

interface Entry {
  readonly startedDateTime: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number; content: { text?: string } };
  getContent?(done: (text: unknown) => void): void;
}
type Listening = typeof globalThis & { entriesOfRun?: Entry[] };

/** From now on the panel's document keeps each entry that the browser reports, with the body where it is an error page's. */
export function keepEntries(driver: PanelDriver): Promise<void> {
  return driver.panel(() => {
    const kept: Entry[] = [];
    (globalThis as Listening).entriesOfRun = kept;
    chrome.devtools.network.onRequestFinished.addListener((reported) => {
      const entry: Entry = JSON.parse(JSON.stringify(reported));
      kept.push(entry);
      if (entry.response.status < 400) return;
      reported.getContent((text: unknown) => {
        if (typeof text === 'string') entry.response.content = { ...entry.response.content, text };
      });
    });
  });
}

/**
 * The HAR of what the inspected tab loaded since a time (milliseconds since the epoch): what `getHAR` gives, with the bodies of the
 * entries that were reported one by one, and those entries which it leaves out.
 */
export async function harSince(driver: PanelDriver, since: number): Promise<Har> {
  const entries = await driver.panel(async () => {
    const { entries } = await new Promise<{ entries?: Entry[] }>((resolve) => {
      chrome.devtools.network.getHAR((har) => resolve(har as unknown as { entries?: Entry[] }));
    });
    const keyOf = ({ startedDateTime, request }: Entry) => `${Date.parse(startedDateTime)} ${request.method} ${request.url}`;
    const reported = (globalThis as Listening).entriesOfRun ?? [];
    const bodies = new Map(reported.map((entry) => [keyOf(entry), entry.response.content.text]));
    const whole = (JSON.parse(JSON.stringify(entries ?? [])) as Entry[]).map((entry) => {
      entry.response.content = { ...entry.response.content };
      const text = entry.response.content.text ?? bodies.get(keyOf(entry));
      if (text !== undefined) entry.response.content.text = text;
      return entry;
    });
    const known = new Set(whole.map(keyOf));
    return [...whole, ...reported.filter((entry) => !known.has(keyOf(entry)))];
  });
  const own = entries.filter(({ startedDateTime }) => Date.parse(startedDateTime) >= since);
  own.sort((a, b) => Date.parse(a.startedDateTime) - Date.parse(b.startedDateTime));
  const [name = '', version = ''] = driver.version.split('/');
  return { log: { version: '1.2', creator: { name, version }, entries: own } };
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
