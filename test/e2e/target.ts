import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { BrowserName, LaunchOptions, PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep } from '../../scripts/browsers/wait.mjs';

/** The browser of this run: `npm test` runs every end-to-end test in Chromium, then in Firefox. */
export const browserName: BrowserName = process.env.SESSIONSCOPE_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** The extension as it is shipped. */
export const extension = resolve('dist', browserName === 'firefox' ? 'firefox' : 'chrome');

/**
 * People look at a page before they leave it. In Firefox a document that starts to load while `getHAR` runs is found a second or two
 * later, and only if its page still shows; and the recorder asks it when a page has become quiet. So the tests stay until that is over.
 */
export const lookAround = (): Promise<unknown> => (browserName === 'firefox' ? sleep(1000) : Promise.resolve());

/** The browser with the shipped extension, DevTools open and the panel shown. */
export async function launchPanel(options: Partial<LaunchOptions> = {}): Promise<PanelDriver> {
  const driver = await launchBrowser(browserName, { extension, ...options });
  const goto = async (url: string) => {
    await lookAround();
    await driver.goto(url);
  };
  return { ...driver, goto };
}

/** Saves a picture of the panel under `test/screenshots`, for people to look at. */
export async function savePicture(driver: PanelDriver, name: string): Promise<void> {
  mkdirSync('test/screenshots', { recursive: true });
  await driver.panel(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  writeFileSync(`test/screenshots/${browserName}-${name}.png`, await driver.screenshot());
}
