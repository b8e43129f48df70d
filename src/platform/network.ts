import { browser, isFirefox } from './browser.ts';

/** What `devtools.network` gives, as promises and plain values in both browsers. Entries are HAR entries, unchecked. */
export interface Network {
  readonly dialect: 'chromium' | 'firefox';
  onRequestFinished(listener: (entry: unknown) => void): void;
  /** The inspected tab shows a new document, whose URL after redirects is given. */
  onNavigated(listener: (url: string) => void): void;
  /** What the browser calls a HAR log; Chromium gives `{ isError: true }` after a failed load. May reject, and may never settle. */
  getHar(): Promise<unknown>;
  /** Body of an entry that came by `onRequestFinished`. May reject, and may never settle. */
  getContent(entry: unknown): Promise<Content>;
}

export interface Content {
  readonly text: string;
  readonly base64: boolean;
}

/** In Chromium with callbacks. */
const chromium: Network = {
  dialect: 'chromium',
  onRequestFinished: (listener) => chrome.devtools.network.onRequestFinished.addListener(listener),
  onNavigated: (listener) => chrome.devtools.network.onNavigated.addListener(listener),
  getHar: () => new Promise((resolve) => chrome.devtools.network.getHAR(resolve)),
  getContent: (entry) =>
    new Promise((resolve) =>
      (entry as chrome.devtools.network.Request).getContent((text: unknown, encoding: unknown) =>
        resolve({ text: typeof text === 'string' ? text : '', base64: encoding === 'base64' }),
      ),
    ),
};

/** Firefox gives promises; what its schema calls the encoding of a body is the MIME type. */
const firefox: Network = {
  dialect: 'firefox',
  onRequestFinished: (listener) => browser.devtools.network.onRequestFinished.addListener(listener),
  onNavigated: (listener) => browser.devtools.network.onNavigated.addListener(listener),
  getHar: () => browser.devtools.network.getHAR(),
  async getContent(entry) {
    const [text] = await (entry as { getContent(): Promise<readonly unknown[]> }).getContent();
    return { text: typeof text === 'string' ? text : '', base64: false };
  },
};

export const devtoolsNetwork: Network = isFirefox ? firefox : chromium;
