import { type Child, childrenOf, type Step } from '../serializers/children.ts';
import { bareValue, type HashPair, type RubyHash, type RubyValue } from '../serializers/ruby-value.ts';
import type { Diff, Difference, DifferenceKind, DifferenceRole } from './difference.ts';
import { flashChanges } from './flash.ts';
import { keyName } from './hash.ts';
import { ValueIds } from './value-ids.ts';

export type { Diff } from './difference.ts';

export interface DiffOptions {
  /** How many differences to tell at most. */
  readonly most?: number;
  /** How many levels to look into: with 1 a change deep inside is one of its top-level key. */
  readonly depth?: number;
}

const MOST = 1000;
/** As deep as any reader goes. */
const DEEPEST = 512;

/** How two versions of a session differ, key by key at any depth. Null stands for no session. Equality is that of `ValueIds`. */
export function diffValues(before: RubyValue | null, after: RubyValue | null, options: DiffOptions = {}): Diff {
  const comparison = new Comparison(options.most ?? MOST, Math.min(options.depth ?? DEEPEST, DEEPEST));
  // Where there was no session, all its keys are new.
  const empty: RubyValue = { type: 'hash', pairs: [] };
  const compared = [before ?? (after && likeEmpty(after, empty)), after ?? (before && likeEmpty(before, empty))] as const;
  comparison.compare(compared[0], compared[1], []);
  return { differences: comparison.differences, more: comparison.more };
}

const likeEmpty = (other: RubyValue, empty: RubyValue): RubyValue | null => (bareValue(other).type === 'hash' ? empty : null);

class Comparison {
  readonly differences: Difference[] = [];
  more = false;
  readonly #ids = new ValueIds();
  readonly #most: number;
  readonly #depth: number;

  constructor(most: number, depth: number) {
    this.#most = most;
    this.#depth = depth;
  }

  compare(before: RubyValue | null, after: RubyValue | null, path: readonly Step[]): void {
    if (this.more || before === after) return;
    if (before === null || after === null) {
      this.#tell(before === null ? 'added' : 'removed', path, before, after);
      return;
    }
    if (this.#isSame(before, after)) return;
    const told = this.differences.length;
    if (path.length < this.#depth) this.#lookInside(before, after, path);
    // Nothing inside tells them apart: they are of another kind, class or the like.
    if (!this.more && this.differences.length === told) this.#tell(isOfOtherType(before, after) ? 'type' : 'changed', path, before, after);
  }

  #isSame(before: RubyValue, after: RubyValue): boolean {
    return this.#ids.of(before) === this.#ids.of(after);
  }

  #tell(kind: DifferenceKind, path: readonly Step[], before: RubyValue | null, after: RubyValue | null, flash: Difference['flash'] = null) {
    if (this.differences.length >= this.#most) this.more = true;
    else this.differences.push({ kind, path, before, after, role: roleOf(path), flash });
  }

  #lookInside(before: RubyValue, after: RubyValue, path: readonly Step[]): void {
    const was = bareValue(before);
    const is = bareValue(after);
    if (path.length === 1 && roleOf(path) === 'flash' && this.#compareFlash(before, after, path)) return;
    if (was.type === 'hash' && is.type === 'hash') this.#comparePairs(was, is, path);
    else if (was.type === 'array' && is.type === 'array') this.#compareItems(was.items, is.items, path);
    else if (was.type === 'set' && is.type === 'set') this.#compareSets(was.items, is.items, path);
    // What is no container has no children, and is told as a whole.
    else if (was.type === is.type && classOf(was) === classOf(is)) this.#compareNamed(childrenOf(was), childrenOf(is), path);
  }

  #comparePairs(before: RubyHash, after: RubyHash, path: readonly Step[]): void {
    const was = this.#byKey(before);
    const is = this.#byKey(after);
    const gone = new Map([...was].filter(([id]) => !is.has(id)));
    for (const [id, { key, value }] of is) {
      const steps = [...path, { kind: 'key', key } as const];
      const old = was.get(id);
      if (old !== undefined) {
        this.compare(old.value, value, steps);
        continue;
      }
      const turned = sameName(gone, key);
      if (turned === null) {
        this.#addedOrRemoved(null, value, steps);
        continue;
      }
      gone.delete(turned[0]);
      this.#tell('key-type', steps, turned[1].key, key);
      if (path.length + 1 < this.#depth) this.compare(turned[1].value, value, steps);
    }
    for (const { key, value } of gone.values()) this.#addedOrRemoved(value, null, [...path, { kind: 'key', key }]);
  }

  /** A flash that comes or goes is told by its messages. */
  #addedOrRemoved(before: RubyValue | null, after: RubyValue | null, path: readonly Step[]): void {
    const told = this.differences.length;
    const isFlash = path.length === 1 && path.length < this.#depth && roleOf(path) === 'flash';
    if (isFlash && this.#compareFlash(before, after, path) && this.differences.length > told) return;
    this.compare(before, after, path);
  }

  /** Of a key that comes twice the last value counts, as for `ValueIds`. */
  #byKey({ pairs }: RubyHash): ReadonlyMap<number, HashPair> {
    return new Map(pairs.map((pair) => [this.#ids.of(pair.key), pair]));
  }

  /** Without what both begin and end with, so that one element more or less is one difference. */
  #compareItems(before: readonly RubyValue[], after: readonly RubyValue[], path: readonly Step[]): void {
    const same = (one: RubyValue | undefined, other: RubyValue | undefined) =>
      one !== undefined && other !== undefined && this.#isSame(one, other);
    let start = 0;
    while (same(before[start], after[start])) start++;
    let end = 0;
    const shorter = Math.min(before.length, after.length);
    while (end < shorter - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
    for (let index = start; index < Math.max(before.length, after.length) - end; index++) {
      const was = index < before.length - end ? before[index] : undefined;
      const is = index < after.length - end ? after[index] : undefined;
      this.compare(was ?? null, is ?? null, [...path, { kind: 'index', index }]);
    }
  }

  #compareSets(before: readonly RubyValue[], after: readonly RubyValue[], path: readonly Step[]): void {
    const was = new Set(before.map((item) => this.#ids.of(item)));
    const is = new Set(after.map((item) => this.#ids.of(item)));
    after.forEach((item, index) => {
      if (!was.has(this.#ids.of(item))) this.compare(null, item, [...path, { kind: 'element', index }]);
    });
    before.forEach((item, index) => {
      if (!is.has(this.#ids.of(item))) this.compare(item, null, [...path, { kind: 'element', index }]);
    });
  }

  #compareNamed(before: readonly Child[], after: readonly Child[], path: readonly Step[]): void {
    const nameOf = ({ step }: Child): string => ('name' in step ? step.name : '');
    const was = new Map(before.map((child) => [nameOf(child), child]));
    const is = new Set(after.map(nameOf));
    for (const child of after) this.compare(was.get(nameOf(child))?.value ?? null, child.value, [...path, child.step]);
    for (const child of before) if (!is.has(nameOf(child))) this.compare(child.value, null, [...path, child.step]);
  }

  /** Whether both could be read as flash. A message that is kept is no difference. */
  #compareFlash(before: RubyValue | null, after: RubyValue | null, path: readonly Step[]): boolean {
    const changes = flashChanges(before, after, this.#ids);
    for (const { key, event, before: was, after: is } of changes ?? []) {
      if (event === 'kept') continue;
      const kind = was === null ? 'added' : is === null ? 'removed' : 'changed';
      this.#tell(kind, [...path, { kind: 'key', key }], was, is, event);
    }
    return changes !== null;
  }
}

/** The string in place of a symbol, or the reverse. */
function sameName(gone: ReadonlyMap<number, HashPair>, key: RubyValue): readonly [number, HashPair] | null {
  const name = keyName(key);
  if (name === null || gone.size === 0) return null;
  return [...gone].find(([, pair]) => keyName(pair.key) === name) ?? null;
}

const classOf = (value: RubyValue): string | null => ('className' in value ? value.className : null);

/** A value in place of nil, or the reverse, is a change like any other. */
function isOfOtherType(before: RubyValue, after: RubyValue): boolean {
  const [was, is] = [bareValue(before), bareValue(after)];
  if (was.type === 'nil' || is.type === 'nil') return false;
  return was.type !== is.type || classOf(was) !== classOf(is) || classOf(before) !== classOf(after);
}

const ROLES: ReadonlyMap<string, DifferenceRole> = new Map([
  ['session_id', 'session-id'],
  ['_csrf_token', 'csrf-token'],
  ['flash', 'flash'],
]);

function roleOf([top]: readonly Step[]): DifferenceRole | null {
  return top?.kind === 'key' ? (ROLES.get(keyName(top.key) ?? '') ?? null) : null;
}
