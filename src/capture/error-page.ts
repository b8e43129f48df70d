import { BODY_LIMIT, errorPageOf, startOfBase64 } from '../core/http/body-facts.ts';
import { type ErrorPage, type HttpExchange, headerValues } from '../core/http/exchange.ts';
import type { Network } from '../platform/network.ts';

/** A 4xx or 5xx whose body is text that may name an exception. */
export function mayNameAnException(exchange: HttpExchange): boolean {
  if (exchange.status < 400 || exchange.status > 599 || exchange.errorPage !== null) return false;
  const type = headerValues(exchange.responseHeaders, 'content-type')[0] ?? '';
  return /^\s*(text\/|application\/([\w.-]+\+)?json|application\/xhtml)/i.test(type);
}

/** Looks at the start of the body and drops it. Null when it names none, or when there is no body to be had. */
export async function readErrorPage(network: Network, entry: unknown, status: number): Promise<ErrorPage | null> {
  const { text, base64 } = await network.getContent(entry);
  return errorPageOf(status, base64 ? startOfBase64(text) : text.slice(0, BODY_LIMIT));
}
