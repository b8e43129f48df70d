/**
 * One union for every value that a session can hold, whatever serialized it. Numbers are kept as their exact text,
 * hashes as ordered pairs, so nothing is rounded, reordered or merged.
 *
 * A value that a stream links to twice is one object in memory. Without the targets of `reference` the values below one another never
 * come round in a circle; but a shared value can be reached by very many ways, so whatever prints must stop somewhere.
 */
export type RubyValue =
  | { readonly type: 'nil' }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** Decimal digits with an optional minus sign, of any length. */
  | { readonly type: 'integer'; readonly text: string }
  /** As JSON wrote it, or as Ruby prints it: `1.0e+300`, `-0.0`, `NaN`, `-Infinity`. */
  | { readonly type: 'float'; readonly text: string }
  /** Valid UTF-8 or US-ASCII, or a binary string of ASCII bytes. */
  | { readonly type: 'string'; readonly text: string }
  /** A string in another encoding, or invalid in its own. `encoding` is Ruby's name; `ASCII-8BIT` is a binary string. */
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly encoding: string }
  | { readonly type: 'symbol'; readonly text: string }
  | { readonly type: 'array'; readonly items: readonly RubyValue[] }
  | RubyHash
  | { readonly type: 'object'; readonly className: string; readonly variables: readonly NamedValue[] }
  /** Struct or Data. */
  | { readonly type: 'struct'; readonly className: string; readonly members: readonly NamedValue[] }
  /** What the object's `_dump` wrote. */
  | { readonly type: 'user-dumped'; readonly className: string; readonly bytes: Uint8Array }
  /** What the object's `marshal_dump` returned; `native` for the state of a class written in C. */
  | { readonly type: 'user-marshalled' | 'native'; readonly className: string; readonly value: RubyValue }
  /** A value of a subclass (null: of its own class), extended by modules, or with instance variables of its own. */
  | {
      readonly type: 'decorated';
      readonly className: string | null;
      readonly modules: readonly string[];
      readonly value: RubyValue;
      readonly variables: readonly NamedValue[];
    }
  | { readonly type: 'class' | 'module'; readonly name: string }
  /** `options` as Regexp#options counts them: 1 ignore case, 2 extended, 4 multiline, 16 fixed encoding, 32 none. */
  | { readonly type: 'regexp'; readonly source: string; readonly options: number }
  | RubyTime
  /** ISO 8601: `2024-02-29`; a date and time with nine decimals and offset, `2024-01-02T03:04:05.500000000+02:00`. */
  | { readonly type: 'date' | 'datetime'; readonly text: string }
  /** Plain decimal, or with an exponent where that would be long; or `NaN`, `Infinity`, `-Infinity`. */
  | { readonly type: 'bigdecimal'; readonly text: string }
  /** Both as decimal digits. */
  | { readonly type: 'rational'; readonly numerator: string; readonly denominator: string }
  | { readonly type: 'complex'; readonly real: RubyValue; readonly imaginary: RubyValue }
  | { readonly type: 'range'; readonly begin: RubyValue; readonly end: RubyValue; readonly excludeEnd: boolean }
  | { readonly type: 'set'; readonly items: readonly RubyValue[] }
  /** `value` in seconds; `parts` by unit, such as `days`. */
  | { readonly type: 'duration'; readonly value: RubyValue; readonly parts: readonly NamedValue[] }
  | { readonly type: 'uri' | 'ipaddr' | 'pathname' | 'timezone'; readonly text: string }
  /** A link to a value that was not complete where the link stands: what is above it, or beside it by way of a circle. */
  | RubyReference;

/** Pairs in order; a key may come twice. */
export interface RubyHash {
  readonly type: 'hash';
  readonly pairs: readonly HashPair[];
  /** `Hash#default`. */
  readonly default?: RubyValue;
  /** `compare_by_identity`. */
  readonly identity?: true;
}

export interface HashPair {
  readonly key: RubyValue;
  readonly value: RubyValue;
}

/** An instance variable (`@name`), a struct's member or the like. */
export interface NamedValue {
  readonly name: string;
  readonly value: RubyValue;
}

/** Time, or ActiveSupport::TimeWithZone when `zoned`. */
export interface RubyTime {
  readonly type: 'time';
  /** In UTC with nine decimals: `2024-01-02T03:04:05.000000000Z`. */
  readonly instant: string;
  /** Seconds; null when the serializer does not keep it. */
  readonly utcOffset: number | null;
  /** `UTC`, an abbreviation such as `CET`, or for a zoned time the zone's name. */
  readonly zone: string | null;
  readonly zoned: boolean;
}

export interface RubyReference {
  readonly type: 'reference';
  readonly target: RubyValue;
}

export const NIL: RubyValue = { type: 'nil' };
export const TRUE: RubyValue = { type: 'boolean', value: true };
export const FALSE: RubyValue = { type: 'boolean', value: false };

/** Without subclass, modules and instance variables of its own. */
export function bareValue(value: RubyValue): RubyValue {
  let bare = value;
  while (bare.type === 'decorated') bare = bare.value;
  return bare;
}
