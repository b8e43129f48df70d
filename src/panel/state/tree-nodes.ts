import type { RubyValue } from '../../core/serializers/ruby-value.ts';
import { keyText, type PathStep, shortText } from '../text/ruby-text.ts';

/** Children of one container that are shown before the user asks for the rest. */
export const CHILD_LIMIT = 500;

/** One line of the tree. */
export interface TreeNode {
  /** Made of the keys on the way, so that it names the same place in another version of the session. */
  readonly id: string;
  readonly path: readonly PathStep[];
  readonly depth: number;
  /** Key or index; null for a value that is no container's member. */
  readonly label: string | null;
  readonly value: RubyValue;
  readonly expandable: boolean;
  readonly expanded: boolean;
  readonly position: number;
  readonly siblings: number;
  /** Key or value holds the text searched for. */
  readonly match: boolean;
  /** On the last child shown of a container: how many more it has. */
  readonly hidden: number;
  readonly parent: string | null;
}

export interface TreeView {
  /** What the user opened or closed; everything else follows `opensByItself`. */
  readonly toggled: ReadonlyMap<string, boolean>;
  /** Containers whose children are all shown. */
  readonly unlimited: ReadonlySet<string>;
  readonly query: string;
}

interface Child {
  readonly step: PathStep;
  readonly label: string;
  readonly id: string;
  readonly value: RubyValue;
}

export const ROOT = 'session';

function childrenOf(value: RubyValue, parent: string): readonly Child[] {
  if (value.type === 'array') {
    return value.items.map((item, index) => ({ step: { index }, label: String(index), id: `${parent}[${index}]`, value: item }));
  }
  if (value.type !== 'hash') return [];
  const seen = new Map<string, number>();
  return value.pairs.map((pair) => {
    const place = `${parent}[${shortText(pair.key)}]`;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return { step: { key: pair.key }, label: keyText(pair.key), id: times === 0 ? place : `${place}#${times}`, value: pair.value };
  });
}

const sizeOf = (value: RubyValue): number => (value.type === 'array' ? value.items.length : value.type === 'hash' ? value.pairs.length : 0);

/** Small containers near the top are open from the start. */
const opensByItself = (value: RubyValue, depth: number): boolean =>
  (depth === 0 && sizeOf(value) <= 12) || (depth === 1 && sizeOf(value) <= 4);

const isScalar = (value: RubyValue): boolean => value.type !== 'array' && value.type !== 'hash';

function matches(label: string | null, value: RubyValue, query: string): boolean {
  if (label?.toLowerCase().includes(query)) return true;
  return isScalar(value) && shortText(value).toLowerCase().includes(query);
}

const holdsMatch = (value: RubyValue, query: string): boolean =>
  childrenOf(value, '').some((child) => matches(child.label, child.value, query) || holdsMatch(child.value, query));

/** The lines of the tree, top to bottom. */
export function treeNodes(data: RubyValue, view: TreeView): readonly TreeNode[] {
  const query = view.query.trim().toLowerCase();
  const nodes: TreeNode[] = [];

  const addChildren = (value: RubyValue, parent: string, path: readonly PathStep[], depth: number): void => {
    const children = childrenOf(value, parent);
    const shown = query !== '' || view.unlimited.has(parent) ? children.length : Math.min(children.length, CHILD_LIMIT);
    for (const [index, child] of children.slice(0, shown).entries()) {
      const expandable = sizeOf(child.value) > 0;
      const searched = query !== '' && expandable && holdsMatch(child.value, query);
      const expanded = expandable && (searched || (view.toggled.get(child.id) ?? opensByItself(child.value, depth)));
      const childPath = [...path, child.step];
      nodes.push({
        id: child.id,
        path: childPath,
        depth,
        label: child.label,
        value: child.value,
        expandable,
        expanded,
        position: index + 1,
        siblings: children.length,
        match: query !== '' && matches(child.label, child.value, query),
        hidden: index === shown - 1 ? children.length - shown : 0,
        parent: parent === ROOT ? null : parent,
      });
      if (expanded) addChildren(child.value, child.id, childPath, depth + 1);
    }
  };

  if (isScalar(data) || sizeOf(data) === 0) {
    const match = query !== '' && matches(null, data, query);
    return [
      {
        id: ROOT,
        path: [],
        depth: 0,
        label: null,
        value: data,
        expandable: false,
        expanded: false,
        position: 1,
        siblings: 1,
        match,
        hidden: 0,
        parent: null,
      },
    ];
  }
  addChildren(data, ROOT, [], 0);
  return nodes;
}
