import { activeRecordOf } from '../serializers/active-record/active-record.ts';
import { type Child, childrenOf } from '../serializers/children.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import { keyName } from './hash.ts';
import { stepText } from './step-text.ts';

/** A value somewhere in a session, under a name: a key, an instance variable, an attribute of a record. */
export interface Entry {
  /** From the top of the session, as text. */
  readonly path: readonly string[];
  /** The nearest name above it: of an element that of its list. */
  readonly name: string;
  readonly value: RubyValue;
}

/** Sessions of a few kilobytes have far fewer. */
const MOST = 5000;

/** Every value of a session but those below a top-level key that is left out; a value that is linked to comes once. */
export function entriesOf(session: RubyValue, leaveOut: (key: string) => boolean): readonly Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<RubyValue>();
  const visit = (value: RubyValue, above: readonly string[], nameAbove: string): void => {
    if (seen.has(value)) return;
    seen.add(value);
    for (const child of childrenIn(value)) {
      if (entries.length >= MOST) return;
      const name = nameOf(child.step) ?? nameAbove;
      if (above.length === 0 && leaveOut(name)) continue;
      const path = [...above, stepText(child.step)];
      entries.push({ path, name, value: child.value });
      visit(child.value, path, name);
    }
  };
  visit(session, [], '');
  return entries;
}

/** Of a record its attributes, and not how Active Record keeps them. */
function childrenIn(value: RubyValue): readonly Child[] {
  const record = activeRecordOf(value);
  if (record === null) return childrenOf(value);
  return record.attributes.map(({ name, value: attribute }) => ({ step: { kind: 'name', name }, value: attribute }));
}

function nameOf(step: Child['step']): string | null {
  switch (step.kind) {
    case 'key':
      return keyName(step.key);
    case 'name':
    case 'part':
      return step.name;
    case 'index':
    case 'element':
      return null;
  }
}

/** The words of a name in lower case: `is_admin`, `isAdmin` and `@is-admin` have the same. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
