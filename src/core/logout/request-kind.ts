import { type HttpExchange, headerValues } from '../http/exchange.ts';
import { parseUrl } from '../http/parse-url.ts';

/** What counts for the application: Rack::MethodOverride reads `_method` of a POST. Upper case. */
export function methodOf(exchange: HttpExchange): string {
  const method = exchange.method.toUpperCase();
  return method === 'POST' && exchange.methodOverride !== null ? exchange.methodOverride : method;
}

/** RFC 9110, 9.2.1. */
export function hasSafeMethod(exchange: HttpExchange): boolean {
  return ['GET', 'HEAD', 'OPTIONS', 'TRACE', ''].includes(methodOf(exchange));
}

/** Fetched in advance: by the browser (Sec-Purpose, Purpose) or by Turbo (X-Sec-Purpose). */
export function isPrefetch({ requestHeaders }: HttpExchange): boolean {
  const purposes = ['sec-purpose', 'x-sec-purpose', 'purpose', 'x-purpose'].flatMap((name) => headerValues(requestHeaders, name));
  return purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose));
}

/** A part of a page that nobody asked for by itself: an image, a script, a style sheet. */
export function isSubresource(exchange: HttpExchange): boolean {
  const [dest] = headerValues(exchange.requestHeaders, 'sec-fetch-dest');
  const kind = (dest ?? exchange.resourceType ?? '').toLowerCase();
  return [
    'image',
    'script',
    'style',
    'stylesheet',
    'font',
    'media',
    'video',
    'audio',
    'track',
    'manifest',
    'object',
    'embed',
    'ping',
  ].includes(kind);
}

/** The page itself, in a tab or in a frame. What does not tell counts as one. */
export function isNavigation(exchange: HttpExchange): boolean {
  const [mode] = headerValues(exchange.requestHeaders, 'sec-fetch-mode');
  if (mode !== undefined) return mode === 'navigate';
  const [dest] = headerValues(exchange.requestHeaders, 'sec-fetch-dest');
  if (dest !== undefined) return ['document', 'iframe', 'frame'].includes(dest);
  return (
    exchange.resourceType === null || ['document', 'subdocument', 'sub_frame', 'main_frame'].includes(exchange.resourceType.toLowerCase())
  );
}

/** Scheme, host and port, as where an application runs; empty for a URL that is none. */
export function originOf({ url }: Pick<HttpExchange, 'url'>): string {
  return parseUrl(url)?.origin ?? '';
}

export function headerOf(exchange: HttpExchange, name: string): string | null {
  return headerValues(exchange.requestHeaders, name)[0]?.trim() ?? null;
}
