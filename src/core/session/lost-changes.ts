import type { Step } from '../serializers/children.ts';
import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { diffValues } from './diff.ts';
import type { Difference } from './difference.ts';
import { keyName } from './hash.ts';
import { ValueIds } from './value-ids.ts';

/** Written on every request, so that the later one is right (Devise's timeoutable). */
const REQUEST_TIME = 'last_request_at';

/** What a response changed in the session that its request carried, but for the flash, which comes and goes by itself. */
export function lastingChanges(before: RubyValue, after: RubyValue): readonly Difference[] {
  const { differences } = diffValues(before, after);
  return differences.filter(({ role, kind, path }) => {
    if (role === 'flash' || kind === 'type' || kind === 'key-type') return false;
    return !path.some((step) => step.kind === 'key' && keyName(step.key) === REQUEST_TIME);
  });
}

/**
 * Those of the changes to `before` that `now` lacks. What is there with another value counts, but not a time (`…_at`) that both have
 * written: the later one is right.
 */
export function missingChanges(changes: readonly Difference[], before: RubyValue, now: RubyValue): readonly Difference[] {
  const ids = new ValueIds();
  return changes.filter(({ path, after }) => {
    const there = valueAt(now, path, ids);
    if (after === null) return there !== null;
    if (there === null) return !isMember(now, path, after, ids);
    if (holds(there, after, ids)) return false;
    const was = valueAt(before, path, ids);
    const isRewritten = was === null || ids.of(was) !== ids.of(there);
    return !(isRewritten && isTimeKey(path.at(-1))) && !isMember(now, path, after, ids);
  });
}

function isTimeKey(step: Step | undefined): boolean {
  return step?.kind === 'key' && /_at$/.test(keyName(step.key) ?? '');
}

/** Null where nothing is, or nothing that is no container. */
function valueAt(value: RubyValue, path: readonly Step[], ids: ValueIds): RubyValue | null {
  let here: RubyValue | null = value;
  for (const step of path) {
    if (here === null) return null;
    const bare: RubyValue = bareValue(here);
    if (step.kind === 'key' && bare.type === 'hash') {
      const wanted = ids.of(step.key);
      here = bare.pairs.findLast(({ key }) => ids.of(key) === wanted)?.value ?? null;
    } else if (step.kind === 'index' && bare.type === 'array') here = bare.items[step.index] ?? null;
    else if (step.kind === 'name' && bare.type === 'object') here = bare.variables.find(({ name }) => name === step.name)?.value ?? null;
    else return null;
  }
  return here;
}

/** What was added to a list is there wherever it stands in it. */
function isMember(now: RubyValue, path: readonly Step[], item: RubyValue, ids: ValueIds): boolean {
  const last = path.at(-1);
  if (last?.kind !== 'index' && last?.kind !== 'element') return false;
  const list = valueAt(now, path.slice(0, -1), ids);
  const bare = list === null ? null : bareValue(list);
  return (bare?.type === 'array' || bare?.type === 'set') && bare.items.some((each) => ids.of(each) === ids.of(item));
}

/** Equal, or a list or hash with everything in it that the other has. */
function holds(there: RubyValue, wanted: RubyValue, ids: ValueIds): boolean {
  if (ids.of(there) === ids.of(wanted)) return true;
  const [has, wants] = [bareValue(there), bareValue(wanted)];
  if ((has.type === 'array' || has.type === 'set') && has.type === wants.type) {
    const items = new Set(has.items.map((item) => ids.of(item)));
    return wants.items.every((item) => items.has(ids.of(item)));
  }
  if (has.type !== 'hash' || wants.type !== 'hash') return false;
  const members = new Map(has.pairs.map(({ key, value }) => [ids.of(key), value]));
  return wants.pairs.every(({ key, value }) => {
    const member = members.get(ids.of(key));
    return member !== undefined && holds(member, value, ids);
  });
}
