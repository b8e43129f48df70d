import { readMarshal } from '../../serializers/marshal/read-marshal.ts';
import { bareValue, type NamedValue, type RubyValue } from '../../serializers/ruby-value.ts';
import type { Bytes } from '../base64.ts';
import type { CacheFacts } from '../stored.ts';

/** `ActiveSupport::Cache::Coder`: 00 11, the type, the expiry as a double, the length of the version (-1 for none), the version. */
const HEADER = 15;
const COMPRESSED_FLAG = 0x80;

/** Takes the frame of format 7.0 or 7.1 off; null when there is none. The payload may still be deflated. */
export function readCacheFrame(bytes: Bytes): { readonly facts: CacheFacts; readonly payload: Bytes } | null {
  const [first, second, third] = bytes;
  if (first === 0x00 && second === 0x11 && bytes.length > HEADER) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const expires = view.getFloat64(3, true);
    const start = HEADER + Math.max(0, view.getInt32(11, true));
    if (start >= bytes.length) return null;
    return {
      facts: {
        format: '7.1',
        compressed: (view.getUint8(2) & COMPRESSED_FLAG) !== 0,
        expires: expires < 0 ? null : instantOf(expires),
        version: start === HEADER ? null : versionOf(bytes.slice(HEADER, start)),
      },
      payload: bytes.slice(start),
    };
  }
  // ActiveSupport::Cache::SerializerWithFallback::Marshal70WithFallback; Rails70Coder in 7.0.
  if ((first === 0x00 && second === 0x04 && third === 0x08) || (first === 0x01 && second === 0x78))
    return { facts: { format: '7.0', compressed: first === 0x01, expires: null, version: null }, payload: bytes.slice(1) };
  return null;
}

/** A value with what the cache says of it. `frame` is what was around the value; null when it is no entry. */
export function cacheObject(value: RubyValue, frame: CacheFacts | null): { readonly facts: CacheFacts; readonly value: RubyValue } | null {
  if (frame?.format === '7.0') {
    if (value.type !== 'array') return null;
    // ActiveSupport::Cache::Entry#pack: value, expiry, version, without the nils at the end.
    const [packed, expires, version] = value.items;
    if (packed === undefined) return null;
    return { facts: { ...frame, expires: instantOf(numberOf(expires)), version: textOf(version) }, value: packed };
  }
  if (value.type !== 'object' || value.className !== 'ActiveSupport::Cache::Entry') return null;
  const variable = variablesOf(value.variables);
  const short = variable('@v');
  const held = short ?? variable('@value');
  if (held === undefined) return null;
  const created = numberOf(variable('@created_at'));
  const expiresIn = numberOf(variable('@expires_in'));
  const at = short === undefined ? (created === null || expiresIn === null ? null : created + expiresIn) : numberOf(variable('@x'));
  const compressed = isTrue(variable('@c') ?? variable('@compressed'));
  const format = short === undefined ? '6.1' : '4.0';
  return { facts: { format, compressed, expires: instantOf(at), version: textOf(variable('@version')) }, value: held };
}

const variablesOf = (variables: readonly NamedValue[]) => {
  const byName = new Map(variables.map(({ name, value }) => [name, value]));
  return (name: string): RubyValue | undefined => byName.get(name);
};

const isTrue = (value: RubyValue | undefined): boolean => value?.type === 'boolean' && value.value;

function numberOf(value: RubyValue | undefined): number | null {
  return value?.type === 'float' || value?.type === 'integer' ? Number(value.text) : null;
}

function textOf(value: RubyValue | undefined): string | null {
  const bare = value && bareValue(value);
  return bare?.type === 'string' ? bare.text : null;
}

/** As UTF-8, or in Marshal where it is in another encoding. */
function versionOf(bytes: Bytes): string {
  const marshalled = bytes[0] === 4 && bytes[1] === 8 ? readMarshal(bytes) : null;
  return (marshalled?.ok ? textOf(marshalled.value) : null) ?? new TextDecoder().decode(bytes);
}

/** Milliseconds from the epoch that a Date can be of (ECMA-262, 21.4.1.1). */
const LAST_TIME = 8.64e15;

function instantOf(seconds: number | null): string | null {
  const time = Math.round((seconds ?? Number.NaN) * 1000);
  return Math.abs(time) <= LAST_TIME ? new Date(time).toISOString() : null;
}
