import type { HttpExchange } from '../core/http/exchange.ts';
import { createOrdinals } from '../core/http/exchange-id.ts';
import { exchangeFromEntry } from '../core/http/har.ts';
import type { WebRequestEvent } from '../platform/web-request.ts';

/** A request under way. A redirect begins a new one under the same id of the browser's. */
interface Pending {
  readonly startedAt: number;
  readonly url: string;
  readonly method: string;
  readonly methodOverride: string | null;
  requestHeaders: WebRequestEvent['headers'];
  /** It has gone to the server: what was redirected, blocked or answered before has not. */
  sent: boolean;
  response: { readonly status: number; readonly headers: WebRequestEvent['headers'] } | null;
  /** Once it has been handed on. */
  ordinal: number | null;
}

/** More are forgotten, oldest first: a request whose end is never told must not stay for ever. */
const MOST_PENDING = 2_000;

/**
 * Firefox's `webRequest` events as exchanges. Each is handed on when its response starts (a page may be gone before its end), and again
 * under the same id when it has ended. What came out of the cache alone is left to DevTools.
 */
export class WebRequestReader {
  readonly #pending = new Map<string, Pending>();
  readonly #ordinalOf = createOrdinals();
  readonly #handOn: (exchange: HttpExchange) => void;

  constructor(handOn: (exchange: HttpExchange) => void) {
    this.#handOn = handOn;
  }

  read(event: WebRequestEvent): void {
    if (event.step === 'request') {
      this.#begin(event);
      return;
    }
    const pending = this.#pending.get(event.requestId);
    // It began before anybody listened.
    if (!pending) return;
    switch (event.step) {
      case 'sent':
        pending.sent = true;
        pending.requestHeaders = event.headers;
        break;
      case 'headers':
        // A 304 is told first as it came and then again with what the cache makes of it.
        pending.response ??= { status: event.status, headers: event.headers };
        break;
      case 'redirected':
      case 'started':
        if (!event.fromCache || pending.response?.status === 304) this.#announce(pending, event, null);
        if (event.step === 'redirected') this.#pending.delete(event.requestId);
        break;
      case 'completed':
      case 'failed':
        this.#pending.delete(event.requestId);
        if (pending.ordinal !== null || event.step === 'failed') this.#announce(pending, event, event.at - pending.startedAt);
        break;
      default:
        event.step satisfies never;
    }
  }

  #begin({ requestId, at, url, method, methodOverride }: WebRequestEvent): void {
    this.#pending.delete(requestId);
    this.#pending.set(requestId, {
      ...{ startedAt: Math.round(at), url, method, methodOverride },
      ...{ requestHeaders: [], sent: false, response: null, ordinal: null },
    });
    const [oldest] = this.#pending.keys();
    if (this.#pending.size > MOST_PENDING && oldest !== undefined) this.#pending.delete(oldest);
  }

  #announce(pending: Pending, event: WebRequestEvent, duration: number | null): void {
    if (!pending.sent) return;
    const { startedAt, method, url, response } = pending;
    pending.ordinal ??= this.#ordinalOf(startedAt, method, url);
    // By way of HAR: one place decides which headers are kept and how their text is read.
    const entry = {
      startedDateTime: new Date(startedAt).toISOString(),
      time: duration,
      request: { method, url, headers: pending.requestHeaders, postData: formOf(pending.methodOverride) },
      response: { status: response?.status ?? event.status, headers: response?.headers ?? event.headers, _error: event.error ?? undefined },
    };
    this.#handOn(exchangeFromEntry(entry, pending.ordinal));
  }
}

const formOf = (methodOverride: string | null) =>
  methodOverride === null
    ? undefined
    : { mimeType: 'application/x-www-form-urlencoded', text: `_method=${encodeURIComponent(methodOverride)}` };
