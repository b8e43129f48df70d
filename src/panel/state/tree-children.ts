import { keyText, stepText } from '../../core/report/ruby-text.ts';
import { activeRecordOf } from '../../core/serializers/active-record/active-record.ts';
import { type Child, childrenOf } from '../../core/serializers/children.ts';
import type { RubyValue } from '../../core/serializers/ruby-value.ts';

/** One value inside another, as the tree shows it. */
export interface TreeChild extends Child {
  readonly label: string;
  /** Made of the keys on the way, so that it names the same place in another version of the session. */
  readonly id: string;
}

/** Places where children are shown; a record shows its attributes in place of what Active Record keeps around them. */
export function treeChildren(value: RubyValue, parent: string): readonly TreeChild[] {
  const seen = new Map<string, number>();
  return shownChildren(value).map((child) => {
    const place = parent + stepText(child.step);
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return { ...child, label: labelOf(child.step), id: times === 0 ? place : `${place}#${times}` };
  });
}

function shownChildren(value: RubyValue): readonly Child[] {
  const record = activeRecordOf(value);
  if (record === null) return childrenOf(value);
  return record.attributes.map((attribute) => ({
    step: { kind: 'key', key: { type: 'string', text: attribute.name } },
    value: attribute.value,
  }));
}

function labelOf(step: Child['step']): string {
  switch (step.kind) {
    case 'index':
    case 'element':
      return String(step.index);
    case 'key':
      return keyText(step.key);
    case 'name':
    case 'part':
      return step.name;
  }
}

/** How many children the tree shows. */
export function treeSize(value: RubyValue): number {
  switch (value.type) {
    case 'array':
    case 'set':
      return value.items.length;
    case 'hash':
      return value.pairs.length + (value.default === undefined ? 0 : 1);
    default:
      return shownChildren(value).length;
  }
}
