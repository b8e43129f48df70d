import { attach } from './cdp.mjs';
import { chromiumCookies } from './chromium-cookies.mjs';
import { findTarget, openChromiumDevtools } from './chromium-devtools.mjs';
import { watchProblems } from './chromium-problems.mjs';
import { startChromium } from './chromium-process.mjs';
import { inChromiumTab } from './chromium-tab.mjs';
import { cdpKeyEvents } from './keys.mjs';
import { importInChromium } from './network-import.mjs';
import { emptyField, focusAtEnd, laidOut, middleOf, textOf, themeArrived } from './panel-input.mjs';
import { until } from './wait.mjs';

/**
 * Loads a URL in the tab and waits for its load event, or that of a page it went on to at once.
 * @param {import('./cdp.mjs').Connection} connection
 * @param {import('./cdp.mjs').Session} tab
 * @param {string} url
 */
async function navigate(connection, tab, url) {
  /** @type {string[]} loaders of the main frame, in the order in which their documents began and loaded */
  const seen = [];
  let frameId = '';
  const stop = connection.on(({ method, params, sessionId }) => {
    if (sessionId !== tab.sessionId || method !== 'Page.lifecycleEvent') return;
    if (params.name === 'init' || params.name === 'load') seen.push(`${params.frameId} ${params.name} ${params.loaderId}`);
  });
  try {
    await tab.send('Page.enable');
    await tab.send('Page.setLifecycleEventsEnabled', { enabled: true });
    seen.length = 0;
    const answer = await tab.send('Page.navigate', { url });
    frameId = answer.frameId;
    if (answer.errorText) throw new Error(`${url}: ${answer.errorText}`);
    if (!answer.loaderId) return;
    await until(
      `${url} to load`,
      () => {
        const start = seen.indexOf(`${frameId} init ${answer.loaderId}`);
        return start >= 0 && seen.slice(start).some((event) => event.startsWith(`${frameId} load `));
      },
      30_000,
    );
  } finally {
    stop();
  }
}

/**
 * @param {import('./panel-driver.ts').LaunchOptions} options
 * @returns {Promise<import('./panel-driver.ts').PanelDriver>}
 */
export async function launchChromium(options) {
  const browser = await startChromium(options);
  const { connection, extensionUrl } = browser;
  const extension = {
    extensionUrl,
    title: options.title ?? 'Sessionscope',
    devtoolsPath: options.devtoolsPath ?? 'src/devtools/devtools.html',
    panelPath: options.panelPath ?? 'src/panel/panel.html',
  };
  const { problems, watch } = watchProblems(connection);
  /** @type {Awaited<ReturnType<typeof openChromiumDevtools>> | null} */
  let devtools = null;
  /** @type {import('./cdp.mjs').Session | null} */
  let panel = null;
  /** What DevTools took beside the panel when it was last given a size. */
  const around = { width: 0, height: 0 };
  let undocked = false;
  /** @template T @param {T | null} value @param {string} what @returns {T} */
  const open = (value, what) => {
    if (value === null) throw new Error(`${what} is not open`);
    return value;
  };
  /** @param {Function} fn @param {readonly unknown[]} args */
  const inPanel = (fn, args) => open(panel, 'the panel').evaluate(fn, args);
  /** @param {string} css */
  const waitForElement = (css) => until(`${css} to be visible`, () => inPanel(middleOf, [css]));

  try {
    const { targetId } = await findTarget(connection, (target) => target.type === 'page' && !target.url.startsWith('devtools:'), 'a tab');
    const tab = await attach(connection, targetId);
    if (options.url) await navigate(connection, tab, options.url);

    /** @type {import('./panel-driver.ts').PanelDriver} */
    const driver = {
      browser: 'chromium',
      version: browser.version,
      profileDir: browser.profileDir,
      extensionUrl,
      exited: browser.exited,
      goto: (url) => navigate(connection, tab, url),
      page: (fn, ...args) => tab.evaluate(fn, args),
      cookies: () => chromiumCookies(connection),
      panel: (fn, ...args) => inPanel(fn, args),
      waitFor: (what, fn, waiting) => until(what, () => inPanel(fn, []), waiting?.timeout),
      text: (css) => inPanel(textOf, [css]),
      async click(css) {
        const at = await waitForElement(css);
        const session = open(panel, 'the panel');
        await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
        for (const type of ['mousePressed', 'mouseReleased']) {
          await session.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
        }
      },
      async type(css, text) {
        await until(`${css} to take the focus`, () => inPanel(focusAtEnd, [css]));
        await open(panel, 'the panel').send('Input.insertText', { text });
      },
      async fill(css, text) {
        await until(`${css} to be there`, () => inPanel(emptyField, [css]));
        await driver.type(css, text);
      },
      async press(css, key) {
        if (css !== null) await until(`${css} to take the focus`, () => inPanel(focusAtEnd, [css]));
        for (const event of cdpKeyEvents(key)) await open(panel, 'the panel').send('Input.dispatchKeyEvent', event);
      },
      async chooseFiles(css, paths) {
        const session = open(panel, 'the panel');
        const { root } = await session.send('DOM.getDocument');
        const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: css });
        await session.send('DOM.setFileInputFiles', { nodeId, files: paths });
      },
      async screenshot() {
        const clip = { ...(await open(devtools, 'DevTools').panelBox()), scale: 1 };
        return Buffer.from(
          (await open(devtools, 'DevTools').frontEnd.send('Page.captureScreenshot', { clip, optimizeForSpeed: true })).data,
          'base64',
        );
      },
      windowScreenshot: async () => Buffer.from((await open(devtools, 'DevTools').frontEnd.send('Page.captureScreenshot')).data, 'base64'),
      async setTheme(theme) {
        await open(devtools, 'DevTools').setSetting('ui-theme', theme === 'dark' ? 'dark' : 'default');
        await themeArrived(driver, theme);
      },
      async emulate({ reducedMotion = false, forcedColors = false }) {
        const features = [
          { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
          { name: 'forced-colors', value: forcedColors ? 'active' : '' },
        ];
        await open(panel, 'the panel').send('Emulation.setEmulatedMedia', { features });
      },
      async resizePanel(width, height) {
        const { frontEnd, panelBox, setSetting } = open(devtools, 'DevTools');
        if (!undocked) await setSetting('currentDockState', 'undocked').catch(() => {});
        undocked = true;
        await until(`the panel to be ${width} pixels wide`, async () => {
          const size = { width: width + around.width, height: height === undefined ? 600 : height + around.height };
          await frontEnd.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
          const box = await panelBox();
          around.width = size.width - box.width;
          around.height = size.height - box.height;
          return box.width === width && (height === undefined || box.height === height);
        });
        await until('the panel to take its new size', () => inPanel((/** @type {number} */ wanted) => innerWidth === wanted, [width]));
        await inPanel(laidOut, []);
      },
      async openDevtools(opening = {}) {
        devtools = await openChromiumDevtools(connection, targetId, extension);
        undocked = false;
        await watch(devtools.devtoolsPage);
        await devtools.registered();
        if (opening.showPanel ?? true) await driver.showPanel();
      },
      async closeDevtools() {
        await open(devtools, 'DevTools').close();
        devtools = null;
        panel = null;
      },
      async reopenDevtools(opening) {
        if (devtools) await driver.closeDevtools();
        await driver.openDevtools(opening);
      },
      async showPanel() {
        const shown = await open(devtools, 'DevTools').showPanel();
        if (panel?.targetId === shown.targetId) return;
        panel = shown;
        await watch(panel);
      },
      hidePanel: async () => void (await open(devtools, 'DevTools').showView('console')),
      async reloadPanel() {
        await inPanel(() => {
          document.documentElement.dataset.stale = 'true';
          setTimeout(() => location.reload(), 0);
        }, []);
        await until('the panel to load again', () =>
          inPanel(() => document.readyState === 'complete' && !document.documentElement.dataset.stale, []),
        );
      },
      dock(side) {
        undocked = side === 'window';
        return open(devtools, 'DevTools').setSetting('currentDockState', undocked ? 'undocked' : side);
      },
      inTab: (address, look) => inChromiumTab(connection, targetId, address, look),
      async importHar(text) {
        await open(devtools, 'DevTools').showView('network');
        return importInChromium(open(devtools, 'DevTools').frontEnd, text);
      },
      problems: async () => problems,
      close: browser.close,
    };
    if (options.devtools ?? true) await driver.openDevtools({ showPanel: options.showPanel ?? true });
    return driver;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
