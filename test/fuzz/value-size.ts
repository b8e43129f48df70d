import type { RubyValue } from '../../src/core/serializers/ruby-value.ts';

/** What a value takes in memory, roughly, in bytes: shared values once. */
export function valueSize(value: RubyValue): number {
  const seen = new Set<unknown>();
  const todo: unknown[] = [value];
  let size = 0;
  while (todo.length > 0) {
    const each = todo.pop();
    if (typeof each === 'string') size += 2 * each.length;
    if (typeof each !== 'object' || each === null || seen.has(each)) continue;
    seen.add(each);
    if (each instanceof Uint8Array) {
      size += 64 + each.byteLength;
      continue;
    }
    const members: readonly unknown[] = Array.isArray(each) ? each : Object.values(each);
    size += 16 + 8 * members.length;
    for (const member of members) todo.push(member);
  }
  return size;
}
