import type { ChildView, ValueView } from '../../core/report/value-view.ts';
import type { KeyNames } from './identity-keys.ts';

/** Children of one container that are shown before the user asks for the rest. */
export const CHILD_LIMIT = 500;

/** Lines that are shown at most: linked values can be reached by very many ways, and a search opens them all. */
const LINE_LIMIT = 20_000;

/** One line of the tree. */
export interface TreeNode {
  /** Made of the keys on the way, so that it names the same place in another version of the session. */
  readonly id: string;
  /** The Ruby expression that reads it, such as `session["cart"][0]`. */
  readonly path: string;
  /** The keys on the way, null for each that is no name. */
  readonly names: KeyNames;
  readonly depth: number;
  /** Key or index; null for a value that is no container's member. */
  readonly label: string | null;
  readonly view: ValueView;
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
const opensByItself = ({ children }: ValueView, depth: number): boolean =>
  (depth === 0 && children.length <= 12) || (depth === 1 && children.length <= 4);

function matches(label: string | null, { tag, text, children }: ValueView, query: string): boolean {
  if (label?.toLowerCase().includes(query) || tag?.toLowerCase().includes(query)) return true;
  return children.length === 0 && text.toLowerCase().includes(query);
}

/** Whether there is a match below a value; each is looked at once, however often it is linked to. */
function searcher(query: string): (view: ValueView) => boolean {
  const known = new Map<ValueView, boolean>();
  const holdsMatch = (view: ValueView): boolean => {
    const before = known.get(view);
    if (before !== undefined) return before;
    // A record may hold itself.
    known.set(view, false);
    const found = view.children.some((child) => matches(child.label, child.view, query) || holdsMatch(child.view));
    known.set(view, found);
    return found;
  };
  return holdsMatch;
}

/** The lines of the tree, top to bottom. */
export function treeNodes(data: ValueView, view: TreeView): readonly TreeNode[] {
  const query = view.query.trim().toLowerCase();
  const nodes: TreeNode[] = [];
  const holdsMatch = searcher(query);

  const addChildren = ({ children }: ValueView, parent: string, above: Pick<TreeNode, 'path' | 'names'>, depth: number): void => {
    const ids = idsOf(children, parent);
    const shown = query !== '' || view.unlimited.has(parent) ? children.length : Math.min(children.length, CHILD_LIMIT);
    for (const [index, child] of children.slice(0, shown).entries()) {
      if (nodes.length >= LINE_LIMIT) return;
      const id = ids[index] ?? '';
      const expandable = child.view.children.length > 0;
      const searched = query !== '' && expandable && holdsMatch(child.view);
      const expanded = expandable && (searched || (view.toggled.get(id) ?? opensByItself(child.view, depth)));
      const place = { path: above.path + child.step, names: [...above.names, child.name] };
      nodes.push({
        ...place,
        id,
        depth,
        label: child.label,
        view: child.view,
        expandable,
        expanded,
        position: index + 1,
        siblings: children.length,
        match: query !== '' && matches(child.label, child.view, query),
        hidden: index === shown - 1 ? children.length - shown : 0,
        parent: parent === ROOT ? null : parent,
      });
      if (expanded) addChildren(child.view, id, place, depth + 1);
    }
  };

  if (data.children.length === 0) {
    const match = query !== '' && matches(null, data, query);
    return [
      {
        id: ROOT,
        path: ROOT,
        names: [],
        depth: 0,
        label: null,
        view: data,
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
  addChildren(data, ROOT, { path: ROOT, names: [] }, 0);
  return nodes;
}

/** Equal keys are told apart by how often they were there. */
function idsOf(children: readonly ChildView[], parent: string): readonly string[] {
  const seen = new Map<string, number>();
  return children.map(({ step }) => {
    const place = parent + step;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return times === 0 ? place : `${place}#${times}`;
  });
}
