import { type HttpExchange, headerValues } from '../core/http/exchange.ts';
import { field } from './har-log.ts';

/** How sure it is that an entry shows what the server sent. `urgent`: likely incomplete, and soon out of reach of `getHAR`. */
export type Doubt = 'none' | 'slight' | 'urgent';

/**
 * Chromium's event may come before the response's extra header information, and then lacks Set-Cookie (and often Cookie): on more
 * than half of the first hops of navigation redirects, on some of everything else. On HTTP/1.1 `headersSize === -1` marks such an
 * entry; on HTTP/2 it is -1 always. Firefox's events are complete, but for those of status 0: its log may have missed the answer.
 */
export function doubtOf(dialect: 'chromium' | 'firefox', entry: unknown, exchange: HttpExchange): Doubt {
  if (dialect === 'firefox') return exchange.status === 0 ? 'urgent' : 'none';
  if (exchange.deliveredBy !== 'network' || exchange.status === 0) return 'none';
  if (headerValues(exchange.responseHeaders, 'set-cookie').length > 0) return 'none';
  const isRedirect = exchange.status >= 300 && exchange.status < 400 && exchange.status !== 304;
  if (isRedirect || exchange.resourceType === 'document' || exchange.resourceType === null) return 'urgent';
  return hasAllHeaders(entry) ? 'none' : isHttp1(entry) ? 'urgent' : 'slight';
}

/** The entry counts the response's header bytes, which it can only when it has all of them. */
export function hasAllHeaders(entry: unknown): boolean {
  const size = field(field(entry, 'response'), 'headersSize');
  return typeof size === 'number' && size >= 0;
}

function isHttp1(entry: unknown): boolean {
  const version = field(field(entry, 'response'), 'httpVersion');
  return typeof version === 'string' && version.toLowerCase().startsWith('http/1');
}
