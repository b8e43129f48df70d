import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { shownRows, waitForRow } from './panel-actions.ts';
import type { Fate } from './refusal-pages.ts';

/** What the details say became of each line that was set at a path, in the order of the lines. */
export async function shownFates(driver: PanelDriver, path: string, count: number): Promise<readonly Fate[]> {
  await driver.fill('[data-testid=filter]', path);
  await waitForRow(driver, path);
  let ids: readonly string[] = [];
  for (const end = Date.now() + 10_000; ids.length < count && Date.now() < end; ) {
    ids = (await shownRows(driver)).filter((row) => row.path === path).map((row) => row.id);
  }
  if (ids.length !== count) throw new Error(`${ids.length} rows of ${path}, not ${count}`);
  const fates: Fate[] = [];
  for (const id of ids) fates.push(await shownFate(driver, id));
  return fates;
}

/** Opens a row and reads what the browser did with its line. */
async function shownFate(driver: PanelDriver, id: string): Promise<Fate> {
  await driver.click(`[data-testid=row][data-row-id=${JSON.stringify(id)}] [data-testid=cell-cookie]`);
  await driver.click('[data-testid=tab-cookie]');
  const outcome = await driver.waitFor('what became of the line', () => {
    const { outcome, reason } = document.querySelector<HTMLElement>('[data-testid=storage]')?.dataset ?? {};
    return outcome === 'refused' ? reason : outcome;
  });
  return outcome as Fate;
}
