import { decodeUtf8, encodeUtf8, hasTextBeyondBytes } from '../cookies/form-encoding.ts';
import type { HeaderField } from './exchange.ts';
import { type FieldReader, isObject, type JsonObject } from './har-fields.ts';
import { authorizationScheme } from './kept-headers.ts';
import { windows1252ToBytes } from './windows-1252.ts';

/** The header fields of `parent.headers` whose names are kept, one field per Set-Cookie line. */
export function readHeaders(parent: JsonObject, path: string, kept: ReadonlySet<string>, reader: FieldReader): readonly HeaderField[] {
  const fields: HeaderField[] = [];
  for (const [index, header] of reader.array(parent, 'headers', path).entries()) {
    const at = `${path}headers[${index}]`;
    if (!isObject(header)) {
      reader.note('not-an-object', at);
      continue;
    }
    const name = reader.string(header, 'name', `${at}.`);
    const value = reader.string(header, 'value', `${at}.`);
    if (name === null || value === null || !kept.has(name.toLowerCase())) continue;
    for (const line of linesOf(name.toLowerCase(), bytesOf(value))) fields.push({ name, value: line });
  }
  return fields;
}

/** Some exporters, and Firefox's webRequest, join the Set-Cookie lines of a response with newlines. */
function linesOf(name: string, value: string): readonly string[] {
  if (name === 'authorization') return [authorizationScheme(value)];
  if (name !== 'set-cookie' || !value.includes('\n')) return [value];
  return value.split(/\r?\n/).filter((line) => line !== '');
}

/**
 * Browsers write one character per byte, Chromium by Windows-1252, and other exporters decoded UTF-8. Bytes read as Windows-1252 that
 * make valid UTF-8 are hardly anything else.
 */
function bytesOf(value: string): string {
  if (!hasTextBeyondBytes(value)) return value;
  const bytes = windows1252ToBytes(value);
  return bytes !== null && decodeUtf8(bytes) !== bytes ? bytes : encodeUtf8(value);
}
