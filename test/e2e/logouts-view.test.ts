import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { type Story, storyById } from '../core/stories.ts';
import { servePage } from './page-server.ts';
import { enterSecret, waitForRow } from './panel-actions.ts';
import { browserName, launchPanel, lookAround, savePicture } from './target.ts';

/** The diagnosis comes a second after the traffic, at most. */
const SOON = { timeout: 10_000 };

describe(`the Logouts view, in ${browserName}`, () => {
  let rest: Story['exchanges'] = [];
  let server: Awaited<ReturnType<typeof servePage>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    server = await servePage((request, response) => {
      const path = new URL(request.url ?? '/', 'http://app.test').pathname;
      const answer = rest.find((one) => one.method === request.method && new URL(one.url).pathname === path);
      rest = rest.filter((one) => one !== answer);
      response.statusCode = answer?.status ?? 200;
      if (answer?.location !== undefined) response.setHeader('Location', '/');
      if (answer?.set_cookie.length) response.setHeader('Set-Cookie', answer.set_cookie);
      response.setHeader('Content-Type', 'text/html');
      response.end(`<link rel="icon" href="data:,"><h1>${answer?.body ?? 'Home'}</h1>`);
    });
    driver = await launchPanel();
    await driver.resizePanel(1000, 700);
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    server.stop();
  });

  const tab = () => driver.text('[data-testid=tab-logouts]');
  const causes = () =>
    driver.panel(() => [...document.querySelectorAll<HTMLElement>('[data-testid=logout]')].map((one) => one.dataset.cause ?? ''));
  const opened = () =>
    driver.panel(() =>
      [...document.querySelectorAll('[data-testid=logout-head][aria-expanded=true]')].map(
        (head) => head.closest<HTMLElement>('[data-testid=logout]')?.dataset.cause,
      ),
    );
  const focused = () => driver.panel(() => document.activeElement?.closest<HTMLElement>('[data-testid=logout]')?.dataset.cause ?? null);
  /** A form that a script sends: Firefox leaves out the answers of pages that are left at once. */
  const post = async (path: string) => {
    await driver.page((to) => fetch(to, { method: 'POST' }).then((answer) => answer.text()), path);
    await lookAround();
  };

  test('says what would be shown, and what helps to see it', async () => {
    await driver.click('[data-testid=tab-logouts]');
    await expect.poll(() => driver.text('[data-testid=empty]'), SOON).toMatch(/No session has been lost.*before the sign-in.*secret/s);
    expect(await tab()).toBe('Logouts');
    await savePicture(driver, 'logouts-empty');
    await driver.click('[data-testid=tab-responses]');
  });

  test('counts a logout on its tab, and leaves the user where he is', async () => {
    const story = storyById('v8_1_3_1/cleared');
    await enterSecret(driver, story.secrets[0] ?? '');
    rest = story.exchanges;
    await driver.goto(`${server.url}/`);
    await post('/login?return_to=%2Fprivate');
    await driver.goto(`${server.url}/clear_cookie?token=t0ken`);
    await waitForRow(driver, '/clear_cookie?token=t0ken');
    await driver.goto(`${server.url}/read`);
    await expect.poll(tab, SOON).toBe('Logouts 1');
    expect(await driver.panel(() => document.querySelector('[data-testid=tab-responses]')?.getAttribute('aria-selected'))).toBe('true');
    expect(await driver.panel(() => !!document.querySelector('[data-testid=tab-logouts] .severity'))).toBe(true);
  });

  test('leads from the response that shows the loss to its verdict', async () => {
    await expect.poll(() => driver.text('[data-testid=logout-link]'), SOON).toBe('▼ logged out');
    await driver.click('[data-testid=logout-link]');
    await expect.poll(causes, SOON).toEqual(['cleared-by-server']);
    await expect.poll(opened, SOON).toEqual(['cleared-by-server']);
    await expect.poll(focused, SOON).toBe('cleared-by-server');
    expect(await driver.text('[data-testid=logout-verdict]')).toContain('_demo_session');
    expect(await driver.text('[data-testid=confidence]')).toMatch(/^(certain|likely|possible)$/);
    expect(await driver.text('[data-testid=timeline]')).toContain('GET /clear_cookie?token=t0ken');
    await savePicture(driver, 'logouts-cleared');
  });

  test('copies the verdict without the queries of its addresses', async () => {
    await keepWhatIsCopied(driver);
    await driver.click('[data-testid=logout-copy]');
    await expect
      .poll(() => driver.panel(() => document.documentElement.dataset.copied ?? ''), SOON)
      .toContain('Cause: `cleared-by-server`');
    const text = (await driver.panel(() => document.documentElement.dataset.copied)) ?? '';
    expect(text).toContain(`GET ${server.url}/clear_cookie\``);
    expect(text).not.toMatch(/t0ken|return_to/);
    expect(text).not.toContain('_demo_session=');
  });

  test('works by keyboard: Escape closes, Enter opens', async () => {
    await driver.press('[data-testid=logout-copy]', 'Escape');
    await expect.poll(opened, SOON).toEqual([]);
    expect(await focused()).toBe('cleared-by-server');
    await driver.press('[data-testid=logout-head]', 'Enter');
    await expect.poll(opened, SOON).toEqual(['cleared-by-server']);
  });

  test('leads from the evidence to the response', async () => {
    await driver.click('[data-testid=timeline-step]:has(.link[title*="clear_cookie"]) .link');
    await driver.waitFor('its row in Responses', () =>
      document.querySelector('[data-testid=row][aria-selected=true]')?.textContent?.includes('/clear_cookie'),
    );
    await driver.waitFor('the focus in Responses', () => document.activeElement?.getAttribute('aria-label') === 'Responses');
    await expect.poll(() => driver.text('[data-testid=details]'), SOON).toMatch(/lost here.*Show the verdict/);
  });

  test('shows a plain sign-out apart, which is no fault', async () => {
    rest = storyById('v8_1_3_1/logout-replay').exchanges.slice(0, 4);
    await post('/login');
    await driver.goto(`${server.url}/read`);
    await post('/logout');
    await driver.goto(`${server.url}/read`);
    await driver.click('[data-testid=tab-logouts]');
    await expect.poll(causes, SOON).toEqual(['cleared-by-server', 'signed-out']);
    expect(await tab()).toBe('Logouts 1');
    expect(await driver.text('.sign-outs')).toContain('Not a fault');
    await driver.press('[data-testid=logout-head]', 'ArrowDown');
    expect(await focused()).toBe('signed-out');
    await savePicture(driver, 'logouts-signed-out');
  });

  test.each([360, 1000])('fits into %i px, light and dark', async (width) => {
    await driver.resizePanel(width, 700);
    for (const theme of ['light', 'dark'] as const) {
      await driver.setTheme(theme);
      const beyond = () => driver.panel(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(beyond, { ...SOON, message: theme }).toBe(0);
      await savePicture(driver, `logouts-${width}-${theme}`);
    }
  });

  test('is empty again after a clear', async () => {
    await driver.click('[data-testid=clear]');
    await expect.poll(tab, SOON).toBe('Logouts');
    await expect.poll(causes, SOON).toEqual([]);
  });

  test('reveals a response in the Network panel where the browser can', async () => {
    await driver.click('[data-testid=tab-responses]');
    rest = storyById('v8_1_3_1/cleared').exchanges;
    await post('/login');
    await driver.waitFor('a row', () => !!document.querySelector('[data-testid=row]'));
    await driver.click('[data-testid=row] [data-testid=cell-cookie]');
    await driver.waitFor('the details', () => !!document.querySelector('[data-testid=details-close]'));
    if (browserName === 'firefox') {
      expect(await driver.panel(() => !!document.querySelector('[data-testid=reveal]'))).toBe(false);
      return;
    }
    await driver.panel(() => {
      const { network } = chrome.devtools.panels as unknown as { network: { show(options: { filter: string }): unknown } };
      const show = network.show.bind(network);
      network.show = (options) => {
        document.documentElement.dataset.revealed = options.filter;
        return show(options);
      };
    });
    await driver.click('[data-testid=reveal]');
    await expect
      .poll(() => driver.panel(() => document.documentElement.dataset.revealed), SOON)
      .toBe(`method:POST url:${server.url}/login`);
    await driver.showPanel();
  });
});

/** The clipboard of a machine without a screen is not to be read: what the panel writes is kept beside. */
async function keepWhatIsCopied(driver: PanelDriver): Promise<void> {
  await driver.panel(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      document.documentElement.dataset.copied = text;
      return write(text);
    };
  });
}
