import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealSession } from '../../demo/rails-session.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { parseHar } from '../core/http/parse-har.ts';
import { servePage } from './page-server.ts';
import { enterSecret, openRow, waitForRow } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

const SOON = { timeout: 5_000 };
const SECRET = 'planted-secret-key-base-'.repeat(4);
const SESSION = sealSession({ session_id: 'a1', user_id: 7, note: 'planted content' }, { secret: SECRET, name: '_shop_session' });
const FILE = 'case';

describe(`exporting and copying, in ${browserName}`, () => {
  const downloads = mkdtempSync(join(tmpdir(), 'sessionscope-downloads-'));
  const seen: string[] = [];
  let server: Awaited<ReturnType<typeof servePage>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    server = await servePage((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.cookie ?? ''}`);
      if (request.url?.startsWith('/sign_in')) {
        response.setHeader('Set-Cookie', [`_shop_session=${SESSION}; path=/; HttpOnly; SameSite=Lax`, 'theme=dark-value; path=/']);
      }
      if (request.url?.startsWith('/next')) response.setHeader('Set-Cookie', 'theme=light-value; path=/');
      response.setHeader('Content-Type', 'text/html');
      response.end('<h1>Shop</h1>');
    });
    driver = await launchPanel({ prefs: downloadsTo(downloads) });
    await driver.resizePanel(1200, 700);
    await driver.goto(`${server.url}/sign_in?token=t0ken`);
    await waitForRow(driver, '/sign_in?token=t0ken');
    await driver.goto(`${server.url}/next/it's?a=(1)`);
    await waitForRow(driver, "/next/it's?a=(1)");
    await enterSecret(driver, SECRET);
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    server.stop();
    rmSync(downloads, { recursive: true, force: true });
  });

  const status = () => driver.text('[data-testid=export-status]');
  const copied = () => driver.panel(() => document.documentElement.dataset.copied ?? '');

  test('the dialog takes the focus, masks by default, names the file, and gives the focus back on Escape', async () => {
    await driver.click('[data-testid=export]');
    await driver.waitFor('the focus on the format', () => document.activeElement?.getAttribute('data-testid') === 'export-format-har');
    expect(await driver.panel(() => document.querySelector<HTMLInputElement>('[data-testid=export-redaction-mask]')?.checked)).toBe(true);
    const name = () => driver.panel(() => document.querySelector<HTMLInputElement>('[data-testid=export-file]')?.value ?? '');
    await expect.poll(name, SOON).toMatch(/^sessionscope-app\.test-\d{4}-\d\d-\d\d$/);
    // Every row shows: the choice is none, and looks it.
    const look = await driver.panel(() => {
      const choice = document.querySelector('label:has([data-testid=export-shown]:disabled)');
      const { opacity, cursor } = getComputedStyle(choice ?? document.body);
      return { opacity: Number(opacity), cursor };
    });
    expect(look.opacity).toBeLessThan(1);
    expect(look.cursor).toBe('default');
    await savePicture(driver, 'export-dialog');
    await driver.press(null, 'Escape');
    await driver.waitFor('the focus on the button', () => document.activeElement?.getAttribute('data-testid') === 'export');
    expect(await driver.text('[data-testid=export-dialog]')).toBeNull();
  });

  test.each([
    { format: 'har', ending: 'har', holds: '"value":"_shop_session=' },
    { format: 'json', ending: 'json', holds: '"schema": "sessionscope.report/1"' },
    { format: 'markdown', ending: 'md', holds: '| `_shop_session` | `app.test/` |' },
    { format: 'html', ending: 'html', holds: '<code>_shop_session</code>' },
  ])('saves the recording as $format, masked', async ({ format, ending, holds }) => {
    await driver.click('[data-testid=export]');
    await driver.click(`[data-testid=export-format-${format}]`);
    await driver.fill('[data-testid=export-file]', FILE);
    await driver.click('[data-testid=export-save]');
    const path = join(downloads, `${FILE}.${ending}`);
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8'), { timeout: 10_000 }).toContain(holds);
    await expect.poll(status, SOON).toContain(`${FILE}.${ending}`);
    const text = readFileSync(path, 'utf8');
    for (const hidden of [SECRET, SESSION, 'planted content', 't0ken', 'dark-value']) expect(text).not.toContain(hidden);
    await driver.press(null, 'Escape');
  });

  test('what was saved as HAR can be read, and tells of both pages', () => {
    const file = parseHar(readFileSync(join(downloads, `${FILE}.har`), 'utf8'));
    const urls = file.ok ? file.value.exchanges.map(({ url }) => new URL(url).pathname) : [];
    expect(urls).toEqual(expect.arrayContaining(['/sign_in', "/next/it's"]));
  });

  test('kept values and contents are in the JSON report, and the secret is not', async () => {
    await driver.click('[data-testid=export]');
    await driver.click('[data-testid=export-format-json]');
    await driver.click('[data-testid=export-redaction-none]');
    await driver.fill('[data-testid=export-file]', 'kept');
    await driver.click('[data-testid=export-save]');
    const path = join(downloads, 'kept.json');
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8'), { timeout: 10_000 }).toContain('planted content');
    expect(readFileSync(path, 'utf8')).toContain(SESSION);
    expect(readFileSync(path, 'utf8')).not.toContain(SECRET);
    await savePicture(driver, 'export-kept');
    await driver.press(null, 'Escape');
  });

  test('copies the report as Markdown', async () => {
    await keepWhatIsCopied(driver);
    await driver.click('[data-testid=export]');
    await driver.click('[data-testid=export-format-markdown]');
    await driver.click('[data-testid=export-copy]');
    await expect.poll(copied, SOON).toContain('# Session report');
    await driver.press(null, 'Escape');
  });

  test('a menu in the details copies the session, by keyboard', async () => {
    await openRow(driver, '_shop_session');
    await driver.waitFor('the session', () => document.querySelector('[data-testid=reading-state][data-state=opened]'));
    await driver.click('[data-testid=copy-as]');
    const focused = () => driver.panel(() => document.activeElement?.getAttribute('data-testid'));
    await expect.poll(focused, SOON).toBe('menu-value');
    await savePicture(driver, 'copy-menu');
    await driver.press(null, 'ArrowDown');
    await driver.press(null, 'ArrowDown');
    await expect.poll(focused, SOON).toBe(SESSION.includes('%') ? 'menu-json' : 'menu-ruby');
    await driver.press(null, 'Escape');
    await expect.poll(focused, SOON).toBe('copy-as');
    await driver.click('[data-testid=copy-as]');
    await driver.click('[data-testid=menu-json]');
    await expect.poll(copied, SOON).toContain('"note": "planted content"');
    await expect.poll(() => driver.text('[data-testid=menu-said]'), SOON).toContain('Session as JSON');
  });

  test('the context menu of a row copies its request as a cURL command, which makes the same request', async () => {
    await driver.press('[role=grid]', 'End');
    // What browsers dispatch for the Menu key and Shift+F10: at the element that has the focus.
    await driver.panel(() => {
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      return document.querySelector('[role=grid]')?.dispatchEvent(event) === false;
    });
    await driver.waitFor('the menu', () => document.querySelector('[data-testid=menu-curl]'));
    await savePicture(driver, 'row-menu');
    await driver.click('[data-testid=menu-curl]');
    await expect.poll(copied, SOON).toMatch(/^curl /);
    const command = await copied();
    const before = seen.filter((line) => line.startsWith('GET /next')).at(-1);
    seen.length = 0;
    // The browser was told where app.test is; curl is told here.
    runInBackground(command.replace('curl ', `curl --silent --resolve app.test:${server.port}:127.0.0.1 `));
    await expect.poll(() => seen, SOON).toEqual([before]);
  });

  test('a finding is copied as Markdown', async () => {
    await openRow(driver, 'theme');
    await driver.click('[data-testid=tab-findings]');
    await driver.click('[data-testid=copy-finding]');
    await expect.poll(copied, SOON).toMatch(/^## .+[\s\S]+Cookie: `theme`/);
  });

  test.each([360, 700, 1600])('the dialog fits into %i px, light and dark', async (width) => {
    await driver.resizePanel(width, 700);
    if (width < 640) await driver.click('[data-testid=more]');
    await driver.click(width < 640 ? '[data-testid=more-export]' : '[data-testid=export]');
    for (const theme of ['light', 'dark'] as const) {
      await driver.setTheme(theme);
      const inside = () =>
        driver.panel(() => {
          const { left, right, bottom } = document.querySelector('[data-testid=export-dialog]')?.getBoundingClientRect() ?? new DOMRect(-1);
          return left >= 0 && right <= innerWidth && bottom <= innerHeight;
        });
      await expect.poll(inside, SOON).toBe(true);
      await savePicture(driver, `export-${width}-${theme}`);
    }
    await driver.press(null, 'Escape');
  });

  test('what was saved as HAR opens in the browser’s own network tool, with its cookies', async () => {
    const text = readFileSync(join(downloads, `${FILE}.har`), 'utf8');
    const { entries } = JSON.parse(text).log;
    expect(entries.length).toBeGreaterThan(1);
    expect(await driver.importHar(text)).toEqual(
      entries.map(({ request, response }: { request: HarRequest; response: HarResponse }) => ({
        method: request.method,
        url: request.url,
        status: response.status,
        setCookies: response.cookies.map(({ name, value }) => [name, value]),
      })),
    );
  });
});

interface HarRequest {
  readonly method: string;
  readonly url: string;
}

interface HarResponse {
  readonly status: number;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}

/** Beside this process, whose server answers it. */
function runInBackground(command: string): void {
  execFileSync('sh', ['-c', `(${command}) >/dev/null 2>&1 &`]);
}

/** Profile settings that save files there without asking. */
function downloadsTo(folder: string): Readonly<Record<string, unknown>> {
  if (browserName === 'firefox') return { 'browser.download.folderList': 2, 'browser.download.dir': folder };
  return { download: { default_directory: folder, prompt_for_download: false } };
}

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
