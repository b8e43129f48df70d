import type { HeaderField, HttpExchange } from '../http/exchange.ts';
import { authorizationScheme } from '../http/kept-headers.ts';
import { maskValue, numberedValues } from './mask-value.ts';
import { type Redaction, redactUrl } from './redact.ts';

/** What stands where a value was removed; an empty one would delete the cookie for who reads it. */
const REMOVED = 'removed';

/**
 * Exchanges for an export of the recording itself. `mask` leaves of each cookie value its length and punctuation, and keeps equal
 * values equal, so that sizes, refusals and the history can be told from the file; `remove` leaves the names. Addresses lose what
 * `redactUrl` takes, wherever they stand.
 */
export function redactExchanges(exchanges: readonly HttpExchange[], redaction: Redaction): readonly HttpExchange[] {
  if (redaction === 'none') return exchanges;
  const numbers = numberedValues();
  const hide = (value: string): string => {
    if (value === '') return value;
    return redaction === 'mask' ? maskValue(value, numbers) : REMOVED;
  };
  return exchanges.map((exchange) => ({
    ...exchange,
    url: asciiUrl(redactUrl(exchange.url, redaction)),
    requestHeaders: exchange.requestHeaders.map((field) => redactField(field, hide, redaction)),
    responseHeaders: exchange.responseHeaders.map((field) => redactField(field, hide, redaction)),
  }));
}

type Hide = (value: string) => string;

function redactField({ name, value }: HeaderField, hide: Hide, redaction: Redaction): HeaderField {
  switch (name.toLowerCase()) {
    case 'cookie':
      return {
        name,
        value: value
          .split(';')
          .map((pair) => redactPair(pair, hide))
          .join(';'),
      };
    case 'set-cookie': {
      const [pair = '', ...attributes] = value.split(';');
      return { name, value: [redactPair(pair, hide), ...attributes.map(redactAttribute)].join(';') };
    }
    case 'referer':
    case 'location':
      return { name, value: asciiUrl(redactUrl(value, redaction)) };
    case 'www-authenticate':
      return { name, value: authorizationScheme(value) };
    case 'if-none-match':
      return { name, value: '"removed"' };
    default:
      return { name, value };
  }
}

/** Spaces around name and value stay. Without an equals sign browsers take the whole as the value. */
function redactPair(pair: string, hide: Hide): string {
  const equals = pair.indexOf('=') + 1;
  const [, before = '', value = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(pair.slice(equals)) ?? [];
  return pair.slice(0, equals) + before + hide(value) + after;
}

const KNOWN_ATTRIBUTES = /^\s*(?:domain|path|expires|max-age|secure|httponly|samesite|partitioned|priority)\s*(?:=|$)/i;

/** A `;` inside a value makes attributes out of content. */
function redactAttribute(attribute: string): string {
  return attribute === '' || KNOWN_ATTRIBUTES.test(attribute) ? attribute : ' removed';
}

/** Header values have one character per byte, and so have the addresses in them. */
const asciiUrl = (url: string): string => url.replaceAll('•', '*');
