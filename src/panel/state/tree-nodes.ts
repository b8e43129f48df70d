import { shortText, typeTag } from '../../core/report/ruby-text.ts';
import type { Step } from '../../core/serializers/children.ts';
import type { RubyValue } from '../../core/serializers/ruby-value.ts';
import { treeChildren, treeSize } from './tree-children.ts';

/** Children of one container that are shown before the user asks for the rest. */
export const CHILD_LIMIT = 500;

/** Lines that are shown at most: linked values can be reached by very many ways, and a search opens them all. */
const LINE_LIMIT = 20_000;

/** One line of the tree. */
export interface TreeNode {
  /** Made of the keys on the way, so that it names the same place in another version of the session. */
  readonly id: string;
  readonly path: readonly Step[];
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

export const ROOT = 'session';

/** Small containers near the top are open from the start. */
const opensByItself = (value: RubyValue, depth: number): boolean =>
  (depth === 0 && treeSize(value) <= 12) || (depth === 1 && treeSize(value) <= 4);

function matches(label: string | null, value: RubyValue, query: string): boolean {
  if (label?.toLowerCase().includes(query) || typeTag(value)?.toLowerCase().includes(query)) return true;
  return treeSize(value) === 0 && shortText(value).toLowerCase().includes(query);
}

/** Whether there is a match below a value; each is looked at once, however often it is linked to. */
function searcher(query: string): (value: RubyValue) => boolean {
  const known = new Map<RubyValue, boolean>();
  const holdsMatch = (value: RubyValue): boolean => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = treeChildren(value, '').some((child) => matches(child.label, child.value, query) || holdsMatch(child.value));
    known.set(value, found);
    return found;
  };
  return holdsMatch;
}

/** The lines of the tree, top to bottom. */
export function treeNodes(data: RubyValue, view: TreeView): readonly TreeNode[] {
  const query = view.query.trim().toLowerCase();
  const nodes: TreeNode[] = [];
  const holdsMatch = searcher(query);

  const addChildren = (value: RubyValue, parent: string, path: readonly Step[], depth: number): void => {
    const children = treeChildren(value, parent);
    const shown = query !== '' || view.unlimited.has(parent) ? children.length : Math.min(children.length, CHILD_LIMIT);
    for (const [index, child] of children.slice(0, shown).entries()) {
      if (nodes.length >= LINE_LIMIT) return;
      const expandable = treeSize(child.value) > 0;
      const searched = query !== '' && expandable && holdsMatch(child.value);
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

  if (treeSize(data) === 0) {
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
