import { useRef } from 'preact/hooks';
import { type ColumnTrack, moveEdge } from '../state/column-tracks.ts';
import { resetWidth, type TableLayout } from '../state/table-layout.ts';

interface ColumnEdges<Column extends string> {
  /** Reads the widths as they are; what moves afterwards is counted from there. */
  start(): void;
  move(left: Column, by: number): void;
  /** Those of a column that shares the room left go together, as their shares are of one sum. */
  reset(column: Column): void;
}

/** Moves the edges between a table's columns; `headOf` finds the head of a column in the document. */
export function useColumnEdges<Column extends string>(
  columns: readonly Column[],
  tracks: Readonly<Record<Column, ColumnTrack>>,
  layout: TableLayout<Column>,
  headOf: (column: Column) => Element | null,
): ColumnEdges<Column> {
  const now = useRef<ReadonlyMap<Column, number>>(new Map());
  return {
    start() {
      now.current = new Map(columns.map((column) => [column, headOf(column)?.getBoundingClientRect().width ?? 0]));
    },
    move(left, by) {
      layout.widths.value = { ...layout.widths.peek(), ...moveEdge(now.current, tracks, left, by) };
    },
    reset(column) {
      resetWidth(layout, 'fixed' in tracks[column] ? [column] : columns.filter((each) => 'share' in tracks[each]));
    },
  };
}
