// `npm run pictures`: the pictures of docs/, made of the example that the panel brings with it, in the real panel in Chromium's DevTools.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchBrowser } from './browsers/launch.mjs';
import { until } from './browsers/wait.mjs';
import { ensureDependencies, ensureTool, root, run } from './setup.mjs';
import { smallPng } from './small-png.mjs';

/** CSS pixels: as wide as a page of documentation shows it. */
const WIDTH = 1000;
/** The readme's has room for the gauges beside open details. */
const WIDE = 1240;
/** Bytes; more is not worth its time in a README. */
const LARGEST = 60_000;

/** @typedef {import('./browsers/panel-driver.ts').PanelDriver} Driver */
/** @typedef {{ path: string, height: number, width?: number, reach: (driver: Driver) => Promise<void>, proof: string }} Picture */

/** @param {string} id */
const by = (id) => `[data-testid=${id}]`;
/** What each takes from Responses with nothing open, and what shows that it is there. @type {readonly Picture[]} */
const PICTURES = [
  { path: 'docs/pictures/responses.png', height: 440, reach: async () => {}, proof: by('logout-link') },
  {
    path: 'docs/pictures/session.png',
    height: 520,
    reach: async (driver) => {
      await openRow(driver, 'path:/snapshot', 'session');
      // The basket is long and dull.
      await driver.press(`${by('tree')} [aria-expanded=true]`, 'ArrowLeft');
    },
    proof: by('tree'),
  },
  {
    path: 'docs/pictures/cookies.png',
    height: 300,
    // As far to the right as it goes: the findings.
    reach: async (driver) => {
      await showView(driver, '2', by('cookie-row'));
      await driver.press('[role=grid]', 'End');
    },
    proof: by('cookie-row'),
  },
  {
    path: 'docs/pictures/history.png',
    height: 520,
    reach: async (driver) => {
      await showView(driver, '3', by('version'));
      await driver.press('[role=grid]', 'Home');
      // To the fork, with some of what follows in sight.
      for (let version = 1; version < 18; version++) await driver.press('[role=grid]', 'ArrowDown');
      for (let version = 18; version > 14; version--) await driver.press('[role=grid]', 'ArrowUp');
      await driver.press('[role=grid]', 'Enter');
    },
    proof: by('difference'),
  },
  { path: 'docs/pictures/logout.png', height: 620, reach: (driver) => showView(driver, '4', by('logout')), proof: by('timeline') },
  { path: 'docs/pictures/export.png', height: 440, reach: (driver) => driver.click(by('export')), proof: by('export-dialog') },
  {
    path: 'docs/panel.png',
    height: 600,
    width: WIDE,
    reach: async (driver) => {
      await openRow(driver, 'finding:silent-drop', 'session');
      // The table keeps its column of flags.
      for (let step = 0; step < 4; step++) await driver.press('.split-bar', 'ArrowRight');
      await driver.click(by('tab-findings'));
    },
    proof: by('finding'),
  },
];

ensureDependencies();
const executable = ensureTool('chromium');
if (!executable) process.exit(1);
run('npx', ['--no-install', 'vite', 'build', '--mode', 'chrome', '--logLevel', 'error']);

const driver = await launchBrowser('chromium', { extension: join(root, 'dist', 'chrome'), executable });
try {
  await driver.setTheme('light');
  // In a narrow panel the button is in a menu.
  await driver.resizePanel(WIDTH, 500);
  await driver.click(by('import'));
  await driver.click(by('import-example'));
  await driver.waitFor('the example', () => document.querySelector('[data-testid=logout-link]') !== null);
  for (const { path, height, width = WIDTH, reach, proof } of PICTURES) {
    await driver.resizePanel(width, height);
    await driver.reloadPanel();
    // The worker goes on showing the example; the verdict comes last.
    await driver.waitFor('the example', () => document.querySelector('[data-testid=logout-link]') !== null);
    await reach(driver);
    await driver.panel(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
    await shown(driver, proof);
    await driver.panel(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    const picture = smallPng(await driver.screenshot());
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), picture);
    console.log(`${path}: ${picture.length.toLocaleString('en')} bytes${picture.length > LARGEST ? ', which is too large' : ''}`);
    if (picture.length > LARGEST) process.exitCode = 1;
  }
} finally {
  await driver.close();
}

/** By its key; its script is loaded when it first shows. @param {Driver} driver @param {string} key @param {string} css  of what it shows */
async function showView(driver, key, css) {
  await driver.press('[role=grid]', key);
  await shown(driver, css);
}

/** @param {Driver} driver @param {string} css */
function shown(driver, css) {
  return until(css, () => driver.panel((wanted) => document.querySelector(wanted) !== null, css));
}

/**
 * Opens the row that a filter finds, in a tab of its details, with all others around it.
 * @param {Driver} driver
 * @param {string} filter
 * @param {string} tab
 */
async function openRow(driver, filter, tab) {
  await driver.fill(by('filter'), filter);
  await driver.waitFor(`a row of ${filter}`, () => document.querySelectorAll('[data-testid=row]').length === 1);
  await driver.click(`${by('row')} ${by('cell-cookie')}`);
  await driver.fill(by('filter'), '');
  await driver.click(by(`tab-${tab}`));
}
