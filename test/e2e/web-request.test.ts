import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { PanelDriver, TabDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep, until } from '../../scripts/browsers/wait.mjs';
import { account } from './account.ts';
import { servePage } from './page-server.ts';
import { extensionFolder, readRecorded, readWhenQuiet } from './recorded.ts';
import { browserName, savePicture } from './target.ts';
import { startTrafficServer, type TrafficServer } from './traffic-server.ts';

const requests = Number(process.env.SESSIONSCOPE_REQUESTS ?? 200);
/** Milliseconds; the steps of the pages take most of it. */
const limit = 60_000 + requests * 200;

/** `/hasty/N` fetches a cookie and goes on at once, `/still` stays. */
const startPages = () =>
  servePage((request, response) => {
    const [, kind, number] = (request.url ?? '').split('/');
    response.setHeader('set-cookie', `${kind}=${kind}-${number}; Path=/`);
    response.setHeader('content-type', 'text/html');
    const next = Number(number) > 0 ? `/hasty/${Number(number) - 1}` : '/still/0';
    const hasty = `<script>fetch('/fetch/${number}').then(() => { location.href = '${next}' })</script>`;
    response.end(`<!doctype html><title>${kind}</title><link rel="icon" href="data:,">${kind === 'hasty' ? hasty : ''}`);
  });
const HOPS = 6;
const SET = [...Array(HOPS).keys()].flatMap((number) => [`hasty=hasty-${number}; Path=/`, `fetch=fetch-${number}; Path=/`]).sort();

describe.runIf(browserName === 'firefox')('recording through webRequest', () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  let traffic: TrafficServer;
  let driver: PanelDriver;

  const inPermissionPage = (look: (tab: TabDriver) => Promise<void>) => driver.inTab('/permission.html', look);
  /** The last of the hasty pages may be lost as well: then another request shows the gap. */
  const offered = () =>
    until('the offer', async () => {
      await driver.goto(`${pages.url}/still/1`);
      await sleep(1000);
      return driver.panel(() => document.querySelector('[data-testid=web-request-start]') !== null);
    });
  const isOn = () => driver.waitFor('the news that it is on', () => document.querySelector('[data-testid=web-request-on]') !== null);
  /** Goes through the hasty pages and tells which of their lines were recorded. */
  const hurry = async () => {
    await driver.click('[data-testid=clear]');
    await driver.goto(`${pages.url}/hasty/${HOPS - 1}`);
    await until('the last page', async () => (await driver.page(() => document.title)) === 'still');
    await sleep(1000);
    const { exchanges } = await readRecorded(driver);
    return exchanges.flatMap(({ listed }) => listed.filter((line) => !line.startsWith('still'))).sort();
  };

  beforeAll(async () => {
    pages = await startPages();
    traffic = await startTrafficServer(requests);
    driver = await launchBrowser('firefox', {
      extension: extensionFolder('firefox'),
      ignoreCertificateErrors: true,
      // Nobody is there to answer the browser's prompt, which follows on the page that asks.
      prefs: { 'extensions.webextOptionalPermissionPrompts': false },
    });
  });
  afterAll(async () => {
    await driver?.close();
    await traffic?.close();
    pages?.stop();
  });

  test('is offered when there is a gap, asked for in a tab, and can be refused', async () => {
    expect(await hurry()).not.toEqual(SET);
    await offered();
    await savePicture(driver, 'web-request-offered');
    await driver.click('[data-testid=web-request-start]');
    await inPermissionPage(async (tab) => {
      expect(await tab.text('#hosts')).toBe('app.test');
      mkdirSync('test/screenshots', { recursive: true });
      writeFileSync('test/screenshots/firefox-permission-web-request.png', await tab.screenshot());
      await tab.click('[data-testid=cancel]');
    });
    await offered();
  });

  test('loses nothing on the host that was allowed, and lists nothing twice', async () => {
    await driver.click('[data-testid=web-request-start]');
    await inPermissionPage((tab) => tab.click('[data-testid=allow]'));
    await isOn();
    for (let round = 0; round < 3; round++) expect(await hurry()).toEqual(SET);
    await savePicture(driver, 'web-request-on');
  });

  test('goes on when the panel is built anew, and stops when the permission is given back', async () => {
    await driver.reloadPanel();
    await isOn();
    await driver.click('[data-testid=web-request-stop]');
    expect(await hurry()).not.toEqual(SET);
    await offered();
  });

  test(`loses nothing of any kind, with other hosts too, and lists nothing twice (${requests} requests)`, { timeout: limit }, async () => {
    await driver.click('[data-testid=web-request-start]');
    await inPermissionPage((tab) => tab.click('[data-testid=allow-all]'));
    await isOn();
    await driver.hidePanel();
    await driver.goto(traffic.startUrl);
    await traffic.done;
    await driver.showPanel();
    const recorded = await readWhenQuiet(driver, 3_000);
    const { counts, fates, unlisted, doubled } = account(traffic.log, recorded);
    console.log(
      `${driver.version}: ${traffic.log.requests.length} requests, ${traffic.log.lines.length} Set-Cookie lines:`,
      counts,
      'not listed, by kind:',
      unlisted,
      recorded.summary,
    );
    expect([...fates].filter(([, fate]) => fate !== 'listed').map(([line]) => line)).toEqual([]);
    expect(doubled).toEqual([]);
    expect(recorded.summary.malformed).toBe(0);
    expect(await driver.problems()).toEqual([]);
  });
});
