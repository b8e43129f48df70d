import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { asHash, keyName } from './hash.ts';
import type { ValueIds } from './value-ids.ts';

/**
 * What a response did to one flash message: `set` for the next page, `kept` for one more, `shown` and to be swept by the next request
 * (only the old FlashHash object keeps such ones), `swept` after it was shown.
 */
export type FlashEvent = 'set' | 'kept' | 'shown' | 'swept';

export interface FlashChange {
  /** Its key, such as `notice`. */
  readonly key: RubyValue;
  readonly event: FlashEvent;
  /** Null where it was not there. */
  readonly before: RubyValue | null;
  readonly after: RubyValue | null;
}

interface Message {
  readonly key: RubyValue;
  readonly value: RubyValue;
  /** It has been shown, and the next request sweeps it. */
  readonly used: boolean;
}

/** By name: the same message may be a symbol in one version and a string in the next. */
type Flash = ReadonlyMap<string, Message>;

/**
 * Compares two flashes, absent ones as null; messages of the later one first. Null when one of them is no flash.
 * Source: `ActionDispatch::Flash::FlashHash#sweep` and `#to_session_value`.
 */
export function flashChanges(before: RubyValue | null, after: RubyValue | null, ids: ValueIds): readonly FlashChange[] | null {
  const was = readFlash(before);
  const is = readFlash(after);
  if (was === null || is === null) return null;
  const there = [...is].map(([name, message]): FlashChange => {
    const old = was.get(name);
    return { key: message.key, event: eventOf(old, message, ids), before: old?.value ?? null, after: message.value };
  });
  const gone = [...was].filter(([name]) => !is.has(name));
  return [...there, ...gone.map(([, { key, value }]): FlashChange => ({ key, event: 'swept', before: value, after: null }))];
}

function eventOf(before: Message | undefined, after: Message, ids: ValueIds): FlashEvent {
  if (after.used && before !== undefined) return 'shown';
  return before !== undefined && ids.of(before.value) === ids.of(after.value) ? 'kept' : 'set';
}

/** `{"discard"=>[], "flashes"=>{…}}` since Rails 4.1; before that the FlashHash itself. Null when it is neither; an absent one is empty. */
function readFlash(value: RubyValue | null): Flash | null {
  if (value === null || bareValue(value).type === 'nil') return new Map();
  const hash = asHash(value);
  const flashes = hash?.pairs.findLast(({ key }) => keyName(key) === 'flashes')?.value;
  if (hash !== null && flashes !== undefined) {
    return messages(flashes, hash.pairs.findLast(({ key }) => keyName(key) === 'discard')?.value ?? null);
  }
  // Rails 3.1 to 4.0 keep the messages in a variable; in 3.0 the FlashHash is a Hash.
  if (value.type === 'object' && value.className.endsWith('FlashHash')) {
    const variable = (name: string) => value.variables.find((each) => each.name === name)?.value ?? null;
    return messages(variable('@flashes'), variable('@used') ?? variable('@discard'));
  }
  if (value.type === 'decorated' && value.className?.endsWith('FlashHash')) {
    return messages(value.value, value.variables.find(({ name }) => name === '@used')?.value ?? null);
  }
  return null;
}

function messages(flashes: RubyValue | null, used: RubyValue | null): Flash | null {
  const hash = asHash(flashes);
  if (hash === null) return null;
  const shown = new Set(namesIn(used));
  const named = hash.pairs.map(({ key, value }) => ({ name: keyName(key), key, value }));
  if (named.some(({ name }) => name === null)) return null;
  return new Map(named.map(({ name, key, value }) => [name ?? '', { key, value, used: shown.has(name ?? '') }]));
}

/** A set, an array, or (Rails 3.0) a hash of names to true. */
function namesIn(value: RubyValue | null): readonly string[] {
  const bare = value === null ? null : bareValue(value);
  switch (bare?.type) {
    case 'set':
    case 'array':
      return bare.items.flatMap((item) => keyName(item) ?? []);
    case 'hash':
      return bare.pairs.filter(({ value: flag }) => flag.type === 'boolean' && flag.value).flatMap(({ key }) => keyName(key) ?? []);
    default:
      return [];
  }
}

/** The messages that a session keeps for its next request, by name; those that were shown and wait to be swept are not among them. */
export function flashMessages(session: RubyValue | null): ReadonlyMap<string, RubyValue> {
  const flash =
    readFlash(asHash(session)?.pairs.findLast(({ key }) => keyName(key) === 'flash')?.value ?? null) ?? new Map<string, Message>();
  return new Map([...flash].flatMap(([name, { value, used }]) => (used ? [] : [[name, value] as const])));
}
