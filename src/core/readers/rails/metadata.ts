import { decodeFormEncoding, decodeUtf8 } from '../../cookies/form-encoding.ts';
import type { HashPair, RubyValue } from '../../serializers/ruby-value.ts';
import { type Bytes, decodeBase64 } from '../base64.ts';

/**
 * Rails' metadata envelope: `message` holds the serialized session, or `data` the session itself (the form of
 * `use_message_serializer_for_metadata`, which cookie jars do not write).
 */
export interface Envelope {
  readonly purpose: string | null;
  readonly expires: string | null;
  readonly content:
    | { readonly form: 'message' /** Null when it is no base64. */; readonly payload: Bytes | null }
    | { readonly form: 'data'; readonly data: RubyValue };
}

/**
 * Takes a JSON value for an envelope when its only member is `_rails`, an object with a string `message` or with `data`. A session
 * may have a `_rails` key of its own, so anything else is a session. Source: `ActiveSupport::Messages::Metadata`.
 */
export function readEnvelope(value: RubyValue): Envelope | null {
  if (value.type !== 'hash' || value.pairs.length !== 1) return null;
  const inner = member(value.pairs, '_rails');
  if (inner?.type !== 'hash') return null;
  const purpose = textOrNull(member(inner.pairs, 'pur'));
  const expires = textOrNull(member(inner.pairs, 'exp'));
  if (purpose === undefined || expires === undefined) return null;
  const message = member(inner.pairs, 'message');
  if (message?.type === 'string') {
    return { purpose, expires, content: { form: 'message', payload: decodeBase64(message.text) } };
  }
  const data = member(inner.pairs, 'data');
  const others = inner.pairs.some(({ key }) => key.type !== 'string' || !['data', 'exp', 'pur'].includes(key.text));
  if (data === undefined || others) return null;
  return { purpose, expires, content: { form: 'data', data } };
}

/** Whether Rails accepts a purpose under this cookie name: none at all, or `cookie.` and the unescaped name. */
export function isPurposeOf(purpose: string | null, cookieName: string): boolean {
  if (purpose === null) return true;
  // Rack 3.2 no longer escapes names, so a `+` or `%` in one may be literal.
  return [decodeFormEncoding(cookieName), cookieName].some((name) => purpose === `cookie.${decodeUtf8(name)}`);
}

/** The last of a repeated member counts, as for Ruby's JSON. */
function member(pairs: readonly HashPair[], name: string): RubyValue | undefined {
  return pairs.findLast((pair) => pair.key.type === 'string' && pair.key.text === name)?.value;
}

/** Undefined for what is neither text nor null. */
function textOrNull(value: RubyValue | undefined): string | null | undefined {
  if (value === undefined || value.type === 'nil') return null;
  return value.type === 'string' ? value.text : undefined;
}
