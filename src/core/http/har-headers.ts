import { encodeUtf8, hasTextBeyondBytes } from '../cookies/form-encoding.ts';
import type { HeaderField } from './exchange.ts';
import { type FieldReader, isObject, type JsonObject } from './har-fields.ts';
import { authorizationScheme } from './kept-headers.ts';

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

/** Some exporters write decoded UTF-8 where browsers write one character per byte. */
function bytesOf(value: string): string {
  return hasTextBeyondBytes(value) ? encodeUtf8(value) : value;
}
