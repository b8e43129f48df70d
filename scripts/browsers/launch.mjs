import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';

/**
 * Starts a browser with the extension, opens DevTools and shows the panel. A start that fails is tried once more, and that is printed.
 * @param {import('./panel-driver.ts').BrowserName} name
 * @param {import('./panel-driver.ts').LaunchOptions} options
 * @returns {Promise<import('./panel-driver.ts').PanelDriver>}
 */
export async function launchBrowser(name, options) {
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const log = options.log ?? ((line) => process.stderr.write(`${line}\n`));
  try {
    return await launch(options);
  } catch (error) {
    log(`${name} did not start, trying once more: ${error instanceof Error ? error.message : String(error)}`);
    return launch(options);
  }
}
