import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { grantedExtension } from './granted-extension.ts';
import { servePage } from './page-server.ts';
import { extensionFolder } from './recorded.ts';
import { browserName, savePicture } from './target.ts';

const SECRET = 'written-by-script-and-secret';
const status = async (driver: PanelDriver) => {
  await driver.waitFor('the status', () => document.querySelector('[data-testid=compare-store-status]') !== null);
  return driver.text('[data-testid=compare-store-status]');
};
const step = (driver: PanelDriver) =>
  driver.panel(() => document.querySelector<HTMLElement>('[data-testid=compare-store-status]')?.dataset.step ?? null);

test('The shipped extension has no permission but storage until the user gives one', () => {
  const manifest = JSON.parse(readFileSync(join(extensionFolder(browserName), 'manifest.json'), 'utf8'));
  expect(manifest.permissions).toEqual(['storage']);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.optional_permissions).toEqual(browserName === 'firefox' ? ['cookies', 'webRequest'] : ['cookies']);
});

describe(`comparing with the cookie store of ${browserName}`, () => {
  let pages: Awaited<ReturnType<typeof servePage>>;
  let driver: PanelDriver;
  let folder: string | null = null;

  beforeAll(async () => {
    pages = await servePage((_, response) => {
      response.setHeader('set-cookie', ['_app_session=sealed; Path=/; HttpOnly; SameSite=Lax', 'wide=1; Domain=app.test; Max-Age=86400']);
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>page</title><link rel="icon" href="data:,">');
    });
    if (browserName === 'chromium') folder = grantedExtension();
    driver = await launchBrowser(browserName, {
      extension: folder ?? extensionFolder('firefox'),
      url: `${pages.url}/`,
      ...(browserName === 'firefox' ? { prefs: { 'extensions.webextOptionalPermissionPrompts': false } } : {}),
    });
    await driver.click('[data-testid=tab-cookies]');
  });
  afterAll(async () => {
    await driver?.close();
    pages?.stop();
    if (folder !== null) rmSync(folder, { recursive: true });
  });

  const compared = async () => {
    await driver.waitFor('the comparison', () => document.querySelector('[data-testid=compare-store-status][data-step=compared]') !== null);
    return driver.panel(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=compare-store-difference]')].map((item) => ({
        kind: item.dataset.kind,
        name: item.querySelector('code')?.textContent,
        text: item.textContent,
      })),
    );
  };

  test.runIf(browserName === 'firefox')('asks in a tab, and a refusal leaves everything as it was', async () => {
    await driver.click('[data-testid=compare-store]');
    expect(await status(driver)).toContain('asks in a new tab');
    await driver.inTab('/permission.html', async (tab) => {
      expect(await tab.text('#hosts')).toBe('app.test');
      mkdirSync('test/screenshots', { recursive: true });
      writeFileSync('test/screenshots/firefox-permission-cookies.png', await tab.screenshot());
      await tab.click('[data-testid=cancel]');
    });
    await driver.waitFor('the refusal', () => document.querySelector('[data-step=refused]') !== null);
    await driver.click('[data-testid=compare-store-close]');
    expect(await step(driver)).toBeNull();
  });

  test('tells what the browser keeps that no response set, and shows no value', async () => {
    await driver.page((value) => {
      // biome-ignore lint/suspicious/noDocumentCookie: plain http has no Cookie Store API.
      document.cookie = `by_script=${value}; path=/`;
    }, SECRET);
    await driver.click('[data-testid=compare-store]');
    if (browserName === 'firefox') await driver.inTab('/permission.html', (tab) => tab.click('[data-testid=allow]'));
    const differences = await compared();
    expect(differences).toContainEqual({
      kind: 'only-in-browser',
      name: 'by_script',
      text: expect.stringContaining(`${SECRET.length} bytes, but no recorded response set it`),
    });
    expect(await driver.panel(() => document.body.textContent)).not.toContain(SECRET);
    expect(await status(driver)).toMatch(/^app\.test: .*only in the browser\.$/);
    for (const theme of ['dark', 'light'] as const) {
      await driver.setTheme(theme);
      await savePicture(driver, `compare-store-${theme}`);
    }
  });

  test('asks no more once it is allowed, and sees what has gone', async () => {
    await driver.page(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: plain http has no Cookie Store API.
      document.cookie = 'by_script=; path=/; max-age=0';
    });
    await driver.click('[data-testid=compare-store]');
    await driver.waitFor('the new comparison', () => !document.body.textContent?.includes('by_script'));
    expect((await compared()).map(({ name }) => name)).not.toContain('by_script');
    expect(await driver.problems()).toEqual([]);
  });
});

describe.runIf(browserName === 'chromium')('the shipped extension in Chromium', () => {
  test('asks from the panel, and goes on as before while nobody answers', async () => {
    const pages = await servePage((_, response) => response.setHeader('set-cookie', 'a=1').end('page'));
    const driver = await launchBrowser('chromium', { extension: extensionFolder('chromium'), url: `${pages.url}/` });
    try {
      await driver.click('[data-testid=tab-cookies]');
      await driver.click('[data-testid=compare-store]');
      expect(await status(driver)).toContain('asks whether the cookies may be read');
      await driver.click('[data-testid=tab-responses]');
      await driver.goto(`${pages.url}/next`);
      await driver.waitFor('the next response', () => document.body.textContent?.includes('/next'));
      await driver.click('[data-testid=compare-store-close]');
      expect(await step(driver)).toBeNull();
      expect(await driver.problems()).toEqual([]);
    } finally {
      await driver.close();
      pages.stop();
    }
  });
});
