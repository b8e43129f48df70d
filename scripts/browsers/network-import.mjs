import { until } from './wait.mjs';

/** @typedef {import('./panel-driver.ts').ImportedRequest} ImportedRequest */

/** Text, because test runners rewrite the `import()` of code that they load. What a dropped file and the menu call, too. */
const OPEN_IN_CHROMIUM = `async (text) => {
  const { NetworkPanel } = await import('./panels/network/network.js');
  await NetworkPanel.NetworkPanel.instance().networkLogView.onLoadFromFile(new File([text], 'case.har'));
}`;
const IN_CHROMIUM = `async () => {
  const { NetworkLog } = await import('./models/logs/logs.js');
  return NetworkLog.NetworkLog.instance().requests().map((request) => ({
    method: request.requestMethod,
    url: request.url(),
    status: request.statusCode,
    setCookies: request.responseCookies.map((cookie) => [cookie.name(), cookie.value()]),
  }));
}`;

const FIREFOX_MONITOR = `
  const { gDevTools } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs")
    .require("resource://devtools/client/framework/devtools.js");
  const { panelWin } = await gDevTools.getToolboxes().at(-1).selectTool("netmonitor");`;
const OPEN_IN_FIREFOX = `${FIREFOX_MONITOR}
  const dataTransfer = new panelWin.DataTransfer();
  dataTransfer.items.add(new panelWin.File([args[0]], "case.har"));
  for (const type of ["dragenter", "dragover", "drop"])
    panelWin.document.querySelector(".monitor-panel").dispatchEvent(new panelWin.DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));`;
const IN_FIREFOX = `${FIREFOX_MONITOR}
  return panelWin.store.getState().requests.requests.map(({ method, url, status, responseCookies }) => ({
    method,
    url,
    status: Number(status),
    setCookies: (responseCookies?.cookies ?? responseCookies ?? []).map(({ name, value }) => [name, value]),
  }));`;

/** Until the tool shows as many requests as the file has. @param {string} text @param {() => Promise<ImportedRequest[]>} shown */
const allOf = (text, shown) =>
  until('the file to be opened', async () => {
    const requests = await shown();
    return requests.length === JSON.parse(text).log.entries.length ? requests : null;
  });

/** @param {import('./cdp.mjs').Session} frontEnd with the Network panel shown @param {string} text */
export async function importInChromium(frontEnd, text) {
  await frontEnd.evaluate(OPEN_IN_CHROMIUM, [text]);
  return allOf(text, () => frontEnd.evaluate(IN_CHROMIUM, []));
}

/** @param {import('./marionette.mjs').Marionette} marionette @param {string} text */
export async function importInFirefox(marionette, text) {
  await marionette.chrome(OPEN_IN_FIREFOX, text);
  return allOf(text, () => marionette.chrome(IN_FIREFOX));
}
