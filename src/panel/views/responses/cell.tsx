import type { ComponentChildren } from 'preact';
import { Said } from '../../components/said.tsx';
import { RESPONSE_COLUMN_IDS, type ResponseColumn } from '../../state/response-columns.ts';

export interface CellProps {
  readonly column: ResponseColumn;
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
    <div
      class={`cell cell-${column} ${name ?? ''}`}
      role="gridcell"
      aria-colindex={RESPONSE_COLUMN_IDS.indexOf(column) + 1}
      aria-colspan={span}
      {...(span !== undefined && { style: { gridColumn: `span ${span}` } })}
      title={title}
      data-testid={`cell-${column}`}
    >
      {label === undefined ? children : <Said text={label}>{children}</Said>}
    </div>
  );
}
