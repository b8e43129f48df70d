import { textOf } from './panel-input.mjs';
import { until } from './wait.mjs';

/**
 * @template T
 * @param {import('./marionette.mjs').Marionette} marionette
 * @param {string} address part of the address of the tab
 * @param {(tab: import('./panel-driver.ts').TabDriver) => Promise<T>} look
 * @returns {Promise<T>}
 */
export async function inFirefoxTab(marionette, address, look) {
  /** @type {{ value: string }} */
  const { value: inspected } = await marionette.command('WebDriver:GetWindowHandle');
  /** @param {string} handle */
  const select = (handle) => marionette.command('WebDriver:SwitchToWindow', { handle, focus: true });
  await until(`a tab at ${address}`, async () => {
    /** @type {string[]} */
    const handles = await marionette.command('WebDriver:GetWindowHandles');
    for (const handle of handles) {
      if (handle === inspected) continue;
      await select(handle);
      const { value } = await marionette.command('WebDriver:GetCurrentURL');
      // Its scripts have run by then.
      if (value.includes(address)) return marionette.content(`return document.readyState === 'complete';`);
    }
    return false;
  });
  try {
    return await look({
      text: (css) => marionette.content(`return (${textOf})(...args);`, css),
      async click(css) {
        const { value } = await marionette.command('WebDriver:FindElement', { using: 'css selector', value: css });
        await marionette.command('WebDriver:ElementClick', { id: Object.values(value)[0] });
      },
      screenshot: async () => Buffer.from((await marionette.command('WebDriver:TakeScreenshot', { full: false })).value, 'base64'),
    });
  } finally {
    await select(inspected);
  }
}
