import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep, until } from '../../scripts/browsers/wait.mjs';

/** What people do in the panel, by the same clicks and keys, and what they read there. */
export async function enterSecret(driver: PanelDriver, secret: string, { label = 'current', keep = false } = {}): Promise<void> {
  await openSecrets(driver);
  const known = await secretCount(driver);
  await driver.fill('[data-testid=secret-label]', label);
  await driver.fill('[data-testid=secret-text]', secret);
  if (keep) await driver.click('[data-testid=secret-keep]');
  await driver.click('[data-testid=secret-add]');
  await until('the secret in the list', async () => (await secretCount(driver)) > known);
  await driver.press(null, 'Escape');
}

const secretCount = (driver: PanelDriver): Promise<number> =>
  driver.panel(() => document.querySelectorAll('[data-testid=secret-item]').length);

async function openSecrets(driver: PanelDriver): Promise<void> {
  const open = await driver.panel(() => !!document.querySelector('[data-testid=secrets-drawer]'));
  if (!open) await driver.click('[data-testid=secrets-button]');
}

export async function forgetSecret(driver: PanelDriver): Promise<void> {
  await openSecrets(driver);
  const known = await secretCount(driver);
  await driver.click('[data-testid=secret-forget]');
  await until('the secret to be gone', async () => (await secretCount(driver)) < known);
  await driver.press(null, 'Escape');
}

/** What the drawer lists. */
export async function secretLabels(driver: PanelDriver): Promise<readonly string[]> {
  await openSecrets(driver);
  await driver.waitFor('the drawer', () => !!document.querySelector('[data-testid=secrets-drawer]'));
  const labels = await driver.panel(() =>
    [...document.querySelectorAll('[data-testid=secret-item]')].map((item) => item.textContent ?? ''),
  );
  await driver.press(null, 'Escape');
  return labels;
}

/** Opens the newest row of a cookie that is in sight. */
export async function openRow(driver: PanelDriver, cookie: string): Promise<void> {
  await waitForRows(driver, 1, cookie);
  const ids = (await shownRows(driver)).filter((row) => row.cookie === cookie).map((row) => row.id);
  await driver.click(`[data-testid=row][data-row-id=${JSON.stringify(ids.at(-1))}] [data-testid=cell-cookie]`);
  await driver.waitFor('the details', () => !!document.querySelector('[data-testid=details]'));
}

/** A row as people read it; sizes from the text of its gauge, in bytes. */
export interface ShownRow {
  readonly id: string;
  readonly cookie: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly wire: number | null;
  readonly rails: number | null;
  readonly flags: string;
  readonly session: string;
  readonly finding: string;
  readonly notes: readonly string[];
}

/** The rows that are in the document: all of them when the panel is high enough. */
export function shownRows(driver: PanelDriver): Promise<readonly ShownRow[]> {
  return driver.panel(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid=row]')].map((row) => {
      const cell = (name: string) => row.querySelector<HTMLElement>(`[data-testid=cell-${name}]`);
      const text = (name: string) => cell(name)?.textContent?.trim() ?? '';
      const [wire, rails] = (cell('size')?.title.match(/\d[\d,]*/g) ?? []).map((digits) => Number(digits.replaceAll(',', '')));
      return {
        id: row.dataset.rowId ?? '',
        cookie: row.dataset.cookie ?? '',
        method: text('method'),
        path: text('path'),
        status: Number(row.dataset.status),
        wire: wire ?? null,
        rails: rails ?? null,
        flags: cell('flags')?.title ?? '',
        session: text('session'),
        finding: text('finding'),
        notes: [...row.querySelectorAll<HTMLElement>('[data-testid=note]')].map((note) => note.title),
      };
    }),
  );
}

/** Waits until at least so many rows (of one cookie) are there. */
export function waitForRows(driver: PanelDriver, count: number, cookie = ''): Promise<void> {
  return waitForShown(driver, `${count} rows of ${cookie || 'any cookie'}`, (rows) => {
    return rows.filter((row) => cookie === '' || row.cookie === cookie).length >= count;
  });
}

/** Waits until the newest row is one of this path. */
export function waitForRow(driver: PanelDriver, path: string): Promise<void> {
  return waitForShown(driver, `a row of ${path}`, (rows) => rows.at(-1)?.path === path);
}

async function waitForShown(driver: PanelDriver, what: string, enough: (rows: readonly ShownRow[]) => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !enough(await shownRows(driver)); ) {
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}: ${JSON.stringify(await shownRows(driver), null, 1)}`);
    await sleep(100);
  }
}
