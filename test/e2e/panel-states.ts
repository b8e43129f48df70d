import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { compareExample, EXAMPLE_STATES, openExample, openSanitised, SANITISED_STATES } from './example-states.ts';
import { enterSecret } from './panel-actions.ts';
import { by, click, clickAll, nothing, type PanelStateOfTest, row } from './panel-state-of-test.ts';
import { STATE_SECRET } from './state-traffic.ts';

/** States that have their recording in common. Each scene goes on from the one before. */
export interface Scene {
  readonly scene: 'empty' | 'sealed' | 'opened' | 'example' | 'compared' | 'sanitised';
  /** Rows that are there before anything is done. */
  readonly rows: boolean;
  readonly states: readonly PanelStateOfTest[];
}

const cell = (column: string) => async (panel: PanelDriver) => {
  await panel.click(by('tab-cookies'));
  await panel.click(`[data-testid=cookie-row][data-cookie="_demo_session"] ${by(`cookie-cell-${column}`)}`);
};
const version = (number: number) => `${by('version')}[data-version=v${number}]`;

export const SCENES: readonly Scene[] = [
  {
    scene: 'empty',
    rows: false,
    states: [
      { name: 'responses', reach: nothing, proof: by('empty'), says: /waiting/ },
      { name: 'cookies', reach: click('tab-cookies'), proof: by('empty'), says: /Reload/ },
      { name: 'history', reach: click('tab-history'), proof: by('empty'), says: /No session yet/ },
      { name: 'logouts', reach: click('tab-logouts'), proof: by('empty'), says: /No session has been lost/ },
      { name: 'secrets', reach: click('secrets-button'), proof: by('secrets-drawer') },
      { name: 'secrets-refused', reach: click('secrets-button', 'secret-add'), proof: '.form-error', says: /Enter a secret/, detail: true },
      { name: 'secrets-advanced', reach: click('secrets-button', 'advanced'), proof: '.advanced', detail: true },
      { name: 'secrets-where', reach: clickAll(by('secrets-button'), '.drawer-body > .disclosure'), proof: '.where-to-find', detail: true },
      { name: 'help', reach: (panel) => panel.press('[role=grid]', '?'), proof: by('help'), says: /Show this list/ },
    ],
  },
  {
    scene: 'sealed',
    rows: true,
    states: [
      { name: 'responses', reach: nothing, proof: by('row') },
      { name: 'responses-paused', reach: click('pause'), proof: `${by('pause')}[aria-pressed=true]`, detail: true },
      {
        name: 'responses-no-match',
        reach: (panel) => panel.fill(by('filter'), 'nothing-like-this'),
        proof: by('empty'),
        says: /No match/,
        detail: true,
      },
      { name: 'session', reach: row('/add', 'session'), proof: `${by('reading-state')}[data-state=sealed]` },
      { name: 'size', reach: row('/add', 'size'), proof: by('details'), says: /bytes/ },
      { name: 'cookie', reach: row('tracking', 'cookie'), proof: by('storage') },
      { name: 'findings', reach: row('tracking', 'findings'), proof: by('finding') },
      { name: 'history', reach: click('tab-history'), proof: by('version') },
    ],
  },
  {
    scene: 'opened',
    rows: true,
    states: [
      { name: 'responses', reach: nothing, proof: by('row') },
      { name: 'session', reach: row('/login', 'session'), proof: by('tree') },
      { name: 'diff', reach: row('/login', 'diff'), proof: by('diff') },
      { name: 'size', reach: row('/add', 'size'), proof: by('size-bar') },
      { name: 'cookie', reach: row('/add', 'cookie'), proof: by('sizes') },
      { name: 'findings', reach: row('/add', 'findings'), proof: by('finding') },
      { name: 'raw', reach: row('/login', 'raw'), proof: '.details-body', says: /Set-Cookie/i, detail: true },
      { name: 'cookies', reach: click('tab-cookies'), proof: by('cookie-row') },
      { name: 'cookies-cell', reach: cell('httpOnly'), proof: by('evidence-row'), detail: true },
      { name: 'cookies-findings', reach: cell('findings'), proof: by('cookie-finding'), detail: true },
      { name: 'history', reach: click('tab-history'), proof: by('version') },
      { name: 'history-legend', reach: click('tab-history', 'history-legend'), proof: '#history-legend', detail: true },
      { name: 'history-version', reach: clickAll(by('tab-history'), version(2)), proof: by('difference') },
      { name: 'history-compared', reach: compareTwo, proof: by('version-details'), says: /v3 compared with|compared with v3/ },
      { name: 'history-filtered', reach: filterHistory, proof: by('filter-chip'), says: /event:signed-in/, detail: true },
      { name: 'logouts', reach: click('tab-logouts'), proof: by('timeline') },
      { name: 'secrets', reach: click('secrets-button'), proof: by('secret-item'), says: /opened/ },
      { name: 'compare-store', reach: compareWithStore, proof: by('compare-store-difference') },
    ],
  },
  { scene: 'example', rows: true, states: EXAMPLE_STATES },
  { scene: 'compared', rows: false, states: [{ name: 'compare', reach: nothing, proof: by('compare-line') }] },
  { scene: 'sanitised', rows: false, states: SANITISED_STATES },
];

/** What the scene goes on with. */
export const PREPARE: Readonly<Record<Scene['scene'], (panel: PanelDriver, play: (panel: PanelDriver) => Promise<void>) => Promise<void>>> =
  {
    empty: nothing,
    sealed: (panel, play) => play(panel),
    opened: (panel) => enterSecret(panel, STATE_SECRET),
    example: openExample,
    compared: compareExample,
    sanitised: openSanitised,
  };

async function filterHistory(panel: PanelDriver): Promise<void> {
  await panel.click(by('tab-history'));
  await panel.fill(by('filter'), 'event:signed-in ');
}

async function compareTwo(panel: PanelDriver): Promise<void> {
  await clickAll(by('tab-history'), version(3))(panel);
  await panel.press('[role=grid]', 'c');
  await panel.press('[role=grid]', 'Home');
  await panel.press('[role=grid]', 'Enter');
}

/** Firefox asks in a tab. */
async function compareWithStore(panel: PanelDriver): Promise<void> {
  await click('tab-cookies', 'compare-store')(panel);
  if (panel.browser === 'firefox') await panel.inTab?.('/permission.html', (tab) => tab.click('[data-testid=allow]'));
}
