import { otherSizes, panelChunks, total } from '../../../scripts/bundle-sizes.mjs';
import { PANEL_BUDGET } from '../../../scripts/panel-budget.mjs';
import { printTable } from '../print-table.ts';
import { measureFirstRow } from './first-row.ts';
import { measureManyRows } from './many-rows.ts';
import { EXTENSION, openBrowser } from './open-browser.ts';
import { measurePageSpeed } from './page-speed.ts';
import { measureRecording, RESPONSES } from './recording-cost.ts';
import { serveTraffic } from './traffic.ts';

const figure = (value: number | null | undefined, digits = 0): string =>
  value == null ? '–' : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const server = await serveTraffic();

const NAMES = {
  closed: 'DevTools closed',
  network: 'peer: DevTools with the Network panel, no extension',
  hidden: 'Sessionscope in DevTools, panel not shown',
  shown: 'Sessionscope in DevTools, panel shown',
};

function bundle(): void {
  const chunks = panelChunks(EXTENSION);
  const sizes = otherSizes(EXTENSION);
  printTable(
    'What is shipped, in kB after gzip',
    ['', 'kB', 'aim'],
    [
      ['all script that the panel’s document loads', figure(total(chunks.map(({ size }) => size)), 1), '< 80'],
      ['the most that `npm test` lets it weigh', figure(PANEL_BUDGET, 1), ''],
      ...chunks.map(({ name, size, later }) => [`– ${name}${later ? ', on demand' : ''}`, figure(size, 1), '']),
      ['script of the devtools page', figure(sizes.devtools, 1), ''],
      ['script of the worker', figure(sizes.worker, 1), ''],
      ['styles', figure(sizes.css, 1), ''],
    ],
  );
}

async function rows(): Promise<void> {
  const many = await measureManyRows('shown', server.url);
  const theirs = await measureManyRows('network', server.url);
  const asPeer = 'as the peer';
  printTable(
    '50,000 rows out of a HAR, in ms; the filter is typed at once, and counts from the key to the painted rows',
    ['', 'Sessionscope', 'peer', 'aim'],
    [
      ['frame while scrolling through all, mean', figure(many.meanFrame, 1), figure(theirs.meanFrame, 1), asPeer],
      ['frame while scrolling through all, longest', figure(many.longestFrame, 1), figure(theirs.longestFrame, 1), asPeer],
      ['filter, first time', figure(many.filterFirst), figure(theirs.filterFirst), '< 50'],
      ['filter, further times', figure(many.filter), figure(theirs.filter), '< 50'],
      ['filter, from the key until the rows are in the document (Event Timing)', figure(many.filterHandled), '–', '< 50'],
      ['filter, from the key to the next paint (Event Timing)', figure(many.filterPainted), '–', '< 50'],
      ['sort by a column', figure(many.sort), figure(theirs.sort), asPeer],
    ],
  );
}

async function firstRow(): Promise<void> {
  const ours = await measureFirstRow('shown', server);
  const peer = await measureFirstRow('network', server);
  printTable(
    'From the answer in the page to the row on the screen, in ms',
    ['', 'Sessionscope', 'peer', 'aim'],
    [
      ['the first row', figure(ours.first), figure(peer.first), 'as the peer'],
      ['further rows, median', figure(ours.median), figure(peer.median), 'as the peer'],
    ],
  );
}

async function pageSpeed(): Promise<void> {
  const speeds = await measurePageSpeed(server);
  const closed = speeds.get('closed');
  printTable(
    'Requests per second of a page that fires 2,000 fetches, 32 at a time, every other answer with a session of 500 bytes;\nthree rounds, interleaved',
    ['', 'best', 'median', 'of closed', 'aim'],
    [...speeds].map(([watching, { best, median }]) => [
      NAMES[watching],
      figure(best),
      figure(median),
      `${figure((100 * median) / (closed?.median ?? 1))}%`,
      watching === 'shown' ? 'as the peer' : '',
    ]),
  );
}

async function recording(sets: 'none' | 'session', what: string, aim: string): Promise<void> {
  const shown = await measureRecording('shown', sets, server);
  const hidden = await measureRecording('hidden', sets, server);
  const network = await measureRecording('network', sets, server);
  const line = (name: string, pick: (cost: typeof shown) => number | null, digits: number, wanted = ''): string[] => [
    name,
    ...[shown, hidden, network].map((cost) => figure(pick(cost), digits)),
    wanted,
  ];
  printTable(
    `One recorded response ${what}: the mean of ${figure(RESPONSES)}`,
    ['', 'panel shown', 'not shown', 'peer', 'aim'],
    [
      line('extension’s main thread (panel and devtools page), ms', (cost) => cost.extension, 3, '< 1'),
      line('  of it script, ms', (cost) => cost.extensionScript, 3),
      line('extension’s process with the worker, ms of processor', (cost) => cost.extensionProcess, 3),
      line('DevTools’ own main thread, ms', (cost) => cost.frontEnd, 3),
      line('the whole browser, ms of processor', (cost) => cost.browser, 3),
      line('memory of the worker, bytes', (cost) => cost.workerBytes, 0, aim),
      line('memory of panel and devtools page, bytes', (cost) => cost.extensionBytes, 0, aim),
      line('memory of DevTools itself, bytes', (cost) => cost.frontEndBytes, 0),
    ],
  );
}

/** By name, the quickest and those with an aim first. `--panel=rows,speed` measures some of them. */
const PARTS: Readonly<Record<string, () => Promise<void> | void>> = {
  bundle,
  first: firstRow,
  rows,
  speed: pageSpeed,
  none: () => recording('none', 'that sets nothing', '< 2,000'),
  session: () => recording('session', 'that sets a session of 500 bytes', ''),
};

const wanted =
  process.argv
    .find((argument) => argument.startsWith('--panel='))
    ?.slice('--panel='.length)
    .split(',') ?? Object.keys(PARTS);

const probe = await openBrowser('closed', server.url);
console.log(
  `\n${probe.version}, Node ${process.versions.node}. The peer is Chrome's own Network panel in the same browser without any extension.`,
);
await probe.close();
for (const name of wanted) {
  const part = PARTS[name];
  const start = performance.now();
  try {
    if (part === undefined) throw new Error(`there is none of this name, only ${Object.keys(PARTS).join(', ')}`);
    await part();
    console.log(`(${name}: ${figure((performance.now() - start) / 1000)} s)`);
  } catch (error) {
    // One that fails takes no other figures with it.
    console.log(`\n${name} was not measured: ${error instanceof Error ? error.message : error}`);
  }
}
server.stop();
