import { activeRecordOf } from '../serializers/active-record/active-record.ts';
import { type Child, childrenOf, type Step } from '../serializers/children.ts';
import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { keyName } from '../session/hash.ts';
import { className } from './class-name.ts';
import { keyText, shortText, stepText, typeTag } from './ruby-text.ts';

/** A value of a session as text, with what is in it. Plain data; a value that is reached by several ways, even from itself, is one object. */
export interface ValueView {
  readonly type: RubyValue['type'];
  /** Without what decorates it: for its colour. */
  readonly bareType: RubyValue['type'];
  /** What its text alone does not tell; null for plain values. */
  readonly tag: string | null;
  readonly text: string;
  /** Ruby's class. */
  readonly className: string;
  readonly children: readonly ChildView[];
  /** For who copies it. */
  readonly value: RubyValue;
}

export interface ChildView {
  readonly label: string;
  /** The Ruby expression that reads it from what holds it, such as `["cart"]`. */
  readonly step: string;
  /** Of a key that is a name; else null. */
  readonly name: string | null;
  readonly view: ValueView;
}

export function viewValue(data: RubyValue): ValueView {
  const known = new Map<RubyValue, ValueView>();
  const view = (value: RubyValue): ValueView => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const children: ChildView[] = [];
    const made: ValueView = {
      type: value.type,
      bareType: bareValue(value).type,
      tag: typeTag(value),
      text: shortText(value),
      className: className(value),
      children,
      value,
    };
    // Before what is in it: a record may hold itself.
    known.set(value, made);
    for (const { step, value: inner } of shownChildren(value)) {
      const name = step.kind === 'key' ? keyName(step.key) : null;
      children.push({ label: labelOf(step), step: stepText(step), name, view: view(inner) });
    }
    return made;
  };
  return view(data);
}

/** A record shows its attributes in place of what Active Record keeps around them. */
function shownChildren(value: RubyValue): readonly Child[] {
  const record = activeRecordOf(value);
  if (record === null) return childrenOf(value);
  return record.attributes.map((attribute) => ({
    step: { kind: 'key', key: { type: 'string', text: attribute.name } },
    value: attribute.value,
  }));
}

function labelOf(step: Step): string {
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
