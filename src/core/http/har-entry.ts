import { errorPageOf, type FormBody, methodOverrideOf, startOfBase64 } from './body-facts.ts';
import { type DeliveredBy, type ErrorPage, EXCHANGE_SCHEMA, type HttpExchange } from './exchange.ts';
import { FieldReader, isObject, type JsonObject } from './har-fields.ts';
import { readHeaders } from './har-headers.ts';
import { joinProblems, readOwnFields } from './har-own-fields.ts';
import { parseHarTime } from './har-time.ts';
import { KEPT_REQUEST_HEADERS, KEPT_RESPONSE_HEADERS } from './kept-headers.ts';
import { parseUrl } from './parse-url.ts';

/** Reads one HAR entry but for its id. Cookies come from the headers only: both browsers' `cookies` lists are unreliable. */
export function readEntry(value: unknown): Omit<HttpExchange, 'id'> {
  const reader = new FieldReader();
  if (!isObject(value)) reader.note('not-an-object', '');
  const entry = isObject(value) ? value : {};
  // Inside an object that is not there, missing fields are no news.
  const inEntry = isObject(value) ? reader : new FieldReader();
  const request = inEntry.object(entry.request, 'request');
  const response = inEntry.object(entry.response, 'response');
  const inRequest = isObject(entry.request) ? reader : new FieldReader();
  const inResponse = isObject(entry.response) ? reader : new FieldReader();

  const method = inRequest.string(request, 'method', 'request.') ?? '';
  const status = readStatus(response, inResponse);
  const own = readOwnFields(entry);
  return {
    schema: EXCHANGE_SCHEMA,
    startedAt: readStart(entry, inEntry),
    duration: own.isDurationUnknown ? null : readDuration(entry, inEntry),
    answeredAfter: own.isAnswerUnknown ? null : readAnswer(entry),
    method,
    url: readUrl(request, inRequest),
    status,
    requestHeaders: readHeaders(request, 'request.', KEPT_REQUEST_HEADERS, inRequest),
    responseHeaders: readHeaders(response, 'response.', KEPT_RESPONSE_HEADERS, inResponse),
    deliveredBy: readDelivery(entry, response),
    resourceType: textOrNull(entry._resourceType),
    error: textOrNull(response._error) ?? textOrNull(entry._error),
    methodOverride: own.methodOverride ?? methodOverrideOf(method, readFormBody(request.postData), overrideHeader(request.headers)),
    errorPage: own.errorPage ?? readErrorPage(status, response.content),
    problems: joinProblems(own.problems, reader.problems),
  };
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function readStart(entry: JsonObject, reader: FieldReader): number {
  const text = reader.string(entry, 'startedDateTime', '');
  if (text === null) return 0;
  const time = parseHarTime(text);
  if (time === null) reader.note('invalid-time', 'startedDateTime');
  return time ?? 0;
}

/** Browsers leave it out, or write null or -1, where they do not know it. */
function readDuration(entry: JsonObject, reader: FieldReader): number | null {
  const { time } = entry;
  if (time === undefined || time === null) return null;
  if (typeof time !== 'number') reader.note('wrong-type', 'time');
  return typeof time === 'number' && time >= 0 && Number.isFinite(time) ? withoutMinusZero(time) : null;
}

/** All that comes before the response's headers; `ssl` is a part of `connect`. A part that does not apply is -1. Source: HAR 1.2, timings. */
const BEFORE_ANSWER = ['blocked', 'dns', 'connect', 'send', 'wait'] as const;

/** Without a wait nothing is known. */
function readAnswer({ timings }: JsonObject): number | null {
  if (!isObject(timings)) return null;
  const { wait } = timings;
  if (typeof wait !== 'number' || !(wait >= 0)) return null;
  const parts = BEFORE_ANSWER.map((part) => timings[part]).filter((part) => typeof part === 'number' && part > 0) as readonly number[];
  const sum = parts.reduce((total, part) => total + part, 0);
  return Number.isFinite(sum) ? sum : null;
}

function readUrl(request: JsonObject, reader: FieldReader): string {
  const url = reader.string(request, 'url', 'request.');
  if (url !== null && parseUrl(url) === null) reader.note('invalid-url', 'request.url');
  return url ?? '';
}

/** JSON can say -0, but is never written with it: what is read again must be the same. */
function withoutMinusZero(number: number): number {
  return number + 0;
}

function readStatus(response: JsonObject, reader: FieldReader): number {
  const { status } = response;
  if (typeof status === 'number' && Number.isInteger(status) && status >= 0 && status <= 999) return withoutMinusZero(status);
  reader.note(status === undefined ? 'missing' : 'wrong-type', 'response.status');
  return 0;
}

/** Only Chromium tells. Firefox's `cache.afterRequest` stands at every 304, which did come over the network. */
function readDelivery(entry: JsonObject, response: JsonObject): DeliveredBy {
  if (response._fetchedViaServiceWorker === true) return 'service-worker';
  return textOrNull(entry._fromCache) === null ? 'network' : 'cache';
}

function readFormBody(postData: unknown): FormBody | null {
  if (!isObject(postData)) return null;
  const params = (Array.isArray(postData.params) ? postData.params : []).flatMap((param: unknown) =>
    isObject(param) && typeof param.name === 'string' && typeof param.value === 'string' ? [{ name: param.name, value: param.value }] : [],
  );
  return { mimeType: textOrNull(postData.mimeType), text: textOrNull(postData.text), params };
}

function overrideHeader(headers: unknown): string | null {
  if (!Array.isArray(headers)) return null;
  const field: unknown = headers.find(
    (header: unknown) => isObject(header) && typeof header.name === 'string' && header.name.toLowerCase() === 'x-http-method-override',
  );
  return isObject(field) ? textOrNull(field.value) : null;
}

function readErrorPage(status: number, content: unknown): ErrorPage | null {
  if (status < 400 || !isObject(content) || typeof content.text !== 'string') return null;
  return errorPageOf(status, content.encoding === 'base64' ? startOfBase64(content.text) : content.text);
}
