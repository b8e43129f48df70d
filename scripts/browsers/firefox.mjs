import { firefoxCookies } from './firefox-cookies.mjs';
import { firefoxDevtools } from './firefox-devtools.mjs';
import { startFirefox } from './firefox-process.mjs';
import { inFirefoxTab } from './firefox-tab.mjs';
import { webdriverKeys } from './keys.mjs';
import { importInFirefox } from './network-import.mjs';
import { emptyField, focusAtEnd, laidOut, middleOf, textOf, themeArrived } from './panel-input.mjs';
import { until } from './wait.mjs';

/**
 * @param {import('./panel-driver.ts').LaunchOptions} options
 * @returns {Promise<import('./panel-driver.ts').PanelDriver>}
 */
export async function launchFirefox(options) {
  const firefox = await startFirefox(options);
  const { marionette } = firefox;
  const devtools = firefoxDevtools(marionette, firefox.addonId, firefox.extensionUrl);
  let opened = false;
  /** The panel's document has loaded; it is a new one after each opening, move and reload. */
  const loaded = () =>
    until('the panel to load', () =>
      devtools.evaluate(() => document.readyState === 'complete' && !document.documentElement.dataset.stale, []),
    );
  /** @param {string} base64 */
  const png = (base64) => Buffer.from(base64, 'base64');

  /** @type {import('./panel-driver.ts').PanelDriver} */
  const driver = {
    browser: 'firefox',
    version: firefox.version,
    profileDir: firefox.profileDir,
    extensionUrl: firefox.extensionUrl,
    exited: firefox.exited,
    goto: async (url) => void (await marionette.command('WebDriver:Navigate', { url })),
    page: (fn, ...args) => marionette.content(`return await (${fn})(...args);`, ...args),
    cookies: () => firefoxCookies(marionette),
    panel: (fn, ...args) => devtools.evaluate(fn, args),
    waitFor: (what, fn, waiting) => until(what, () => devtools.evaluate(fn, []), waiting?.timeout),
    text: (css) => devtools.evaluate(textOf, [css]),
    async click(css) {
      await until(`${css} to be visible`, () => devtools.evaluate(middleOf, [css]));
      await devtools.click(css);
    },
    async type(css, text) {
      await until(`${css} to take the focus`, () => devtools.evaluate(focusAtEnd, [css]));
      await devtools.keys(css, text);
    },
    async fill(css, text) {
      await until(`${css} to be there`, () => devtools.evaluate(emptyField, [css]));
      await driver.type(css, text);
    },
    async press(css, key) {
      if (css !== null) await until(`${css} to take the focus`, () => devtools.evaluate(focusAtEnd, [css]));
      await devtools.keys(css, webdriverKeys(key));
    },
    chooseFiles: (css, paths) => devtools.keys(css, paths.join('\n')),
    screenshot: async () => png(await devtools.shot()),
    windowScreenshot: async () => png((await marionette.chromeCommand('WebDriver:TakeScreenshot', { full: false })).value),
    async setTheme(theme) {
      await devtools.theme(theme);
      await themeArrived(driver, theme);
    },
    emulate: (wishes) => devtools.emulate(wishes.reducedMotion ?? false, wishes.forcedColors ?? false),
    async resizePanel(width, height) {
      await until(`the panel to be ${width} pixels wide`, async () => {
        await devtools.resize(width, height ?? null);
        return devtools.evaluate(
          (/** @type {number} */ w, /** @type {number | null} */ h) => innerWidth === w && (h === null || innerHeight === h),
          [width, height ?? null],
        );
      });
      await devtools.evaluate(laidOut, []);
    },
    async openDevtools(opening = {}) {
      await devtools.open();
      opened = true;
      if (opening.showPanel ?? true) await driver.showPanel();
    },
    async closeDevtools() {
      await devtools.close();
      opened = false;
    },
    async reopenDevtools(opening) {
      if (opened) await driver.closeDevtools();
      await driver.openDevtools(opening);
    },
    async showPanel() {
      await devtools.show();
      await loaded();
    },
    hidePanel: () => devtools.hide(),
    async reloadPanel() {
      await devtools.evaluate(() => {
        document.documentElement.dataset.stale = 'true';
        setTimeout(() => location.reload(), 0);
      }, []);
      await loaded();
    },
    async dock(side) {
      await devtools.dock(side);
      await driver.showPanel();
    },
    async reloadExtension() {
      await marionette.command('Addon:Install', { path: options.extension, temporary: true });
      await driver.reopenDevtools();
    },
    inTab: (address, look) => inFirefoxTab(marionette, address, look),
    importHar: (text) => importInFirefox(marionette, text),
    problems: () => devtools.problems(),
    close: firefox.close,
  };
  try {
    if (options.url) await driver.goto(options.url);
    if (options.devtools ?? true) await driver.openDevtools({ showPanel: options.showPanel ?? true });
    return driver;
  } catch (error) {
    await firefox.close();
    throw error;
  }
}
