import { readFileSync } from 'node:fs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { chooseHar, SANITISED } from './choose-har.ts';
import { by, click, clickAll, nothing, type PanelStateOfTest, row } from './panel-state-of-test.ts';

/** States of the bundled example, which has an answer for nearly everything, and of files that are opened beside it. */
const example = readFileSync(new URL('../../src/worker/example/example.har.json', import.meta.url), 'utf8');
const elsewhere = example.replaceAll('theme=dark', 'layout=dark').replaceAll('; HttpOnly', '; secure; HttpOnly');

const filter = (text: string) => (panel: PanelDriver) => panel.fill(by('filter'), text);
/** The focus leaves the field, so that every term has its chip. */
const chips = (text: string) => async (panel: PanelDriver) => {
  await filter(text)(panel);
  await panel.panel(() => (document.activeElement as HTMLElement).blur());
};
const detail = true;

export const openExample = async (panel: PanelDriver): Promise<void> => {
  await clickAll(by('import'), by('import-example'))(panel);
  await panel.waitFor('the example', () => document.querySelectorAll('[data-testid=row]').length > 10);
};

export const EXAMPLE_STATES: readonly PanelStateOfTest[] = [
  { name: 'responses', reach: nothing, proof: by('recording-strip'), says: /26 entries/ },
  { name: 'cookies', reach: click('tab-cookies'), proof: by('cookie-row') },
  { name: 'history', reach: click('tab-history'), proof: by('version') },
  { name: 'logouts', reach: click('tab-logouts'), proof: by('logout') },
  { name: 'identity-keys', reach: click('tab-history', 'identity-keys-button'), proof: by('identity-keys') },
  { name: 'filter-tokens', reach: filter('s'), proof: by('filter-list'), says: /status:/, detail },
  { name: 'filter-values', reach: filter('is:'), proof: by('filter-list'), says: /session/, detail },
  { name: 'filter-chips', reach: chips('is:session -method:POST status:200'), proof: by('filter-chip'), says: /is:session/ },
  { name: 'filter-fault', reach: chips('size:>abc'), proof: by('filter-fault'), says: /abc/, detail },
  { name: 'columns', reach: click('columns'), proof: by('menu'), detail },
  { name: 'sorted', reach: click('sort-size'), proof: '[aria-sort=descending]', detail },
  { name: 'span', reach: (panel) => panel.press(by('overview-brush'), 'ArrowRight'), proof: by('overview-from') },
  { name: 'import', reach: click('import'), proof: by('import-example'), detail },
  { name: 'export', reach: click('export'), proof: by('export-dialog') },
  { name: 'export-unredacted', reach: click('export', 'export-redaction-none'), proof: '.choices-warning', detail },
  { name: 'copy-as', reach: rowThen('is:session', 'raw', click('copy-as')), proof: by('menu'), detail },
  { name: 'find', reach: rowThen('is:session', 'cookie', find), proof: by('details-find-count'), says: /\d of \d/, detail },
  { name: 'overlap', reach: row('finding:lost-update', 'findings'), proof: by('overlap') },
  { name: 'failed', reach: (panel) => chooseHar(panel, 'har', 'page.html', '<html>'), proof: by('import-failed'), says: /line 1/ },
];

export const SANITISED_STATES: readonly PanelStateOfTest[] = [
  { name: 'responses', reach: nothing, proof: by('empty'), says: /sensitive/ },
  // The panel remembers it: the last of all.
  { name: 'overview-folded', reach: fold, proof: `${by('overview-toggle')}[aria-expanded=false]`, detail },
];

function rowThen(text: string, tab: string, then: (panel: PanelDriver) => Promise<void>) {
  return async (panel: PanelDriver): Promise<void> => {
    await row(text, tab)(panel);
    await then(panel);
  };
}

async function fold(panel: PanelDriver): Promise<void> {
  await panel.waitFor('the file, which moves what is below it', () => document.querySelector('[data-testid=recording-strip]') !== null);
  await panel.click(by('overview-toggle'));
}

async function find(panel: PanelDriver): Promise<void> {
  await panel.press(by('details'), 'Control+f');
  await panel.fill(by('details-find-text'), 'se');
}

export const compareExample = (panel: PanelDriver) => chooseHar(panel, 'compare', 'fails-there.har', elsewhere);

export async function openSanitised(panel: PanelDriver): Promise<void> {
  await panel.click(by('compare-stop'));
  await chooseHar(panel, 'har', 'customer.har', SANITISED);
}
