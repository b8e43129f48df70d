import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Serializer } from '../../../core/readers/reader.ts';
import type { ValueView } from '../../../core/report/value-view.ts';
import type { SessionChange } from '../../../core/session/change.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { usePanel } from '../../context.ts';
import { actionOf } from '../../state/shortcuts.ts';
import { ROOT, treeNodes } from '../../state/tree-nodes.ts';
import { message } from '../../text/message.ts';
import { treeAct } from './tree-keys.ts';
import { TreeLine } from './tree-line.tsx';
import { TreeSearch } from './tree-search.tsx';

export interface SessionTreeProps {
  readonly content: ValueView;
  /** Which serializer wrote it. */
  readonly format: Serializer | null;
  readonly change: SessionChange | null;
}

/** The content of the session with its types; opened and closed places stay so from row to row. */
export function SessionTree({ content, format, change }: SessionTreeProps) {
  const { tree, printer } = usePanel();
  const list = useRef<HTMLDivElement>(null);
  const nodes = treeNodes(content, { toggled: tree.toggled.value, unlimited: tree.unlimited.value, query: tree.query.value });
  const active = nodes.find((node) => node.id === tree.active.value) ?? nodes[0];

  const focus = (id: string): void => {
    tree.active.value = id;
    const index = nodes.findIndex((node) => node.id === id);
    list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
  };
  useLayoutEffect(() => {
    if (tree.query.value !== '') list.current?.querySelector('.tree-match')?.scrollIntoView({ block: 'nearest' });
  }, [tree.query.value]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (active === undefined || event.target instanceof HTMLButtonElement) return;
    const action = actionOf('tree', event);
    if (action === null) return;
    event.preventDefault();
    const act = treeAct(action, nodes, active);
    if (act.focus !== undefined) focus(act.focus);
    if (act.expand !== undefined) tree.toggle(active.id, act.expand);
  };
  return (
    <div class="tree-frame">
      <TreeSearch matches={nodes.filter((node) => node.match).map((node) => node.id)} active={active?.id ?? null} onGo={focus}>
        <CopyButton
          text={() => printer.print({ as: 'json', value: content.value, format })}
          what={message('copySessionJson')}
          label="JSON"
        />
        <CopyButton text={() => printer.print({ as: 'ruby', value: content.value })} what={message('copySessionRuby')} label="Ruby" />
      </TreeSearch>
      <div class="tree" role="tree" aria-label={message('tabSession')} ref={list} data-testid="tree" onKeyDown={onKeyDown}>
        {nodes.map((node) => (
          <TreeLine
            key={node.id}
            node={node}
            query={tree.query.value}
            format={format}
            active={node.id === active?.id}
            mark={node.depth === 0 ? markOf(node.label, change) : null}
            onFocus={() => {
              tree.active.value = node.id;
            }}
            onToggle={() => tree.toggle(node.id, !node.expanded)}
            onShowAll={() => tree.showAll(node.parent ?? ROOT)}
          />
        ))}
      </div>
    </div>
  );
}

/** A top-level key that this response added or changed. */
function markOf(label: string | null, change: SessionChange | null): 'added' | 'kept' | null {
  if (change === null || !('added' in change) || label === null) return null;
  if (change.added.includes(label)) return 'added';
  return change.changed.includes(label) ? 'kept' : null;
}
