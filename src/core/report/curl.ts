import type { HttpExchange } from '../http/exchange.ts';
import { shellQuote } from './shell-quote.ts';

/** What curl writes itself; of a credential only the scheme is kept, and a Content-Type tells of a body that is not. */
const LEFT_OUT: ReadonlySet<string> = new Set(['host', 'authorization', 'content-type']);

/**
 * The request as a command for a POSIX shell: method, address and the header fields that are kept, without a body. Null for an address that
 * is not of the web, which a HAR may hold and curl would read from the disk.
 */
export function curlCommand({ method, url, requestHeaders }: HttpExchange): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  const fields = requestHeaders.filter(({ name }) => !LEFT_OUT.has(name.toLowerCase()));
  // Brackets and braces in an address are none of curl's patterns.
  const words = [
    'curl --globoff --include',
    ...(method === 'GET' ? [] : [method === 'HEAD' ? '--head' : `--request ${shellQuote(method)}`]),
    `--url ${shellQuote(url)}`,
    ...fields.map(({ name, value }) => `--header ${shellQuote(fieldText(name, value))}`),
  ];
  return words.join(' \\\n  ');
}

/** A field must not bring others with it; curl takes a semicolon for one that is empty. */
function fieldText(name: string, value: string): string {
  const line = value.replace(/[\r\n]+/g, ' ');
  return line.trim() === '' ? `${name};` : `${name}: ${line}`;
}
