import type { Serializer } from '../../../core/readers/reader.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Highlight } from '../../components/highlight.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { TreeNode } from '../../state/tree-nodes.ts';
import { counted, message } from '../../text/message.ts';
import { IdentityButton, IdentityMark } from './identity-button.tsx';

export interface TreeLineProps {
  readonly node: TreeNode;
  readonly query: string;
  readonly format: Serializer | null;
  readonly active: boolean;
  readonly mark: 'added' | 'kept' | null;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onShowAll: () => void;
}

/** One line of the tree: key, value by its type, and what can be copied. */
export function TreeLine({ node, query, format, active, mark, onFocus, onToggle, onShowAll }: TreeLineProps) {
  const { printer } = usePanel();
  const { label, path, names, expandable, expanded } = node;
  const { type, bareType, tag, text, className, value } = node.view;
  const tabIndex = active ? 0 : -1;
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys */}
      <div
        class={`tree-line ${node.match ? 'tree-match' : ''} ${mark === null ? '' : `tree-${mark}`}`}
        role="treeitem"
        aria-level={node.depth + 1}
        aria-setsize={node.siblings}
        aria-posinset={node.position}
        aria-expanded={expandable ? expanded : undefined}
        tabIndex={tabIndex}
        data-path={path}
        data-type={type}
        style={{ '--depth': node.depth }}
        onFocus={onFocus}
        onClick={expandable ? onToggle : undefined}
      >
        <span class={expanded ? 'tree-twisty tree-open' : 'tree-twisty'} aria-hidden="true">
          {expandable && <Icon name="chevron" />}
        </span>
        {label !== null && (
          <span class="tree-key" title={mark === null ? undefined : message(mark === 'added' ? 'treeAdded' : 'treeChanged')}>
            <Highlight text={label} query={query} />
          </span>
        )}
        <IdentityMark names={names} />
        <span class={`tree-value value-${bareType}`} title={className}>
          {tag !== null && (
            <span class="tree-tag">
              <Highlight text={tag} query={query} />
            </span>
          )}
          <Highlight text={text} query={expandable ? '' : query} />
        </span>
        <span class="tree-actions">
          <IdentityButton names={names} tabIndex={tabIndex} />
          <CopyButton
            text={() => printer.print({ as: 'value', value, format })}
            what={message('copyValueJson')}
            label="JSON"
            tabIndex={tabIndex}
          />
          <CopyButton text={() => printer.print({ as: 'ruby', value })} what={message('copyValueRuby')} label="Ruby" tabIndex={tabIndex} />
          <CopyButton text={path} what={message('copyPath')} label={message('copyPath')} tabIndex={tabIndex} />
        </span>
      </div>
      {node.hidden > 0 && !expanded && (
        <button type="button" class="link tree-more" style={{ '--depth': node.depth }} onClick={onShowAll}>
          {counted('showMore', node.hidden)}
        </button>
      )}
    </>
  );
}
