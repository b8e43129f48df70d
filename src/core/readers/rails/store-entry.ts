import { fail, ok, type Result } from '../../result.ts';
import { inflate, isZlib } from '../../serializers/inflate.ts';
import { readJson } from '../../serializers/json.ts';
import { MARSHAL_LIMITS } from '../../serializers/marshal/marshal-limits.ts';
import { readPayload } from '../../serializers/read-payload.ts';
import { readInspected } from '../../serializers/ruby-inspect.ts';
import { bareValue, type RubyValue } from '../../serializers/ruby-value.ts';
import type { Bytes } from '../base64.ts';
import type { CacheFacts, StoredFacts, StoreEntry, StoreEntryFailure } from '../stored.ts';
import { cacheObject, readCacheFrame } from './cache-entry.ts';
import { columnSession } from './json-column.ts';
import { bytesOfText, isStoredBytes } from './store-text.ts';

/** Of an entry in bytes, and of one after decompression. */
export const LONGEST_ENTRY = MARSHAL_LIMITS.bytes;
/** In UTF-16 units: an escape takes four characters for a byte. */
const LONGEST_TEXT = LONGEST_ENTRY * 4;

type Read = Result<StoreEntry, StoreEntryFailure>;

/**
 * Reads what a session store holds, recognised from its bytes: a `data` column (Base64 of Marshal, JSON), a cache entry of Rails 4.0
 * to 8.1, or a bare value in Marshal, MessagePack or JSON, each perhaps deflated. Text may be hex, Base64, or quoted with escapes as
 * redis-cli and Ruby print it. Never throws. Source: `ActiveRecord::SessionStore`, `ActiveSupport::Cache::Coder`.
 */
export async function readStoreEntry(input: string | Uint8Array): Promise<Read> {
  if (input.length > (typeof input === 'string' ? LONGEST_TEXT : LONGEST_ENTRY)) return fail({ code: 'too-large' });
  if (typeof input === 'string') return readText(input);
  const bytes = new Uint8Array(input);
  if (isStoredBytes(bytes)) return readBytes(bytes);
  try {
    return await readText(utf8.decode(bytes));
  } catch {
    return fail({ code: 'unknown-format' });
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

async function readText(text: string): Promise<Read> {
  const whole = text.replace(/^\ufeff/, '').trim();
  if (whole === '') return fail({ code: 'empty' });
  if (whole.startsWith('{')) return readObject(whole);
  const found = bytesOfText(text);
  if (found === null) return fail({ code: 'unknown-format' });
  if (found.bytes.length > LONGEST_ENTRY) return fail({ code: 'too-large' });
  if (found.encoding === 'quoted' && !isStoredBytes(found.bytes)) return readObject(new TextDecoder().decode(found.bytes));
  const read = await readBytes(found.bytes);
  if (!read.ok && found.latin1 !== null) return readBytes(found.latin1);
  // Base64 of bare Marshal is how ActiveRecord::SessionStore::ClassMethods::MarshalSerializer writes the column.
  if (!read.ok || found.encoding !== 'base64' || read.value.facts.origin !== 'value' || read.value.facts.serializer !== 'marshal')
    return read;
  return ok({ ...read.value, facts: { ...read.value.facts, origin: 'column' } });
}

/** JSON, or a hash as Ruby prints it. */
function readObject(text: string): Read {
  const json = readJson(text);
  const bytes = new TextEncoder().encode(text);
  if (json.ok) return columnSession(json.value, bytes.length);
  const inspected = readInspected(text);
  if (inspected.ok) {
    return session(inspected.value, { origin: 'column', serializer: 'inspect', cache: null, bytes: bytes.length });
  }
  if (!text.startsWith('{')) return fail({ code: 'unknown-format' });
  const { code, offset } = json.failure;
  return fail({ code: 'unreadable', payload: { code, offset, byte: bytes[offset] ?? null } });
}

/** A value inside an entry inside deflated bytes is the most that any store writes. */
const DEEPEST = 4;

async function readBytes(stored: Bytes): Promise<Read> {
  let bytes = stored;
  let cache: CacheFacts | null = null;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const frame = readCacheFrame(bytes);
    if (frame !== null) {
      cache = frame.facts;
      bytes = frame.payload;
    }
    if (frame === null ? isZlib(bytes) : frame.facts.compressed) {
      const inflated = await inflate(bytes, LONGEST_ENTRY);
      if (inflated === null) return fail({ code: 'broken-compression' });
      bytes = inflated;
    }
    const read = readWhole(bytes);
    if (!read.ok) return read;
    const { value, serializer } = read.value;
    const object = cacheObject(value, frame?.facts ?? null);
    if (object === null) {
      const inner = storedBytes(value);
      if (inner === null)
        return session(value, { origin: cache === null ? 'value' : 'cache-entry', serializer, cache, bytes: stored.length });
      bytes = inner;
      continue;
    }
    cache = object.facts;
    const inner = storedBytes(object.value);
    if (inner === null) return session(object.value, { origin: 'cache-entry', serializer, cache, bytes: stored.length });
    const inflated = cache.compressed && frame === null ? await inflate(inner, LONGEST_ENTRY) : inner;
    if (inflated === null) return fail({ code: 'broken-compression' });
    bytes = inflated;
  }
  return fail({ code: 'not-a-session' });
}

/** One payload to its last byte; a line feed that a tool put behind it is left out. */
function readWhole(
  bytes: Bytes,
): Result<{ readonly value: RubyValue; readonly serializer: 'json' | 'marshal' | 'message_pack' }, StoreEntryFailure> {
  const { format, result } = readPayload(bytes);
  if (format === 'unknown' || result === null) return fail({ code: 'unknown-format' });
  if (result.ok) return ok({ value: result.value, serializer: format });
  const { code, offset } = result.failure;
  if (code === 'trailing-bytes' && offset === bytes.length - 1 && bytes[offset] === 0x0a) return readWhole(bytes.slice(0, -1));
  return fail({ code: 'unreadable', payload: result.failure });
}

/** The bytes of a string that holds another payload: Rails 3's entries, and stores that serialize what the cache has serialized. */
function storedBytes(value: RubyValue): Bytes | null {
  const bare = bareValue(value);
  if (bare.type !== 'bytes' && bare.type !== 'string') return null;
  const bytes = bare.type === 'bytes' ? new Uint8Array(bare.bytes) : new TextEncoder().encode(bare.text);
  return isStoredBytes(bytes) || bytes[0] === 0x7b ? bytes : null;
}

function session(value: RubyValue, facts: StoredFacts): Read {
  return bareValue(value).type === 'hash' ? ok({ facts, data: value }) : fail({ code: 'not-a-session' });
}
