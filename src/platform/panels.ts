import { browser, isFirefox } from './browser.ts';

export type Theme = 'light' | 'dark';

/** The tab that this DevTools window inspects. */
export const inspectedTabId = (): number => browser.devtools.inspectedWindow.tabId;

/** Chromium calls its light theme `default`. */
const themeOf = (name: string): Theme => (name === 'dark' ? 'dark' : 'light');

export const currentTheme = (): Theme => themeOf(browser.devtools.panels.themeName);

/** One listener per document: Chromium has a handler, not an event. */
export function onThemeChanged(listener: (theme: Theme) => void): void {
  const { panels } = browser.devtools;
  if (isFirefox) panels.onThemeChanged.addListener((name) => listener(themeOf(name)));
  else chrome.devtools.panels.setThemeChangeHandler?.((name) => listener(themeOf(name)));
}

/** Paths from the extension's root. Relative ones would be taken from the root in Chromium and from the calling page in Firefox. */
export async function createPanel(title: string, icon: `/${string}`, page: `/${string}`): Promise<void> {
  await browser.devtools.panels.create(title, icon, page);
}

export async function reloadInspectedPage(): Promise<void> {
  await browser.devtools.inspectedWindow.reload();
}

/** Null where the page has no host, or cannot be asked: Firefox fails for good once pages have navigated in quick succession. */
export async function inspectedHost(): Promise<string | null> {
  const expression = 'location.protocol.startsWith("http") ? location.hostname : ""';
  // A pair of result and error.
  const [host]: readonly unknown[] = isFirefox
    ? await browser.devtools.inspectedWindow.eval(expression).catch(() => [])
    : await new Promise((resolve) => chrome.devtools.inspectedWindow.eval(expression, (...answer) => resolve(answer)));
  return typeof host === 'string' && host !== '' ? host : null;
}

/** Not in the types yet; seen to work from a panel in Chromium 156. */
interface NetworkPanel {
  show(options: { readonly filter: string }): Promise<void>;
}

/**
 * Shows the Network panel filtered by method and address, which needs no request object; null where there is no such thing (Firefox).
 * It lists what it still has: without its own “Keep log” nothing of earlier pages.
 */
export const revealInNetwork = networkRevealer();

function networkRevealer(): ((method: string, url: string) => void) | null {
  if (isFirefox) return null;
  const { network } = chrome.devtools.panels as { readonly network?: NetworkPanel };
  if (network === undefined) return null;
  return (method, url) => void network.show({ filter: `method:${method} url:${url}` });
}
