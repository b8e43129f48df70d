import type { Action } from '../../state/shortcuts.ts';
import type { TreeNode } from '../../state/tree-nodes.ts';

export interface TreeAct {
  /** Line to go to. */
  readonly focus?: string;
  /** Open or close the active line. */
  readonly expand?: boolean;
}

/** What an action does in the tree (WAI-ARIA Authoring Practices, tree view). */
export function treeAct(action: Action<'tree'>, nodes: readonly TreeNode[], active: TreeNode): TreeAct {
  const index = nodes.indexOf(active);
  const to = (target: TreeNode | undefined): TreeAct => (target === undefined ? {} : { focus: target.id });
  switch (action) {
    case 'next':
      return to(nodes[index + 1]);
    case 'previous':
      return to(nodes[index - 1]);
    case 'first':
      return to(nodes[0]);
    case 'last':
      return to(nodes.at(-1));
    case 'inward':
      if (!active.expandable) return {};
      return active.expanded ? to(nodes[index + 1]) : { expand: true };
    case 'outward':
      if (active.expanded) return { expand: false };
      return active.parent === null ? {} : { focus: active.parent };
    case 'toggle':
      return active.expandable ? { expand: !active.expanded } : {};
  }
}
