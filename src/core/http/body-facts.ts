import { decodeFormEncoding } from '../cookies/form-encoding.ts';
import type { ErrorPage } from './exchange.ts';

/** How much of a body is looked at, in bytes. */
export const BODY_LIMIT = 65_536;

const ERROR_PAGES: readonly ErrorPage[] = ['CookieOverflow', 'InvalidAuthenticityToken', 'SessionRestoreError'];

/** Which exception the first 64 kB of a 4xx or 5xx page name; the first one named counts. Null when none. */
export function errorPageOf(status: number, text: string): ErrorPage | null {
  if (status < 400) return null;
  const start = text.slice(0, BODY_LIMIT);
  let found: ErrorPage | null = null;
  let foundAt = Number.POSITIVE_INFINITY;
  for (const name of ERROR_PAGES) {
    const at = start.indexOf(name);
    if (at >= 0 && at < foundAt) [found, foundAt] = [name, at];
  }
  return found;
}

/** The start of a body that HAR holds as base64, one character per byte; empty when it is no base64. */
export function startOfBase64(text: string): string {
  try {
    // Four characters hold three bytes.
    return atob(text.slice(0, Math.ceil(BODY_LIMIT / 3) * 4));
  } catch {
    return '';
  }
}

/** What a request sent as its body, as HAR's `postData` has it; null where it is not known. */
export interface FormBody {
  readonly mimeType: string | null;
  readonly text: string | null;
  readonly params: readonly { readonly name: string; readonly value: string }[];
}

const OVERRIDES: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH', 'LINK', 'UNLINK']);

/**
 * The method that a form asks for in place of POST, upper case; null when it asks for none. `header` is the value of
 * X-HTTP-Method-Override. Source: `Rack::MethodOverride`.
 */
export function methodOverrideOf(method: string, body: FormBody | null, header: string | null): string | null {
  if (method.toUpperCase() !== 'POST') return null;
  const wanted = ((body === null ? null : formMethod(body)) ?? header)?.toUpperCase();
  return wanted !== undefined && OVERRIDES.has(wanted) ? wanted : null;
}

/** The last `_method` of the form, as in Rack. */
function formMethod(body: FormBody): string | null {
  const text = body.text?.slice(0, BODY_LIMIT) ?? '';
  const type = body.mimeType?.toLowerCase() ?? '';
  if (type.startsWith('multipart/form-data')) {
    const part = /name="?_method"?\r?\n(?:[^\r\n]+\r?\n)*\r?\n([^\r\n]*)/.exec(text);
    if (part?.[1] !== undefined) return part[1];
  } else if (type === '' || type.startsWith('application/x-www-form-urlencoded')) {
    const pair = text.split('&').findLast((piece) => piece.startsWith('_method='));
    if (pair !== undefined) return decodeFormEncoding(pair.slice('_method='.length));
  }
  return body.params.findLast((param) => param.name === '_method')?.value ?? null;
}
