import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { counted, message } from '../../text/message.ts';

export interface TreeSearchProps {
  /** Ids of the lines that match, top to bottom. */
  readonly matches: readonly string[];
  readonly active: string | null;
  readonly onGo: (id: string) => void;
  /** Stands beside the field. */
  readonly children: ComponentChildren;
}

/** Marks and opens matches; Enter goes to the first one after the active line, Escape empties the field. */
export function TreeSearch({ matches, active, onGo, children }: TreeSearchProps) {
  const { tree } = usePanel();
  const empty = tree.query.value.trim() === '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && tree.query.value !== '') tree.query.value = '';
    else if (event.key === 'Enter') {
      const next = matches[(matches.indexOf(active ?? '') + 1) % matches.length];
      if (next !== undefined) onGo(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="tree-bar">
      <div class="field field-tree">
        <Icon name="search" />
        <input
          type="text"
          value={tree.query.value}
          placeholder={message('treeSearch')}
          aria-label={message('treeSearchLabel')}
          autocomplete="off"
          spellcheck={false}
          data-testid="tree-search"
          onInput={(event) => {
            tree.query.value = event.currentTarget.value;
          }}
          onKeyDown={onKeyDown}
        />
        {!empty && (
          <span class="muted" aria-live="polite">
            {matches.length === 0 ? message('treeNoMatch') : counted('treeMatches', matches.length)}
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
