import { attach } from './cdp.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./cdp.mjs').Connection} Connection */
/** @typedef {import('./cdp.mjs').Session} Session */
/** @typedef {import('./cdp.mjs').TargetInfo} TargetInfo */

/** Text, because test runners rewrite the `import()` of code that they load. */
const HAS_VIEW = `async (id) => {
  const { ViewManager } = await import('./ui/legacy/legacy.js');
  return ViewManager.ViewManager.instance().hasView(id);
}`;
/** Shows a tool by its id, such as `network`; false while there is none. */
export const SHOW_VIEW = `async (id) => {
  const { ViewManager } = await import('./ui/legacy/legacy.js');
  const views = ViewManager.ViewManager.instance();
  if (!views.hasView(id)) return false;
  await views.showView(id);
  return true;
}`;
/** Sets one of DevTools' own settings by its name. */
export const SET_SETTING = `async (name, value) => {
  const { Settings } = await import('./core/common/common.js');
  Settings.Settings.instance().moduleSetting(name).set(value);
}`;

/** Every type of target: DevTools and extension frames are left out of the default filter. @param {Connection} connection */
const targets = async (connection) =>
  /** @type {TargetInfo[]} */ ((await connection.send('Target.getTargets', { filter: [{}] })).targetInfos);

/** @param {Connection} connection @param {(target: TargetInfo) => boolean} wanted @param {string} what */
export const findTarget = (connection, wanted, what) => until(what, async () => (await targets(connection)).find(wanted));

/**
 * DevTools of one tab, and in it the extension's two documents.
 * @param {Connection} connection
 * @param {string} tabId
 * @param {{ extensionUrl: string, title: string, devtoolsPath: string, panelPath: string }} extension
 */
export async function openChromiumDevtools(connection, tabId, extension) {
  /** @param {string} path */
  const frame = (path) => (/** @type {TargetInfo} */ target) =>
    target.type === 'iframe' && target.url.startsWith(extension.extensionUrl + path);
  const known = new Set((await targets(connection)).filter(frame(extension.devtoolsPath)).map((target) => target.targetId));
  /** @type {{ targetId: string }} */
  const { targetId } = await connection.send('Target.openDevTools', { targetId: tabId }).catch((error) => {
    throw new Error(`this browser cannot open DevTools by protocol, a newer one can (${error.message})`);
  });
  const frontEnd = await attach(connection, targetId);
  // The front-end loads the extension's page only once it has booted; touching its singletons before that throws.
  const devtoolsPage = await findTarget(
    connection,
    (target) => frame(extension.devtoolsPath)(target) && !known.has(target.targetId),
    'the devtools page',
  );
  const viewId = extension.extensionUrl.replace(/\/$/, '') + extension.title;

  /** @param {string} id */
  const showView = (id) => until(`DevTools' view ${id}`, () => frontEnd.evaluate(SHOW_VIEW, [id]));
  const registered = () => until('the panel to be registered', () => frontEnd.evaluate(HAS_VIEW, [viewId]));
  /** @param {string} name @param {unknown} value */
  const setSetting = (name, value) => frontEnd.evaluate(SET_SETTING, [name, value]);
  /** Where the panel's frame is inside the front-end, in CSS pixels. */
  const panelBox = () =>
    frontEnd.evaluate(
      (/** @type {string} */ url) => {
        /** @param {Document | ShadowRoot} root @returns {Element | null} */
        const search = (root) => {
          for (const element of root.querySelectorAll('*')) {
            if (element instanceof HTMLIFrameElement && element.src.startsWith(url)) return element;
            const inner = element.shadowRoot && search(element.shadowRoot);
            if (inner) return inner;
          }
          return null;
        };
        const known = /** @type {{ panelFrame?: Element | null }} */ (globalThis);
        if (!known.panelFrame?.isConnected) known.panelFrame = search(document);
        const box = known.panelFrame?.getBoundingClientRect();
        return box?.width ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
      },
      [extension.extensionUrl + extension.panelPath],
    );

  return {
    frontEnd,
    devtoolsPage: await attach(connection, devtoolsPage.targetId),
    showView,
    registered,
    setSetting,
    panelBox,
    /** @returns {Promise<Session>} a session with the panel's document, once it has loaded */
    async showPanel() {
      await showView(viewId);
      const target = await findTarget(connection, frame(extension.panelPath), 'the panel');
      const panel = await attach(connection, target.targetId);
      await until('the panel to load', () => panel.evaluate(() => document.readyState === 'complete', []));
      return panel;
    },
    async close() {
      await connection.send('Target.closeTarget', { targetId });
      await until(
        'DevTools to close',
        async () =>
          !(await targets(connection)).some((target) => target.targetId === targetId || target.targetId === devtoolsPage.targetId),
      );
    },
  };
}
