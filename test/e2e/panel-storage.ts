import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { until } from '../../scripts/browsers/wait.mjs';
import { shownRows } from './panel-actions.ts';
import type { Fate } from './refusal-pages.ts';

/** What the details say became of each line that was set at a path, in the order of the lines. */
export async function shownFates(driver: PanelDriver, path: string, count: number): Promise<readonly Fate[]> {
  await driver.fill('[data-testid=filter]', path);
  // The host stands behind the path where it is another than the page's.
  const idsAt = async () => (await shownRows(driver)).filter((row) => row.path.startsWith(path)).map((row) => row.id);
  const ids = await until(`${count} rows of ${path}`, async () => {
    const found = await idsAt();
    return found.length === count ? found : null;
  });
  const fates: Fate[] = [];
  for (const id of ids) fates.push(await shownFate(driver, id));
  return fates;
}

/** Opens a row and reads what the browser did with its line. */
async function shownFate(driver: PanelDriver, id: string): Promise<Fate> {
  await driver.click(`[data-testid=row][data-row-id=${JSON.stringify(id)}] [data-testid=cell-cookie]`);
  await driver.click('[data-testid=tab-cookie]');
  const fate = await until('what became of the line', () => driver.panel(readFate, id));
  return fate as Fate;
}

/** Runs in the panel; null while the details are of another row. */
function readFate(id: string): string | null {
  const details = document.querySelector<HTMLElement>('[data-testid=details]');
  if (details?.dataset.rowId !== id) return null;
  const { outcome, reason } = details.querySelector<HTMLElement>('[data-testid=storage]')?.dataset ?? {};
  return (outcome === 'refused' ? reason : outcome) ?? null;
}
