import { windows1252ToBytes } from '../core/http/windows-1252.ts';
import { field } from './har-log.ts';

/**
 * Chromium's DevTools hand header bytes over as Windows-1252. Gives an entry whose header values have one character per byte, and
 * the entry itself where that is so already.
 */
export function withByteHeaders(entry: unknown): unknown {
  const request = messageOf(field(entry, 'request'));
  const response = messageOf(field(entry, 'response'));
  if (!request && !response) return entry;
  return { ...(entry as object), ...(request ? { request } : {}), ...(response ? { response } : {}) };
}

/** Null when nothing has to be changed. */
function messageOf(message: unknown): object | null {
  const headers = field(message, 'headers');
  if (!Array.isArray(headers)) return null;
  const values = headers.map((header: unknown) => bytesOf(field(header, 'value')));
  if (values.every((value) => value === null)) return null;
  return {
    ...(message as object),
    headers: headers.map((header: unknown, index) => (values[index] === null ? header : { ...(header as object), value: values[index] })),
  };
}

/** Null when the value is bytes already, or is no such text. */
function bytesOf(value: unknown): string | null {
  return typeof value === 'string' && /[^\0-\xff]/.test(value) ? windows1252ToBytes(value) : null;
}
