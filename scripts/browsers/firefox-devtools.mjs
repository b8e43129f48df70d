/**
 * Scripts for Firefox's parent process. The panel is a remote browser inside a frame of the toolbox, which neither WebDriver nor BiDi
 * can enter; Marionette's own window actor for the panel's window can be asked from here, and its clicks and keys are trusted.
 */

const TOOLBOX = `
  const { gDevTools } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs")
    .require("resource://devtools/client/framework/devtools.js");
  const win = Services.wm.getMostRecentWindow("navigator:browser");
  const pause = () => new Promise((r) => win.setTimeout(r, 25));`;

const PANEL = `${TOOLBOX}
  const toolbox = gDevTools.getToolboxes().at(-1);
  const frame = [...toolbox.doc.querySelectorAll("iframe")].find((f) => f.id.startsWith("toolbox-panel-iframe-webext-"));
  const browser = frame.contentDocument.getElementById("webext-panels-browser");
  const bc = browser.browsingContext;
  const actor = bc.currentWindowGlobal.getActor("MarionetteCommands");
  const find = (css) => actor.findElement("css selector", css, { all: false, timeout: 5000 });
  const caps = { toJSON: () => ({ "moz:webdriverClick": true }) };`;

const SHOW = `
  await toolbox.selectTool(tool.id);
  for (const end = Date.now() + 20000; ; await pause()) {
    const b = toolbox.doc.getElementById("toolbox-panel-iframe-" + tool.id)?.contentDocument?.getElementById("webext-panels-browser");
    if (b?.browsingContext?.currentWindowGlobal?.documentURI?.spec.startsWith("moz-extension:")) return;
    if (Date.now() > end) throw new Error("the panel never loaded");
  }`;

const PANEL_TOOL = `
  let tool;
  for (const end = Date.now() + 20000; !(tool = toolbox.getAdditionalTools().find((t) => t.extensionId === args[0])); await pause())
    if (Date.now() > end) throw new Error("the panel was never registered");`;

/**
 * @param {import('./marionette.mjs').Marionette} marionette
 * @param {string} addonId
 * @param {string} extensionUrl
 */
export const firefoxDevtools = (marionette, addonId, extensionUrl) => ({
  /** Opens the toolbox on the selected tab and waits until the extension has registered its panel. */
  open: () =>
    marionette.chrome(
      `${TOOLBOX}
      globalThis.sessionscopeErrors ??= [];
      if (!globalThis.sessionscopeListens) {
        globalThis.sessionscopeListens = true;
        Services.console.registerListener({ observe(message) {
          if (message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag) && message.sourceName?.startsWith(args[1]))
            globalThis.sessionscopeErrors.push(message.errorMessage);
        } });
      }
      const toolbox = await gDevTools.showToolboxForTab(win.gBrowser.selectedTab, { toolId: "webconsole" });
      ${PANEL_TOOL}`,
      addonId,
      extensionUrl,
    ),
  show: () => marionette.chrome(`${TOOLBOX} const toolbox = gDevTools.getToolboxes().at(-1); ${PANEL_TOOL} ${SHOW}`, addonId),
  hide: () => marionette.chrome(`${TOOLBOX} await gDevTools.getToolboxes().at(-1).selectTool("webconsole");`),
  close: () => marionette.chrome(`${TOOLBOX} await gDevTools.getToolboxes().at(-1).destroy();`),
  /** @param {'bottom' | 'right' | 'window'} host */
  dock: (host) => marionette.chrome(`${TOOLBOX} await gDevTools.getToolboxes().at(-1).switchHost(args[0]);`, host),
  /** @param {'light' | 'dark'} theme */
  theme: (theme) => marionette.chrome(`Services.prefs.setCharPref("devtools.theme", args[0]);`, theme),
  /** @param {boolean} reducedMotion @param {boolean} forcedColors */
  emulate: (reducedMotion, forcedColors) =>
    marionette.chrome(
      `Services.prefs.setIntPref("ui.prefersReducedMotion", args[0] ? 1 : 0);
      Services.prefs.setIntPref("browser.display.document_color_use", args[1] ? 2 : 0);`,
      reducedMotion,
      forcedColors,
    ),
  problems: () => marionette.chrome(`return globalThis.sessionscopeErrors ?? [];`),

  /**
   * @param {Function} fn
   * @param {readonly unknown[]} args
   * @returns {Promise<any>}
   */
  async evaluate(fn, args) {
    const script = `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
      (async () => (${fn})(...args))().then((v) => done({ v }), (e) => done({ e: String(e) }));`;
    const answer = await marionette.chrome(
      `${PANEL} return await actor.executeScript(args[0], args[1], { sandboxName: null, async: true, timeout: 120000, file: "panel", line: 0 });`,
      script,
      args,
    );
    if (answer?.e) throw new Error(answer.e);
    return answer?.v;
  },
  /** @param {string} css */
  click: (css) => marionette.chrome(`${PANEL} await actor.clickElement(await find(args[0]), caps);`, css),
  /** Real key events. @param {string | null} css @param {string} keys */
  keys: (css, keys) =>
    marionette.chrome(
      `${PANEL}
      // Where keys go to: without it the panel hears of no focus, and shows none.
      browser.focus();
      const target = args[0] === null ? await actor.getActiveElement() : await find(args[0]);
      await actor.sendKeysToElement(target, args[1], caps);`,
      css,
      keys,
    ),
  /** PNG of the panel alone, as Base64. */
  shot: () =>
    marionette.chrome(`${PANEL}
      const { capture } = ChromeUtils.importESModule("chrome://remote/content/shared/Capture.sys.mjs");
      return capture.toBase64(await capture.canvas(win, bc, 0, 0, browser.clientWidth, browser.clientHeight), "image/png");`),
  /** @param {number} width @param {number | null} height */
  resize: (width, height) =>
    marionette.chrome(
      `${PANEL}
      const [width, height] = args;
      if (win.innerWidth < width) win.resizeTo(width + (win.outerWidth - win.innerWidth), win.outerHeight);
      if (height !== null && win.innerHeight < height + 200) win.resizeTo(win.outerWidth, height + 400);
      const host = win.document.querySelector(".devtools-toolbox-bottom-iframe");
      if (height !== null && host) host.style.height = height + 100 + "px";
      frame.style.cssText += ";flex: none; min-width: 0; width: " + width + "px" + (height === null ? "" : "; height: " + height + "px !important; min-height: " + height + "px; max-height: " + height + "px");`,
      width,
      height,
    ),
});
