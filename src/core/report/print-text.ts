import type { HttpExchange } from '../http/exchange.ts';
import type { Serializer } from '../readers/reader.ts';
import { writePayloadJson } from '../serializers/payload-json.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import type { CookieSummary } from './cookie-summary.ts';
import { printCookiesCsv } from './cookies-csv.ts';
import { printCookiesJson } from './cookies-json.ts';
import { printCookiesMarkdown } from './cookies-markdown.ts';
import { copyText } from './copy-text.ts';
import { curlCommand } from './curl.ts';
import { rubyCode } from './ruby-code.ts';

/** What is printed only when somebody copies or saves it. `format` is what wrote the session. */
export type Printable =
  | { readonly as: 'json'; readonly value: RubyValue; readonly format: Serializer | null }
  /** A string's own text, else JSON. */
  | { readonly as: 'value'; readonly value: RubyValue; readonly format: Serializer | null }
  | { readonly as: 'ruby'; readonly value: RubyValue }
  | { readonly as: 'curl'; readonly exchange: HttpExchange }
  | { readonly as: 'cookies-csv' | 'cookies-json' | 'cookies-markdown'; readonly cookies: readonly CookieSummary[] };

/** Null where it cannot be printed. */
export function printText(what: Printable): string | null {
  switch (what.as) {
    case 'json':
      return writePayloadJson(what.value, what.format, 2);
    case 'value':
      return copyText(what.value, what.format);
    case 'ruby':
      return rubyCode(what.value);
    case 'curl':
      return curlCommand(what.exchange);
    case 'cookies-csv':
      return printCookiesCsv(what.cookies);
    case 'cookies-json':
      return printCookiesJson(what.cookies);
    case 'cookies-markdown':
      return printCookiesMarkdown(what.cookies);
  }
}
