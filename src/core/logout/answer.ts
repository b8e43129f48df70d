import { siteOf } from '../cookies/public-suffix.ts';
import { headerValues } from '../http/exchange.ts';
import { parseUrl } from '../http/parse-url.ts';
import type { HistoryStep } from '../session/history-step.ts';
import { hasSafeMethod, headerOf, isPrefetch, methodOf } from './request-kind.ts';
import { asksSignOut, isCallbackPath, isSignInPath, isSignOutPath } from './sign-paths.ts';

/** The browser answered by itself, or a service worker did, so that the server saw no request; what was sent does not show. */
export function isFromBrowserCache({ exchange }: HistoryStep): boolean {
  return exchange.deliveredBy !== 'network';
}

/**
 * Whether the answer treats the request as that of somebody who is not signed in: 401, or a redirect to where people sign in. Not on the
 * sign-in path or for a sign-out, not for a prefetch, and not where an Authorization header decides.
 */
export function startsOver(step: HistoryStep): boolean {
  const { exchange, path } = step;
  if (exchange.status !== 401 && !isRedirect(exchange.status)) return false;
  if (isSignInPath(path, methodOf(exchange)) || asksSignOut(exchange, path) || isPrefetch(exchange)) return false;
  if (headerOf(exchange, 'authorization') !== null) return false;
  if (exchange.status === 401) return !asksForCredentials(step);
  const target = redirectTarget(step);
  return target !== null && leadsToSignIn(target, step);
}

/** A sign-in that the server accepted, as far as the traffic without content tells: it leads away from where people sign in. */
export function isSignIn(step: HistoryStep): boolean {
  const { exchange, path } = step;
  const { status } = exchange;
  if (!isSignInAttempt(step) || isPrefetch(exchange)) return false;
  if (isRedirect(status)) {
    const target = redirectTarget(step);
    // Off to a provider: only its callback signs in.
    return (
      target !== null &&
      !leadsToSignIn(target, step) &&
      siteOf(target.hostname) === siteOf(step.hostname) &&
      !/failure/.test(target.pathname)
    );
  }
  if (isCallbackPath(path)) return false;
  const [type = ''] = headerValues(exchange.responseHeaders, 'content-type');
  return status === 201 || status === 204 || (status === 200 && /json/i.test(type));
}

/** A form that signs in, or a provider's callback, whatever the answer. */
export function isSignInAttempt({ exchange, path }: HistoryStep): boolean {
  const method = methodOf(exchange);
  return hasSafeMethod(exchange) ? method === 'GET' && isCallbackPath(path) : method !== 'DELETE' && isSignInPath(path, method);
}

export const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304;

export const isSuccess = ({ exchange: { status } }: HistoryStep): boolean => (status >= 200 && status < 300) || status === 304;

/** Null when there is no Location, or none that is one. */
export function redirectTarget({ exchange }: HistoryStep): URL | null {
  const [location] = headerValues(exchange.responseHeaders, 'location');
  return location === undefined ? null : parseUrl(location, exchange.url);
}

function leadsToSignIn(target: URL, step: HistoryStep): boolean {
  if (isSignOutPath(target.pathname)) return false;
  if (isSignInPath(target.pathname)) return true;
  return target.hostname !== step.hostname && /^(?:login|accounts?|auth|sso|idp?|signin)\./i.test(target.hostname);
}

/** HTTP's own authentication, which knows no sessions (RFC 9110, 11.6.1). */
function asksForCredentials({ exchange }: HistoryStep): boolean {
  return headerValues(exchange.responseHeaders, 'www-authenticate').some((value) =>
    /^\s*(?:basic|digest|negotiate|ntlm|bearer)\b/i.test(value),
  );
}
