import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep, until } from '../../scripts/browsers/wait.mjs';
import { extensionFolder, type RecordedExchange, readRecorded } from './recorded.ts';

const browser = process.env.SESSIONSCOPE_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const BODY = 'ActionDispatch::Cookies::CookieOverflow in this body';

/** `/page/NAME` sets the cookie NAME; `/form` sends a form with `_method`; `/bytes` sets UTF-8; `/broken` is an error page. */
const server = createServer((request, response) => {
  const [, kind = '', name = 'x'] = (request.url ?? '').split('/');
  const html = '<!doctype html><link rel="icon" href="data:,">';
  const form =
    '<form method="post" action="/page/deleted"><input name="_method" value="delete"></form><script>document.forms[0].submit()</script>';
  response.setHeader('content-type', 'text/html');
  if (kind === 'bytes') response.setHeader('set-cookie', [Buffer.from('bytes=é€; Path=/').toString('latin1'), 'second=2']);
  else response.setHeader('Set-Cookie', `${kind === 'page' ? name : kind}=1; Path=/`);
  if (kind === 'broken') response.statusCode = 500;
  // Bytes, because Node would encode the header with the text of a body.
  response.end(Buffer.from(html + (kind === 'form' ? form : kind === 'broken' ? BODY : '<p>page')));
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://app.test:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const listed = async (driver: PanelDriver) => (await readRecorded(driver)).exchanges.flatMap((exchange) => exchange.listed);
/** Waits until there is an exchange for the path, and gives it. */
const recorded = (driver: PanelDriver, path: string, wanted: (exchange: RecordedExchange) => boolean = () => true) =>
  until(`a row of ${path}`, async () =>
    (await readRecorded(driver)).exchanges.find((exchange) => exchange.url === origin + path && wanted(exchange)),
  );

/** Stays for a moment, as people do: what Firefox drops when a page is left at once is the matter of another test. */
async function visit(driver: PanelDriver, path: string): Promise<void> {
  await driver.goto(origin + path).catch(() => {});
  await sleep(700);
}

describe(`recording and the panel, in ${browser}`, () => {
  let driver: PanelDriver;
  beforeAll(async () => {
    driver = await launchBrowser(browser, { extension: extensionFolder(browser), showPanel: false });
  });
  afterAll(() => driver?.close());

  test('recording starts when DevTools open, before the panel is first shown', async () => {
    await visit(driver, '/page/first');
    await visit(driver, '/page/second');
    await driver.showPanel();
    await recorded(driver, '/page/second');
    expect(await listed(driver)).toEqual(['first=1; Path=/', 'second=1; Path=/']);
  });

  test('a reload of the panel loses nothing, and recording goes on after it', async () => {
    const before = await listed(driver);
    await driver.reloadPanel();
    expect(await listed(driver)).toEqual(before);
    await visit(driver, '/page/third');
    await recorded(driver, '/page/third');
    expect(await listed(driver)).toEqual([...before, 'third=1; Path=/']);
  });

  test.each(['right', 'window', 'bottom'] as const)('moving DevTools (%s) loses nothing', async (side) => {
    const before = await listed(driver);
    await driver.dock(side);
    expect(await listed(driver)).toEqual(before);
  });

  test('recording goes on while another tool is shown', async () => {
    await driver.hidePanel();
    await visit(driver, '/page/hidden');
    await driver.showPanel();
    expect((await recorded(driver, '/page/hidden')).listed).toEqual(['hidden=1; Path=/']);
  });

  test("the form's _method and the error page are told, and no body is kept", async () => {
    await visit(driver, '/form');
    expect(await recorded(driver, '/page/deleted')).toMatchObject({ method: 'POST', methodOverride: 'DELETE' });
    await visit(driver, '/broken');
    expect(await recorded(driver, '/broken', ({ errorPage }) => errorPage !== null)).toMatchObject({
      status: 500,
      errorPage: 'CookieOverflow',
    });
    expect(JSON.stringify(await readRecorded(driver))).not.toContain('in this body');
  });

  test('values have one character per byte, and each Set-Cookie line is one of its own', async () => {
    await visit(driver, '/bytes');
    const bytes = Buffer.from('bytes=é€; Path=/').toString('latin1');
    expect((await recorded(driver, '/bytes')).listed).toEqual([bytes, 'second=2']);
  });

  test('DevTools that are opened again start with an empty recording', async () => {
    await driver.reopenDevtools();
    await visit(driver, '/page/again');
    await recorded(driver, '/page/again');
    expect(await listed(driver)).toEqual(['again=1; Path=/']);
    expect(await driver.problems()).toEqual([]);
  });
});

// Chromium's Network panel has no say in what extensions are told.
if (browser === 'firefox') {
  test('in Firefox, a type filter saved in the Network panel hides nothing from the recording', async () => {
    const driver = await launchBrowser('firefox', {
      extension: extensionFolder('firefox'),
      prefs: { 'devtools.netmonitor.filters': '["images"]' },
    });
    try {
      await visit(driver, '/page/filtered');
      expect((await recorded(driver, '/page/filtered')).listed).toEqual(['filtered=1; Path=/']);
    } finally {
      await driver.close();
    }
  });
}
