import { formatCount } from '../message.ts';
import { bareValue, type NamedValue, type RubyValue } from '../serializers/ruby-value.ts';

type RubyObject = Extract<RubyValue, { readonly type: 'object' }>;

/** One line for an object of a well-known class, from its variables; null for others. */
export function summaryOf({ className, variables }: RubyObject): string | null {
  if (className.startsWith('URI::')) return uriText(variables);
  if (className === 'ActiveSupport::Duration') return durationText(variables);
  if (className === 'Rack::Session::SessionId') return quoted(variables, '@public_id');
  if (className === 'ActionController::Parameters') return sizeText(variables, '@parameters');
  // An exception is known by the two variables that have no `@`.
  return find(variables, 'bt') === null ? null : quoted(variables, 'mesg');
}

function find(variables: readonly NamedValue[], name: string): RubyValue | null {
  const value = variables.find((variable) => variable.name === name)?.value;
  return value === undefined ? null : bareValue(value);
}

function quoted(variables: readonly NamedValue[], name: string): string | null {
  const value = find(variables, name);
  return value?.type === 'string' ? JSON.stringify(value.text) : null;
}

function sizeText(variables: readonly NamedValue[], name: string): string | null {
  const value = find(variables, name);
  return value?.type === 'hash' ? `{${formatCount(value.pairs.length)}}` : null;
}

function durationText(variables: readonly NamedValue[]): string | null {
  const parts = find(variables, '@parts');
  const pairs = parts?.type === 'hash' ? parts.pairs : [];
  const texts = pairs.flatMap(({ key, value }) => (key.type === 'symbol' && 'text' in value ? [`${value.text} ${key.text}`] : []));
  if (texts.length > 0) return texts.join(', ');
  const seconds = find(variables, '@value');
  return seconds?.type === 'integer' ? `${seconds.text} seconds` : null;
}

function uriText(variables: readonly NamedValue[]): string | null {
  const text = (name: string): string => {
    const value = find(variables, name);
    return value?.type === 'string' ? value.text : '';
  };
  if (text('@scheme') === '') return null;
  const host = text('@host') === '' ? '' : `//${text('@host')}`;
  const query = text('@query') === '' ? '' : `?${text('@query')}`;
  return JSON.stringify(`${text('@scheme')}:${host}${text('@path')}${text('@opaque')}${query}`);
}
