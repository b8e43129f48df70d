import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { chooseHar, SANITISED } from './choose-har.ts';
import { servePage } from './page-server.ts';
import { openRow, shownRows, waitForRows } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

const example = readFileSync(new URL('../../src/worker/example/example.har.json', import.meta.url), 'utf8');
/** The same traffic where one cookie is called otherwise and the session cookie is Secure. */
const elsewhere = example.replaceAll('theme=dark', 'layout=dark').replaceAll('; HttpOnly', '; secure; HttpOnly');

let server: Awaited<ReturnType<typeof servePage>>;
let driver: PanelDriver;

beforeAll(async () => {
  server = await servePage((_request, response) => {
    response.setHeader('Set-Cookie', '_live=1; path=/; httponly; samesite=lax');
    response.setHeader('Content-Type', 'text/html');
    response.end('<h1>Live</h1>');
  });
  driver = await launchPanel();
  await driver.resizePanel(1200, 700);
});
afterAll(async () => {
  server.stop();
  await driver.close();
});

const choose = (item: 'har' | 'compare', name: string, text: string, megabytes = 0): Promise<void> =>
  chooseHar(driver, item, name, text, megabytes);
const strip = async (): Promise<string> => {
  await driver.waitFor('the strip', () => !!document.querySelector('[data-testid=recording-strip]'));
  return (await driver.text('[data-testid=recording-strip]')) ?? '';
};
const show = (view: string): Promise<void> => driver.click(`[data-testid=tab-${view}]`);

async function backToLive(): Promise<void> {
  await driver.click('[data-testid=back-to-live]');
  await driver.waitFor('the live recording', () => !document.querySelector('[data-testid=recording-strip]'));
}

test(`in ${browserName}, the example fills every view before anything was recorded`, async () => {
  await driver.waitFor('the button', () =>
    [...document.querySelectorAll('.empty .button')].some((one) => one.textContent === 'See an example'),
  );
  await driver.click('.empty .button:not(.button-primary)');
  expect(await strip()).toMatch(/Example.*26 entries.*Rails/s);
  await waitForRows(driver, 25);
  await openRow(driver, '_shop_session');
  await driver.waitFor('the opened session', () => document.querySelector('[data-testid=tree]')?.textContent?.includes('session_id'));
  await driver.panel(() => document.querySelector<HTMLElement>('[data-testid=details-close]')?.click());
  const findings = (await shownRows(driver)).map((row) => row.finding).join(' ');
  expect(findings).toContain('silent-drop');
  await savePicture(driver, 'example-responses');
  await show('cookies');
  await driver.waitFor('the cookies', () => document.querySelectorAll('[data-testid=cookie-cell-name]').length === 3);
  await show('history');
  await driver.waitFor('the versions', () => document.querySelectorAll('[data-version]').length > 5);
  await savePicture(driver, 'example-history');
  await show('logouts');
  await driver.waitFor('the verdict', () => !!document.querySelector('[data-testid=logout][data-cause=dropped-too-large]'));
  await savePicture(driver, 'example-logouts');
  await show('responses');
});

test('the live recording goes on underneath, and comes back', async () => {
  await driver.goto(`${server.url}/`);
  await driver.waitFor('the live response', () =>
    /goes on: [1-9]/.test(document.querySelector('[data-testid=recording-strip]')?.textContent ?? ''),
  );
  expect((await shownRows(driver)).some((row) => row.cookie === '_live')).toBe(false);
  await backToLive();
  await waitForRows(driver, 1, '_live');
  expect((await shownRows(driver)).every((row) => row.cookie === '_live')).toBe(true);
});

test('a file that was sanitised says so, and what to do about it', async () => {
  await choose('har', 'customer.har', SANITISED);
  expect(await strip()).toMatch(/customer\.har.*1 entry.*WebInspector.*Cookies were removed/s);
  await driver.waitFor('the empty state', () => document.querySelector('[data-testid=empty]')?.textContent?.includes('sensitive data'));
  await savePicture(driver, 'import-sanitised');
  await backToLive();
});

test('a large file shows how far it is, and cancelling it leaves everything as it was', async () => {
  await choose('har', 'large.har', example, 300);
  await driver.waitFor('the progress', () => !!document.querySelector('[data-testid=import-progress] progress'));
  await savePicture(driver, 'import-progress');
  await driver.click('[data-testid=import-cancel]');
  await driver.waitFor('the end of it', () => !document.querySelector('[data-testid=import-progress]'));
  expect(await driver.panel(() => document.querySelector('[data-testid=recording-strip]') === null)).toBe(true);
  await waitForRows(driver, 1, '_live');
});

test('a file that is no HAR is named with where it goes wrong', async () => {
  await choose('har', 'page.html', '<html>');
  await driver.waitFor('the failure', () => !!document.querySelector('[data-testid=import-failed]'));
  expect(await driver.text('[data-testid=import-failed]')).toMatch(/page\.html.*line 1, column 1/s);
});

test('a file that is dropped on the panel is opened, and two are compared', async () => {
  await driver.panel((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'works-here.har'));
    const event = (type: string) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event('dragover'));
    document.body.dispatchEvent(event('drop'));
  }, example);
  expect(await strip()).toContain('works-here.har');
  await waitForRows(driver, 25);
  await choose('compare', 'fails-there.har', elsewhere);
  await driver.waitFor('the comparison', () => document.querySelectorAll('[data-testid=compare-line]').length > 3);
  const lines = await driver.panel(() =>
    [...document.querySelectorAll('[data-testid=compare-line]')].map((line) =>
      [...line.children].map((cell) => cell.textContent?.trim()).join(' | '),
    ),
  );
  expect(lines).toContain('_shop_session | Secure | no | yes');
  expect(lines).toContain('layout | set | no | yes');
  expect(lines).toContain('theme | set | yes | no');
  expect(lines.some((line) => line.startsWith('_shop_session | Secure is missing'))).toBe(true);
  await savePicture(driver, 'compare');
  await driver.setTheme('dark');
  await savePicture(driver, 'compare-dark');
  await driver.click('[data-testid=compare-stop]');
  await driver.waitFor('the tab to be gone', () => !document.querySelector('[data-testid=tab-compare]'));
  await backToLive();
  expect(await driver.problems()).toEqual([]);
});
