import type { DeliveredBy, EntryProblem, HeaderField, HttpExchange } from './exchange.ts';

/**
 * Joins two views of one exchange: the live event, which may come before its cookies, and `getHAR`. Either order gives
 * the same; so does joining again. Both should have the same id (their start, method and URL).
 */
export function mergeExchange(a: HttpExchange, b: HttpExchange): HttpExchange {
  return {
    schema: a.schema,
    id: lesser(a.id, b.id),
    startedAt: Math.min(a.startedAt, b.startedAt),
    duration: longer(a.duration, b.duration),
    answeredAfter: longer(a.answeredAfter, b.answeredAfter),
    method: a.method === '' || b.method === '' ? a.method + b.method : lesser(a.method, b.method),
    url: a.url === '' || b.url === '' ? a.url + b.url : lesser(a.url, b.url),
    status: Math.max(a.status, b.status),
    requestHeaders: fuller(a.requestHeaders, b.requestHeaders, 'cookie'),
    responseHeaders: fuller(a.responseHeaders, b.responseHeaders, 'set-cookie'),
    deliveredBy: DELIVERY[a.deliveredBy] >= DELIVERY[b.deliveredBy] ? a.deliveredBy : b.deliveredBy,
    resourceType: known(a.resourceType, b.resourceType),
    error: known(a.error, b.error),
    methodOverride: known(a.methodOverride, b.methodOverride),
    errorPage: known(a.errorPage, b.errorPage),
    problems: clearer(a.problems, b.problems),
  };
}

/** `network` is also what a view says that does not know better. */
const DELIVERY: Readonly<Record<DeliveredBy, number>> = { network: 0, cache: 1, 'service-worker': 2 };

const lesser = <T extends string>(a: T, b: T): T => (a <= b ? a : b);

const longer = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.max(a, b));

function known<T extends string>(a: T | null, b: T | null): T | null {
  return a === null || b === null ? (a ?? b) : lesser(a, b);
}

/** The list with more cookie headers, else with more headers; the text decides only so that the order does not. */
function fuller(a: readonly HeaderField[], b: readonly HeaderField[], cookieHeader: string): readonly HeaderField[] {
  const count = (fields: readonly HeaderField[]) => fields.filter(({ name }) => name.toLowerCase() === cookieHeader).length;
  const difference = count(a) - count(b) || a.length - b.length;
  if (difference !== 0) return difference > 0 ? a : b;
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b;
}

/** What one view could not read and the other could is no problem any more. */
function clearer(a: readonly EntryProblem[], b: readonly EntryProblem[]): readonly EntryProblem[] {
  if (a.length !== b.length) return a.length < b.length ? a : b;
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b;
}
