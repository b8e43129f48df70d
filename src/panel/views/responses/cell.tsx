import type { ComponentChildren } from 'preact';
import { Said } from '../../components/said.tsx';

export type ColumnId = 'time' | 'method' | 'path' | 'status' | 'cookie' | 'size' | 'flags' | 'session' | 'finding';

export interface CellProps {
  readonly column: ColumnId;
  readonly class?: string;
  readonly title?: string | undefined;
  /** What screen readers say instead of the content. */
  readonly label?: string;
  readonly span?: number;
  readonly children?: ComponentChildren;
}

/** One cell of the grid. The grid holds the focus and names the active row, so that 50,000 rows need one tab stop. */
export function Cell({ column, class: name, title, label, span, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by the window, which table elements do not allow
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus (aria-activedescendant)
    <div class={`cell cell-${column} ${name ?? ''}`} role="gridcell" aria-colspan={span} title={title} data-testid={`cell-${column}`}>
      {label === undefined ? children : <Said text={label}>{children}</Said>}
    </div>
  );
}
