/**
 * Pictures of the panel in every state, to look at: `node test/panel/harness/shoot.mjs [name…]` after the harness was built.
 * They go to tmp/panel-shots.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { openBrowser, serve } from './browser.mjs';

const root = new URL('../../../', import.meta.url).pathname;
const shots = `${root}tmp/panel-shots`;

/** Steps that a shot can take, by name. */
const click = (/** @type {string} */ selector) => `document.querySelector(${JSON.stringify(selector)}).click()`;
const row = (/** @type {number} */ index) =>
  `(async () => { const grid = document.querySelector('[role=grid]'); grid.scrollTop = ${index * 21} - 60; await wait(80); document.querySelector('[data-row-id^="x${index}#"]').click() })()`;
const type = (/** @type {string} */ id, /** @type {string} */ text) =>
  `(() => { const field = document.querySelector('[data-testid=${id}]'); field.focus(); field.value = ${JSON.stringify(text)}; field.dispatchEvent(new Event('input', { bubbles: true })) })()`;
const focus = (/** @type {string} */ id) => `document.querySelector('[data-testid=${id}]').focus()`;
const blur = (/** @type {string} */ id) => `document.querySelector('[data-testid=${id}]').blur()`;
const find = `(async () => { document.querySelector('[data-testid=details]').focus(); document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true })); await wait(80) })()`;
const secret = [
  click('[data-testid=secrets-button]'),
  type('secret-text', 'a'.repeat(64)),
  click('[data-testid=secret-add]'),
  click('[data-testid=secrets-button]'),
];

/** Presses, moves and lets go, at shares of an element's width. */
const drag = (/** @type {string} */ selector, /** @type {number} */ from, /** @type {number} */ to) =>
  `(() => { const it = document.querySelector(${JSON.stringify(selector)}); const { left, width, top } = it.getBoundingClientRect(); it.setPointerCapture = () => {}; for (const [type, share] of [['pointerdown', ${from}], ['pointermove', ${to}], ['lostpointercapture', ${to}]]) it.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX: left + share * width, clientY: top + 9 })) })()`;
const hover = (/** @type {string} */ selector, /** @type {number} */ share) =>
  `(() => { const it = document.querySelector(${JSON.stringify(selector)}); const { left, width, top } = it.getBoundingClientRect(); it.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: left + ${share} * width, clientY: top + 9 })) })()`;

const cookies = click('[data-testid=tab-cookies]');
const logouts = click('[data-testid=tab-logouts]');
const cell = (/** @type {string} */ name, /** @type {string} */ column) =>
  click(`[data-cookie="${name}"] [data-testid=cookie-cell-${column}]`);

const STORY = 'recording=history&rows=19';
const wait = (/** @type {number} */ ms) => `wait(${ms})`;
const history = `Promise.resolve(${click('[data-testid=tab-history]')}).then(() => wait(150))`;
const version = (/** @type {number} */ number) =>
  `(async () => { document.querySelector('[role=grid]').scrollTop = 0; await wait(80); document.querySelector('[data-version=v${number}]').click(); document.querySelector('[role=grid]').focus() })()`;
const shiftVersion = (/** @type {number} */ number) =>
  `document.querySelector('[data-version=v${number}]').dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))`;

const example = [click('[data-testid=import]'), click('[data-testid=import-example]')];
const compare = [
  ...example,
  wait(900),
  click('[data-testid=import]'),
  click('[data-testid=import-compare]'),
  `openFile('fails-there.har', [['httponly', 'secure'], ['theme', 'layout']])`,
];
const STRIPPED = JSON.stringify(
  JSON.stringify({
    log: {
      creator: { name: 'WebInspector', version: '537.36' },
      entries: [
        {
          startedDateTime: '2026-01-15T10:00:00Z',
          request: { method: 'GET', url: 'https://a.test/', headers: [] },
          response: { status: 200, headers: [{ name: 'Server', value: 'x' }] },
        },
      ],
    },
  }),
);
const DRAG = `(() => { const dataTransfer = new DataTransfer(); dataTransfer.items.add(new File([''], 'a.har')); document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true })) })()`;
const PROGRESS = `worker.tell({ type: 'recordings', shown: null, beside: null, live: 40, failed: null, importing: { name: 'customer.har', bytes: 112e6, total: 300e6, entries: 2854 } })`;

/** @type {Record<string, { size?: readonly [number, number], query?: string, steps?: readonly string[] }>} */
const SHOTS = {
  empty: { query: 'rows=0' },
  'table-light': {},
  'table-dark': { query: 'theme=dark' },
  'table-2000': { size: [2000, 500], steps: [...secret, row(11)] },
  'table-400': { size: [400, 600] },
  'table-700': { size: [700, 500] },
  'firefox-light': { query: 'browser=firefox', steps: [...secret, row(10)] },
  'firefox-dark': { query: 'browser=firefox&theme=dark', steps: [...secret, row(10)] },
  sealed: { steps: [row(10)] },
  'sealed-help-dark': { query: 'theme=dark', steps: [row(10), click('.sealed .link')] },
  'sealed-400': { size: [400, 700], steps: [row(10)] },
  opened: { steps: [...secret, row(10)] },
  'opened-dark': { query: 'theme=dark', steps: [...secret, row(10)] },
  'opened-400': { size: [400, 700], steps: [...secret, row(7)] },
  'opened-700': { size: [700, 500], steps: [...secret, row(7)] },
  'tree-search': { steps: [...secret, row(10), type('tree-search', 'nord')] },
  'cookie-tab': { steps: [...secret, row(11), click('[data-testid=tab-cookie]')] },
  'cookie-flagless': { query: 'theme=dark', steps: [row(9), click('[data-testid=tab-cookie]')] },
  'raw-tab': { steps: [...secret, row(8), click('[data-testid=tab-raw]')] },
  findings: { steps: [...secret, row(11), click('[data-testid=tab-findings]')] },
  'findings-dark': { query: 'theme=dark', steps: [row(9), click('[data-testid=tab-findings]')] },
  readable: { steps: [row(9)] },
  export: { steps: [click('[data-testid=export]')] },
  'export-dark': {
    query: 'theme=dark',
    steps: [click('[data-testid=export]'), click('[data-testid=export-redaction-none]'), click('[data-testid=export-format-json]')],
  },
  'export-400': { size: [400, 500], steps: [click('[data-testid=export]'), click('[data-testid=export-format-markdown]')] },
  'copy-menu': { steps: [...secret, row(11), wait(150), click('[data-testid=copy-as]')] },
  'copy-menu-dark': { query: 'theme=dark', size: [400, 500], steps: [...secret, row(11), wait(150), click('[data-testid=copy-as]')] },
  'copy-finding': { steps: [...secret, row(11), click('[data-testid=tab-findings]')] },
  'wrong-key': {
    steps: [
      click('[data-testid=secrets-button]'),
      type('secret-text', 'wrong'),
      click('[data-testid=secret-add]'),
      click('[data-testid=secrets-button]'),
      row(10),
    ],
  },
  'drawer-beside': {
    steps: [
      row(10),
      click('[data-testid=secrets-button]'),
      type('secret-text', 'SECRET_KEY_BASE=0123456789abcdef'),
      click('[data-testid=secret-add]'),
      click('.drawer-body > .disclosure'),
    ],
  },
  marshal: { steps: [...secret, row(13)] },
  purpose: { steps: [...secret, row(14)] },
  expired: { steps: [...secret, row(15)] },
  malformed: { steps: [row(16)] },
  store: { size: [1200, 820], steps: [row(17)] },
  'store-400-dark': { size: [400, 900], query: 'theme=dark', steps: [row(17)] },
  'store-pasted': {
    size: [1200, 820],
    steps: [row(17), type('store-entry', '{"value":{"user_id":42,"cart":{"items":[1,2]}}}'), click('[data-testid=store-entry-read]')],
  },
  'store-refused': { steps: [row(17), type('store-entry', 'hello'), click('[data-testid=store-entry-read]')] },
  note: { steps: [row(0)] },
  'not-session': { steps: [row(2)] },
  'drawer-empty': { steps: [click('[data-testid=secrets-button]')] },
  drawer: {
    steps: [
      ...secret,
      click('[data-testid=secrets-button]'),
      type('secret-text', 'wrong'),
      click('[data-testid=secret-add]'),
      click('[data-testid=advanced]'),
    ],
  },
  'drawer-dark-400': { size: [400, 700], query: 'theme=dark', steps: [...secret, click('[data-testid=secrets-button]')] },
  'compare-store': { size: [1200, 760], steps: [click('[data-testid=compare-store]')] },
  'compare-store-dark': { size: [1200, 760], query: 'theme=dark', steps: [click('[data-testid=compare-store]')] },
  'compare-store-400': { size: [400, 760], query: 'browser=firefox', steps: [click('[data-testid=compare-store]')] },
  'compare-store-refused': { query: 'cookies=refused', steps: [click('[data-testid=compare-store]')] },
  'web-request-dark': { query: 'browser=firefox&theme=dark', steps: [click('[data-testid=web-request-start]')] },
  'filter-none': { steps: [type('filter', 'nothing-like-this')] },
  'filter-tokens': { steps: [focus('filter'), click('[data-testid=filter]')] },
  'filter-values-dark': { query: 'theme=dark', steps: [...secret, type('filter', 'is:session -method:POST finding:')] },
  'filter-chips': { steps: [...secret, type('filter', 'is:session -method:POST "nord"'), blur('filter')] },
  'filter-chips-firefox-dark': {
    query: 'browser=firefox&theme=dark',
    steps: [type('filter', 'is:session size:>3500 status:nine'), blur('filter')],
  },
  'filter-fault': { steps: [type('filter', 'size:>abc')] },
  'filter-360': { size: [360, 600], query: 'theme=dark', steps: [type('filter', 'is:session status:')] },
  'filter-700': { size: [700, 500], steps: [type('filter', 'is:session -method:GET'), blur('filter')] },
  find: { steps: [...secret, row(11), click('[data-testid=tab-cookie]'), find, type('details-find-text', 'se')] },
  'find-dark': { query: 'theme=dark', steps: [row(11), click('[data-testid=tab-findings]'), find, type('details-find-text', 'cookie')] },
  'find-none-360': { size: [360, 700], steps: [row(11), click('[data-testid=tab-raw]'), find, type('details-find-text', 'nowhere')] },
  paused: { steps: [click('[data-testid=pause]'), 'worker.more(12)'] },
  many: { query: 'rows=50000' },
  'overview-span': {
    size: [1200, 420],
    steps: [drag('[data-testid=overview-brush]', 0.3, 0.6), hover('[data-testid=overview-brush]', 0.5)],
  },
  'overview-span-dark': {
    size: [1200, 420],
    query: 'theme=dark&logouts=many',
    steps: [drag('[data-testid=overview-brush]', 0.3, 0.6), hover('[data-testid=overview-brush]', 0.45)],
  },
  'overview-secret': { size: [1200, 420], query: 'rows=40&logouts=many', steps: secret },
  'overview-story': { size: [700, 420], query: `${STORY}&browser=firefox`, steps: secret },
  'overview-360': { size: [360, 420], query: 'rows=30&theme=dark', steps: [drag('[data-testid=overview-brush]', 0.3, 0.6)] },
  'overview-folded': { size: [700, 420], steps: [click('[data-testid=overview-toggle]')] },
  'columns-menu': { steps: [click('[data-testid=columns]'), click('[data-testid=menu-flags]')] },
  'columns-menu-dark': { size: [700, 500], query: 'theme=dark', steps: [click('[data-testid=columns]')] },
  'sorted-size': { steps: [click('[data-testid=sort-size]')] },
  'cookies-empty': { query: 'rows=0', steps: [cookies] },
  'cookies-light': { steps: [cookies] },
  'cookies-dark': { query: 'theme=dark', steps: [cookies] },
  'cookies-unknown': { query: 'storage=none', steps: [cookies] },
  'cookies-2000': { size: [2000, 500], steps: [cookies] },
  'cookies-360': { size: [360, 600], steps: [cookies] },
  'cookies-360-details': { size: [360, 700], query: 'theme=dark', steps: [cookies, cell('locale', 'secure')] },
  'cookies-firefox-dark': { query: 'browser=firefox&theme=dark', steps: [cookies, cell('locale', 'httpOnly')] },
  'cookies-name': { steps: [cookies, cell('_billing_session', 'name')] },
  'cookies-lifetime': { steps: [cookies, cell('theme', 'lifetime')] },
  'cookies-refused': { size: [1600, 560], steps: [cookies, cell('_billing_session', 'refused')] },
  'cookies-findings': { size: [1600, 700], query: 'theme=dark', steps: [cookies, cell('_billing_session', 'findings')] },
  'cookies-sorted': { steps: [cookies, click('[data-testid=cookie-head-sizeMost]')] },
  'cookies-filter-none': { steps: [cookies, type('filter', 'nothing-like-this')] },
  'storage-refused': { steps: [row(11), click('[data-testid=tab-cookie]')] },
  'logouts-empty': { query: 'logouts=none', steps: [logouts] },
  'logouts-empty-360': { size: [360, 600], query: 'theme=dark', steps: [...secret, logouts] },
  'logouts-signed-out': { query: 'logouts=signed-out', steps: [logouts] },
  'logouts-one': { size: [1200, 800], query: 'logouts=one', steps: [logouts] },
  'logouts-many': { size: [1200, 900], query: 'logouts=many', steps: [logouts] },
  'logouts-many-dark': { size: [1200, 900], query: 'logouts=many&theme=dark', steps: [logouts] },
  'logouts-secret': { size: [900, 900], query: 'logouts=secret', steps: [logouts, click('.link-here')] },
  'logouts-secret-firefox': { size: [900, 900], query: 'logouts=secret&browser=firefox&theme=dark', steps: [logouts] },
  'logouts-360': { size: [360, 1100], query: 'logouts=one', steps: [logouts] },
  'logouts-360-many-dark': {
    size: [360, 800],
    query: 'logouts=many&theme=dark',
    steps: [logouts, click('[data-testid=logout][data-cause=dropped-too-large] .logout-head')],
  },
  'logouts-2000': { size: [2000, 700], query: 'logouts=one', steps: [logouts] },
  'logouts-rows': { query: 'logouts=many', steps: [row(12)] },
  'logouts-rows-dark': { query: 'logouts=many&theme=dark', steps: [row(19)] },
  'logouts-rows-400': { size: [400, 600], query: 'logouts=many' },
  'storage-dark': { query: 'theme=dark', steps: [row(23), click('[data-testid=tab-cookie]')] },
  overlap: { size: [1200, 620], query: STORY, steps: [...secret, row(7), click('[data-testid=tab-findings]'), wait(100)] },
  'overlap-dark-360': {
    size: [360, 760],
    query: `${STORY}&theme=dark`,
    steps: [...secret, row(7), click('[data-testid=tab-findings]'), wait(100)],
  },
  'overlap-logout': { size: [1200, 700], query: 'logouts=race', steps: [logouts] },
  'overlap-logout-dark': { size: [1200, 700], query: 'logouts=race&theme=dark&browser=firefox', steps: [logouts] },
  'identity-keys': { size: [1200, 620], query: STORY, steps: [history, ...secret, click('[data-testid=identity-keys-button]'), wait(200)] },
  'identity-keys-dark-360': {
    size: [360, 640],
    query: `${STORY}&theme=dark`,
    steps: [history, ...secret, click('[data-testid=identity-keys-button]'), wait(200)],
  },
  'import-menu': { query: 'worker=real', steps: [click('[data-testid=import]')] },
  'import-example': { size: [1200, 700], query: 'worker=real', steps: [...example, wait(900)] },
  'import-example-400-dark': { size: [400, 700], query: 'worker=real&theme=dark', steps: [...example, wait(900)] },
  'import-failed': { query: 'worker=real', steps: [`openFile('page.html', '<html>')`, wait(400)] },
  'import-stripped-dark': { query: 'worker=real&theme=dark', steps: [`openFile('customer.har', ${STRIPPED})`, wait(500)] },
  'import-drop-dark': { query: 'theme=dark', steps: [DRAG] },
  'import-progress': { query: 'rows=40', steps: [PROGRESS] },
  'compare-light': { size: [1200, 700], query: 'worker=real', steps: [...compare, wait(900)] },
  'compare-dark': { size: [1200, 700], query: 'worker=real&theme=dark', steps: [...compare, wait(900)] },
  'compare-all-400': { size: [400, 700], query: 'worker=real', steps: [...compare, wait(900), click('[data-testid=compare-all]')] },
  'history-empty': { query: 'rows=0', steps: [history] },
  'history-light': { size: [1200, 620], query: STORY, steps: [history, ...secret, wait(300)] },
  'history-dark': { size: [1200, 620], query: `${STORY}&theme=dark`, steps: [history, ...secret, wait(300), version(6)] },
  'history-sealed': { size: [1200, 620], query: STORY, steps: [history, version(5)] },
  'history-legend': { size: [1200, 620], query: STORY, steps: [history, ...secret, click('[data-testid=history-legend]'), wait(200)] },
  'history-refused': { size: [1400, 620], query: STORY, steps: [history, ...secret, version(11), wait(100)] },
  'history-compare': {
    size: [1400, 620],
    query: `${STORY}&theme=dark`,
    steps: [history, ...secret, version(4), shiftVersion(10), wait(200)],
  },
  'history-picking': { query: STORY, steps: [history, ...secret, version(4), click('[data-testid=compare-with]')] },
  'history-compare-sealed': { query: STORY, steps: [history, version(4), shiftVersion(8), wait(200)] },
  'history-360': { size: [360, 640], query: STORY, steps: [history, ...secret, wait(200)] },
  'history-360-details': { size: [360, 760], query: `${STORY}&theme=dark`, steps: [history, ...secret, version(5), wait(200)] },
  'history-firefox-dark': { size: [1200, 620], query: `${STORY}&theme=dark&browser=firefox`, steps: [history, ...secret, version(7)] },
  'history-2000': { size: [1200, 620], query: 'recording=history&rows=2400', steps: [history, ...secret, wait(1500)] },
  'history-filter': {
    size: [1200, 620],
    query: STORY,
    steps: [history, ...secret, type('filter', 'method:POST -event:unchanged'), blur('filter'), wait(200)],
  },
  'history-filter-dark': {
    size: [1200, 620],
    query: `${STORY}&theme=dark`,
    steps: [history, ...secret, type('filter', 'event:'), wait(200)],
  },
  'history-filter-360': {
    size: [360, 640],
    query: `${STORY}&theme=dark`,
    steps: [history, ...secret, type('filter', 'method:POST'), blur('filter'), wait(200)],
  },
  'history-filter-none': { query: STORY, steps: [history, type('filter', 'nothing-like-this'), wait(200)] },
  'history-two': { query: 'recording=history&rows=1', steps: [history] },
  'diff-tab': { size: [1200, 700], query: STORY, steps: [...secret, row(5), click('[data-testid=tab-diff]'), wait(100)] },
  'diff-dark': { size: [1200, 700], query: `${STORY}&theme=dark`, steps: [...secret, row(12), click('[data-testid=tab-diff]'), wait(100)] },
  'diff-sealed': { query: STORY, steps: [row(5), click('[data-testid=tab-diff]'), wait(100)] },
  'diff-360': { size: [360, 700], query: STORY, steps: [...secret, row(2), click('[data-testid=tab-diff]'), wait(100)] },
  'size-tab': { size: [1200, 700], query: STORY, steps: [...secret, row(10), click('[data-testid=tab-size]'), wait(100)] },
  'size-dark': { size: [1200, 700], query: `${STORY}&theme=dark`, steps: [...secret, row(5), click('[data-testid=tab-size]'), wait(100)] },
  'size-sealed': { query: STORY, steps: [row(5), click('[data-testid=tab-size]'), wait(100)] },
  'size-360': { size: [360, 700], query: STORY, steps: [...secret, row(10), click('[data-testid=tab-size]'), wait(100)] },
};

mkdirSync(shots, { recursive: true });
const server = await serve(`${root}tmp/panel-harness`);
const browser = await openBrowser(process.env.CHROME_PATH ?? '/usr/bin/chromium');
const wanted = process.argv.slice(2);
for (const [name, { size = [1200, 560], query = '', steps = [] }] of Object.entries(SHOTS)) {
  if (wanted.length > 0 && !wanted.some((text) => name.includes(text))) continue;
  await browser.page('Emulation.setDeviceMetricsOverride', { width: size[0], height: size[1], deviceScaleFactor: 1, mobile: false });
  await browser.page('Page.navigate', { url: `${server.url}?${query}` });
  await browser.run('globalThis.wait = (ms) => new Promise((done) => setTimeout(done, ms)); wait(400)');
  for (const step of steps) await browser.run(`Promise.resolve(${step}).then(() => wait(60))`);
  await browser.run('wait(200)');
  const { data } = await browser.page('Page.captureScreenshot', { format: 'png' });
  writeFileSync(`${shots}/${name}.png`, Buffer.from(data, 'base64'));
}
for (const line of new Set(browser.console)) console.log('console:', line);
await browser.close();
server.close();
