import type { TreeNode } from '../../state/tree-nodes.ts';

export interface TreeAct {
  /** Line to go to. */
  readonly focus?: string;
  /** Open or close the active line. */
  readonly expand?: boolean;
}

/** What a key does in the tree (WAI-ARIA Authoring Practices, tree view); null when it is not for the tree. */
export function treeKey(key: string, nodes: readonly TreeNode[], active: TreeNode): TreeAct | null {
  const index = nodes.indexOf(active);
  const to = (target: TreeNode | undefined): TreeAct => (target === undefined ? {} : { focus: target.id });
  switch (key) {
    case 'ArrowDown':
      return to(nodes[index + 1]);
    case 'ArrowUp':
      return to(nodes[index - 1]);
    case 'Home':
      return to(nodes[0]);
    case 'End':
      return to(nodes.at(-1));
    case 'ArrowRight':
      if (!active.expandable) return {};
      return active.expanded ? to(nodes[index + 1]) : { expand: true };
    case 'ArrowLeft':
      if (active.expanded) return { expand: false };
      return active.parent === null ? {} : { focus: active.parent };
    case 'Enter':
    case ' ':
      return active.expandable ? { expand: !active.expanded } : {};
    default:
      return null;
  }
}
