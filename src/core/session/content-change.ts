import type { RubyValue } from '../serializers/ruby-value.ts';
import type { KeyChanges } from './change.ts';
import { type Diff, diffValues } from './diff.ts';
import { asHash, keyLabel } from './hash.ts';
import { stepText } from './step-text.ts';

/** What a version changed in the one it was made of, in short. */
export interface ContentChange {
  /** Nothing, as `diffValues` tells it. */
  readonly same: boolean;
  readonly keys: KeyChanges;
}

/** Values never change, while histories are built anew again and again; what no history holds any more is forgotten. */
const known = new WeakMap<RubyValue, WeakMap<RubyValue, ContentChange>>();

export function contentChange(before: RubyValue, after: RubyValue): ContentChange {
  const since = known.get(before) ?? new WeakMap<RubyValue, ContentChange>();
  const change = since.get(after) ?? compare(before, after);
  since.set(after, change);
  known.set(before, since);
  return change;
}

function compare(before: RubyValue, after: RubyValue): ContentChange {
  // Two levels, so that a flash is read as one.
  const diff = diffValues(before, after, { depth: 2, most: Number.POSITIVE_INFINITY });
  return { same: diff.differences.length === 0, keys: keysOf(diff, labels(before), labels(after)) };
}

function keysOf({ differences }: Diff, was: ReadonlySet<string>, is: ReadonlySet<string>): KeyChanges {
  const kinds = new Map<string, keyof KeyChanges>();
  for (const { kind, path } of differences) {
    const [top] = path;
    if (top === undefined) continue;
    const label = stepText(top);
    // A symbol turned string is another key by its label alone.
    const isBoth = kind === 'key-type' || kinds.get(label) === 'changed' || (was.has(label) && is.has(label));
    kinds.set(label, isBoth ? 'changed' : is.has(label) ? 'added' : 'removed');
  }
  const of = (wanted: keyof KeyChanges) => [...kinds].flatMap(([label, kind]) => (kind === wanted ? [label] : []));
  return { added: of('added'), removed: of('removed'), changed: of('changed') };
}

const labels = (value: RubyValue): ReadonlySet<string> => new Set(asHash(value)?.pairs.map(({ key }) => keyLabel(key)));
