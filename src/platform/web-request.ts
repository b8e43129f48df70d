import type { WebRequest } from 'webextension-polyfill';
import { WEB_REQUEST_PORT } from './background-messages.ts';
import { browser } from './browser.ts';

/** One step of a request, as `webRequest` tells it. A redirected request goes on under its id from `request` again. */
export interface WebRequestEvent {
  readonly step: 'request' | 'sent' | 'headers' | 'redirected' | 'started' | 'completed' | 'failed';
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Of the request at `sent`, of the response from `headers` on. One character per byte; Set-Cookie lines may be joined by newlines. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** 0 while there is no response. */
  readonly status: number;
  readonly fromCache: boolean;
  /** Of `failed`. */
  readonly error: string | null;
  /** The form's `_method`, of `request`. */
  readonly methodOverride: string | null;
}

const STEPS = {
  request: ['onBeforeRequest', 'requestBody'],
  sent: ['onSendHeaders', 'requestHeaders'],
  headers: ['onHeadersReceived', 'responseHeaders'],
  redirected: ['onBeforeRedirect', 'responseHeaders'],
  started: ['onResponseStarted', 'responseHeaders'],
  completed: ['onCompleted', null],
  failed: ['onErrorOccurred', null],
} as const satisfies Record<WebRequestEvent['step'], readonly [keyof WebRequest.Static, string | null]>;

/** Any of the steps' details: each has some of these fields. */
interface Details {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly timeStamp: number;
  readonly requestHeaders?: WebRequest.HttpHeaders;
  readonly responseHeaders?: WebRequest.HttpHeaders;
  readonly statusCode?: number;
  readonly fromCache?: boolean;
  readonly error?: string;
  readonly requestBody?: { readonly formData?: Readonly<Record<string, readonly unknown[]>> } | null;
}

interface EventOfSteps {
  addListener(listener: (details: Details) => void, filter: WebRequest.RequestFilter, extra?: string[]): void;
  removeListener(listener: (details: Details) => void): void;
}

/** For the background page, once `webRequest` is granted: the requests of one tab to granted hosts. Gives what ends it. */
export function listenToRequests(tabId: number, listener: (event: WebRequestEvent) => void): () => void {
  const stops = Object.entries(STEPS).map(([step, [name, extra]]) => {
    const event = browser.webRequest[name] as unknown as EventOfSteps;
    const listen = (details: Details): void => listener(eventOf(step as WebRequestEvent['step'], details));
    event.addListener(listen, { urls: ['http://*/*', 'https://*/*'], tabId }, ...(extra === null ? [] : [[extra]]));
    return () => event.removeListener(listen);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

function eventOf(step: WebRequestEvent['step'], details: Details): WebRequestEvent {
  const override = details.requestBody?.formData?._method?.at(-1);
  return {
    step,
    requestId: details.requestId,
    url: details.url,
    method: details.method,
    at: details.timeStamp,
    headers: (details.requestHeaders ?? details.responseHeaders ?? []).map(({ name, value, binaryValue }) => ({
      name,
      value: value ?? String.fromCharCode(...(binaryValue ?? [])),
    })),
    status: details.statusCode ?? 0,
    fromCache: details.fromCache ?? false,
    error: details.error ?? null,
    methodOverride: typeof override === 'string' ? override : null,
  };
}

/** Milliseconds. Firefox ends a background page that heard nothing for 30 seconds. */
const PING = 10_000;

/** For the devtools page: what the background page hears of this tab, as long as it is allowed to. */
export function onWebRequest(tabId: number, listener: (event: WebRequestEvent) => void): void {
  const connect = () => {
    const port = browser.runtime.connect({ name: WEB_REQUEST_PORT });
    port.postMessage(tabId);
    port.onMessage.addListener((event) => listener(event as WebRequestEvent));
    const pings = setInterval(() => port.postMessage(tabId), PING);
    port.onDisconnect.addListener(() => {
      clearInterval(pings);
      // The background page has ended after all: connecting starts it again.
      setTimeout(connect, 100);
    });
  };
  connect();
}
