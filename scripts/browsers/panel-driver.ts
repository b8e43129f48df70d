/** Types alone: what the Chromium and the Firefox driver have in common, so that one test body runs in both. */

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Absolute path of the unpacked extension, such as `dist/chrome`. */
  readonly extension: string;
  /** Path of the browser; found by `find.mjs` when absent. */
  readonly executable?: string;
  /** True by default. */
  readonly headless?: boolean;
  /** Further command line arguments. */
  readonly args?: readonly string[];
  /** Chromium: content of the profile's `Preferences`; Firefox: lines of `user.js`. */
  readonly prefs?: Readonly<Record<string, unknown>>;
  /** Every host under `.test` is 127.0.0.1. True by default. */
  readonly mapTestHosts?: boolean;
  readonly ignoreCertificateErrors?: boolean;
  /** `host:port` of an HTTP proxy that gets everything, localhost too. */
  readonly proxy?: string;
  /** A profile to use again; a new one in the temporary folder when absent. */
  readonly profileDir?: string;
  /** Where the page starts; `about:blank` by default. DevTools open after it has loaded. */
  readonly url?: string;
  /** False: DevTools open with another tool selected, and the panel's document does not exist yet. True by default. */
  readonly showPanel?: boolean;
  /** False: the browser alone, until `openDevtools` is called. True by default. */
  readonly devtools?: boolean;
  /** Title given to `panels.create`. */
  readonly title?: string;
  /** Paths inside the extension. */
  readonly devtoolsPath?: string;
  readonly panelPath?: string;
  /** Where the one retry of a failed start is reported; stderr by default. */
  readonly log?: (line: string) => void;
}

/** A cookie in the browser's own store. */
export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  /** Without a leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Null when the browser's default applies. */
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null;
  /** As the browser names it: `https://example.com` in Chromium, `(https,example.com)` in Firefox; null outside partitions. */
  readonly partition: string | null;
}

/** A request as the browser's own network tool shows it. */
export interface ImportedRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** Name and value of each cookie that the response sets. */
  readonly setCookies: readonly (readonly [name: string, value: string])[];
}

export interface OpenOptions {
  readonly showPanel?: boolean;
}

export interface WaitOptions {
  /** Milliseconds, 15,000 by default. */
  readonly timeout?: number;
}

/** A page of the extension in a tab of its own. */
export interface TabDriver {
  text(css: string): Promise<string | null>;
  /** A trusted click. */
  click(css: string): Promise<void>;
  screenshot(): Promise<Uint8Array>;
}

/**
 * A browser with the extension loaded and DevTools open on one tab. Functions given to `page`, `panel` and `waitFor` are sent
 * as source text: they see their arguments (JSON) and nothing else, and give JSON back (promises are awaited).
 */
export interface PanelDriver {
  readonly browser: BrowserName;
  /** Such as `Chrome/156.0.8078.79` or `firefox/153.7.0`. */
  readonly version: string;
  readonly profileDir: string;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly extensionUrl: string;
  /** Settles when the browser has gone, for whatever reason. */
  readonly exited: Promise<void>;

  /** Navigates the inspected tab and waits for the load event. Rejects when the load fails. */
  goto(url: string): Promise<void>;
  page<A extends readonly unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;

  /** All that the browser's cookie store holds: the truth that a prediction is compared with. The extension has no part in it. */
  cookies(): Promise<readonly BrowserCookie[]>;

  panel<A extends readonly unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Waits until the function gives something truthy in the panel, and gives that. Errors count as not yet. */
  waitFor<T>(what: string, fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** `textContent` of the first match; null without one. */
  text(css: string): Promise<string | null>;
  /** A trusted click on the middle of the first match, which is waited for and scrolled into view. */
  click(css: string): Promise<void>;
  /** Focuses the element and types at the end of what it holds. */
  type(css: string, text: string): Promise<void>;
  /** Empties the field, then types. */
  fill(css: string, text: string): Promise<void>;
  /** A trusted key press: `Enter`, `ArrowDown`, `a`, `Control+f`, `Shift+Tab`… `css` null: wherever the focus is. */
  press(css: string | null, key: string): Promise<void>;
  /** Chooses files in an `<input type="file">`. */
  chooseFiles(css: string, paths: readonly string[]): Promise<void>;

  /** PNG of the panel alone. */
  screenshot(): Promise<Uint8Array>;
  /** PNG of DevTools as a whole (Firefox: of the window). */
  windowScreenshot(): Promise<Uint8Array>;
  setTheme(theme: 'light' | 'dark'): Promise<void>;
  /** What the operating system would ask for: less motion, or the few colours of a contrast theme. */
  emulate(wishes: { readonly reducedMotion?: boolean; readonly forcedColors?: boolean }): Promise<void>;
  /** Gives the panel's document this many CSS pixels of width (and height). */
  resizePanel(width: number, height?: number): Promise<void>;

  openDevtools(options?: OpenOptions): Promise<void>;
  closeDevtools(): Promise<void>;
  reopenDevtools(options?: OpenOptions): Promise<void>;
  showPanel(): Promise<void>;
  /** Shows another tool in place of the panel. */
  hidePanel(): Promise<void>;
  /** Loads the panel's document anew. */
  reloadPanel(): Promise<void>;
  /** Docks DevTools elsewhere. Firefox rebuilds the panel's document; Chromium does not. */
  dock(side: 'bottom' | 'right' | 'window'): Promise<void>;

  /** Firefox: loads the extension's folder again, as it is now, and opens DevTools anew. Chromium has hot reload instead. */
  reloadExtension?(): Promise<void>;

  /**
   * Waits for another tab whose address contains this text, runs `look` while that tab is selected, and goes back to the inspected
   * tab.
   */
  inTab<T>(address: string, look: (tab: TabDriver) => Promise<T>): Promise<T>;

  /** Opens a HAR in the browser's own network tool, which then shows in place of the panel, and gives what it makes of it. */
  importHar(text: string): Promise<readonly ImportedRequest[]>;

  /** Uncaught errors and policy violations in the extension's own documents and workers since DevTools opened. */
  problems(): Promise<readonly string[]>;
  /** Quits. The profile is removed unless it was given or is to be kept. */
  close(options?: { readonly keepProfile?: boolean }): Promise<void>;
}
