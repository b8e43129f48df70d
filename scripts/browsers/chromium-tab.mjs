import { attach } from './cdp.mjs';
import { findTarget } from './chromium-devtools.mjs';
import { middleOf, textOf } from './panel-input.mjs';
import { until } from './wait.mjs';

/**
 * @template T
 * @param {import('./cdp.mjs').Connection} connection
 * @param {string} inspected target id of the inspected tab
 * @param {string} address part of the address of the tab
 * @param {(tab: import('./panel-driver.ts').TabDriver) => Promise<T>} look
 * @returns {Promise<T>}
 */
export async function inChromiumTab(connection, inspected, address, look) {
  const { targetId } = await findTarget(
    connection,
    (target) => target.type === 'page' && target.targetId !== inspected && target.url.includes(address),
    `a tab at ${address}`,
  );
  const tab = await attach(connection, targetId);
  await until(`${address} to load`, () => tab.evaluate(() => document.readyState === 'complete', []));
  try {
    return await look({
      text: (css) => tab.evaluate(textOf, [css]),
      async click(css) {
        const at = await until(`${css} to be visible`, () => tab.evaluate(middleOf, [css]));
        for (const type of ['mousePressed', 'mouseReleased']) {
          await tab.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
        }
      },
      screenshot: async () => Buffer.from((await tab.send('Page.captureScreenshot')).data, 'base64'),
    });
  } finally {
    await connection.send('Target.activateTarget', { targetId: inspected });
  }
}
