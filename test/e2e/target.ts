import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { BrowserName, LaunchOptions, PanelDriver } from '../../scripts/browsers/panel-driver.ts';

/** The browser of this run: `npm test` runs every end-to-end test in Chromium, then in Firefox. */
export const browserName: BrowserName = process.env.SESSIONSCOPE_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** The extension as it is shipped. */
export const extension = resolve('dist', browserName === 'firefox' ? 'firefox' : 'chrome');

/** The browser with the shipped extension, DevTools open and the panel shown. */
export const launchPanel = (options: Partial<LaunchOptions> = {}): Promise<PanelDriver> =>
  launchBrowser(browserName, { extension, ...options });

/** Saves a picture of the panel under `test/screenshots`, for people to look at. */
export async function savePicture(driver: PanelDriver, name: string): Promise<void> {
  mkdirSync('test/screenshots', { recursive: true });
  writeFileSync(`test/screenshots/${browserName}-${name}.png`, await driver.screenshot());
}
