import { browser, isFirefox } from './browser.ts';

/** What `devtools.network` gives, as promises and plain values in both browsers. Entries are HAR entries, unchecked. */
export interface Network {
  readonly dialect: 'chromium' | 'firefox';
  onRequestFinished(listener: (entry: unknown) => void): void;
  /** The inspected tab shows a new document, whose URL after redirects is given. */
  onNavigated(listener: (url: string) => void): void;
  /** What the browser calls a HAR log; Chromium gives `{ isError: true }` after a failed load. May reject, and may never settle. */
  getHar(): Promise<unknown>;
  /**
   * Firefox: a new log in place of the old one, given every request since the navigation. Requests that end meanwhile have no event.
   * False when the old log has stayed.
   */
  renew(): Promise<boolean>;
  /** Firefox: the fetches of the page's own document that began since then and are over. May reject, and may never settle. */
  fetchesSince(earliest: number): Promise<readonly Start[]>;
  /** Body of an entry that came by `onRequestFinished`. May reject, and may never settle. */
  getContent(entry: unknown): Promise<Content>;
}

/** `at` is in milliseconds since the epoch. */
export interface Start {
  readonly url: string;
  readonly at: number;
}

export interface Content {
  readonly text: string;
  readonly base64: boolean;
}

/** In Chromium the native API: there the polyfill turns `getContent` into a promise and leaves `getHAR` with its callback. */
const chromium: Network = {
  dialect: 'chromium',
  onRequestFinished: (listener) => chrome.devtools.network.onRequestFinished.addListener(listener),
  onNavigated: (listener) => chrome.devtools.network.onNavigated.addListener(listener),
  getHar: () => new Promise((resolve) => chrome.devtools.network.getHAR(resolve)),
  renew: () => Promise.resolve(false),
  fetchesSince: () => Promise.resolve([]),
  getContent: (entry) =>
    new Promise((resolve) =>
      (entry as chrome.devtools.network.Request).getContent((text: unknown, encoding: unknown) =>
        resolve({ text: typeof text === 'string' ? text : '', base64: encoding === 'base64' }),
      ),
    ),
};

let finished: ((entry: unknown) => void) | null = null;
/** Milliseconds; it takes some 50. */
const LONGEST_RENEWAL = 2_000;
const FETCHES = `performance.getEntriesByType('resource')
  .filter(({ initiatorType }) => initiatorType === 'fetch' || initiatorType === 'xmlhttprequest')
  .map(({ name, startTime }) => ({ url: name, at: performance.timeOrigin + startTime }))`;

/** The page may have replaced anything. */
const isStart = (value: unknown): value is Start =>
  typeof value === 'object' && value !== null && typeof (value as Start).url === 'string' && typeof (value as Start).at === 'number';

/** Firefox gives promises; what its schema calls the encoding of a body is the MIME type. */
const firefox: Network = {
  dialect: 'firefox',
  onRequestFinished(listener) {
    finished = listener;
    browser.devtools.network.onRequestFinished.addListener(listener);
  },
  onNavigated: (listener) => browser.devtools.network.onNavigated.addListener(listener),
  getHar: () => browser.devtools.network.getHAR(),
  /**
   * The toolbox drops its log with the last listener and makes a new one for the next call, unless another extension listens or the
   * Network panel has been opened: then nothing changes. Whoever comes before the old log has gone would get that one, so the listener
   * waits for the call. (If the Network panel opens for the first time within some 40 ms of this, it is left without a log.)
   */
  async renew() {
    if (finished === null) return false;
    const { onRequestFinished } = browser.devtools.network;
    onRequestFinished.removeListener(finished);
    const answer = browser.devtools.network.getHAR().catch(() => null);
    const given = await Promise.race([answer, new Promise<null>((late) => setTimeout(() => late(null), LONGEST_RENEWAL))]);
    onRequestFinished.addListener(finished);
    // A new log is filled only after its first call.
    return Array.isArray(given?.entries) && given.entries.length === 0;
  },
  async fetchesSince(earliest) {
    const answer: unknown = await browser.devtools.inspectedWindow.eval(FETCHES);
    const found: unknown = Array.isArray(answer) ? answer[0] : null;
    return Array.isArray(found) ? found.filter(isStart).filter(({ at }) => at >= earliest) : [];
  },
  async getContent(entry) {
    const [text] = await (entry as { getContent(): Promise<readonly unknown[]> }).getContent();
    return { text: typeof text === 'string' ? text : '', base64: false };
  },
};

export const devtoolsNetwork: Network = isFirefox ? firefox : chromium;
