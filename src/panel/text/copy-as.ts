import { decodeUtf8 } from '../../core/cookies/form-encoding.ts';
import { headerValues } from '../../core/http/exchange.ts';
import type { DetailView } from '../../core/report/detail-view.ts';
import type { Printer } from '../state/printer.ts';
import type { MessageKey } from './message.ts';

/** An entry of the menu. `text` is made when it is chosen. */
export interface CopyChoice {
  readonly id: 'value' | 'decoded' | 'json' | 'ruby' | 'set-cookie' | 'cookie' | 'curl';
  readonly label: MessageKey;
  readonly note: MessageKey | null;
  text(): string | Promise<string | null>;
}

/** Methods whose requests have no body. */
const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What there is to copy of a row: entries without anything behind them are left out. */
export function copyChoices({ cookie, reading, exchange }: DetailView, { print }: Pick<Printer, 'print'>): readonly CopyChoice[] {
  const data = reading?.data ?? null;
  const sent = headerValues(exchange.requestHeaders, 'cookie');
  const choices: CopyChoice[] = [];
  const add = (id: CopyChoice['id'], label: MessageKey, text: CopyChoice['text'], note: MessageKey | null = null): void => {
    choices.push({ id, label, note, text });
  };
  if (cookie !== null) {
    add('value', 'copyAsValue', () => decodeUtf8(cookie.value));
    if (/%[\da-f]{2}/i.test(cookie.value)) add('decoded', 'copyAsDecoded', () => decodeUtf8(percentDecoded(cookie.value)));
  }
  if (data !== null) {
    add('json', 'copyAsJson', () => print({ as: 'value', value: data, format: reading?.serializer ?? null }));
    add('ruby', 'copyAsRuby', () => print({ as: 'ruby', value: data }));
  }
  if (cookie !== null) add('set-cookie', 'copyAsSetCookie', () => `Set-Cookie: ${decodeUtf8(cookie.line)}`);
  if (sent.length > 0) add('cookie', 'copyAsCookie', () => `Cookie: ${sent.map(decodeUtf8).join('; ')}`);
  if (/^https?:/i.test(exchange.url))
    add('curl', 'copyAsCurl', () => print({ as: 'curl', exchange }), BODILESS.has(exchange.method) ? null : 'copyAsCurlNote');
  return choices;
}

/** The escapes alone: a plus sign stays one. One character per byte. */
const percentDecoded = (value: string): string =>
  value.replace(/%([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
