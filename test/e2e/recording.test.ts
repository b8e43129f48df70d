import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { account } from './account.ts';
import { extensionFolder, readWhenQuiet } from './recorded.ts';
import type { Kind } from './traffic-log.ts';
import { startTrafficServer, type TrafficServer } from './traffic-server.ts';

const browser = process.env.SESSIONSCOPE_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const requests = Number(process.env.SESSIONSCOPE_REQUESTS ?? 200);
/**
 * What each browser is known to leave out, by kind: in Chromium a dedicated worker's fetches and what a page was answered just
 * before it was left; in Firefox whatever a page was answered just before it was left, the page itself included.
 */
const LEFT_OUT: Readonly<Record<string, readonly Kind[]>> = {
  chromium: ['worker', 'hasty-fetch'],
  firefox: ['hasty-fetch', 'hasty-page', 'step'],
};
/** Lines of all other kinds that may have no row, of all lines: Firefox loses some while it answers `getHAR`. */
const TOLERATED = { chromium: 0.01, firefox: 0.05 }[browser];
/** Milliseconds; the steps of the pages take most of it. */
const limit = 60_000 + requests * 200;

describe(`every Set-Cookie line that the server wrote, in ${browser}`, () => {
  let server: TrafficServer;
  let driver: PanelDriver;

  beforeAll(async () => {
    server = await startTrafficServer(requests);
    driver = await launchBrowser(browser, { extension: extensionFolder(browser), ignoreCertificateErrors: true, showPanel: false });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test(`is listed, flagged on a later request, or superseded before any could show it (${requests} requests)`, {
    timeout: limit,
  }, async () => {
    const start = Date.now();
    await driver.goto(server.startUrl);
    await server.done;
    const served = Date.now() - start;
    await driver.showPanel();
    const recorded = await readWhenQuiet(driver, 3_000);
    const { counts, fates, unlisted, doubled } = account(server.log, recorded);

    console.log(
      `${driver.version}: ${server.log.requests.length} requests in ${(served / 1000).toFixed(1)} s, ${server.log.lines.length} Set-Cookie lines:`,
      counts,
      'not listed, by kind:',
      unlisted,
      recorded.summary,
    );
    expect([...fates].filter(([, fate]) => fate === 'lost').map(([line]) => line)).toEqual([]);
    const others = Object.entries(unlisted).filter(([kind]) => !LEFT_OUT[browser]?.includes(kind as Kind));
    expect(others.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(server.log.lines.length * TOLERATED);
    expect(doubled).toEqual([]);
    expect(recorded.summary.malformed).toBe(0);
    expect(await driver.problems()).toEqual([]);
  });
});
