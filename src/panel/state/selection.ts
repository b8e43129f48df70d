import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DetailView } from '../../core/report/detail-view.ts';
import type { ResponseRow } from '../../core/report/response-row.ts';
import type { ToWorker } from '../../worker/protocol.ts';
import { indexOfRow, lowerBound, type RowOrder } from './row-order.ts';

export type DetailTab = 'session' | 'diff' | 'size' | 'cookie' | 'findings' | 'raw';

export interface SelectionStore {
  /** Kept as it was when selected, so that its place is known even while a filter hides it. */
  readonly selected: ReadonlySignal<ResponseRow | null>;
  readonly detailsOpen: ReadonlySignal<boolean>;
  /** The last detail that came; of the row before while the selected one's is on its way. */
  readonly detail: ReadonlySignal<DetailView | null>;
  readonly tab: Signal<DetailTab>;
  select(row: ResponseRow): void;
  /** Opens the details of the selected row, if there is one. */
  openDetails(): void;
  closeDetails(): void;
  /** Moves by rows of `visible`, which are in this order (by time without one); starts from where a hidden selection would stand. */
  move(visible: readonly ResponseRow[], by: number, order?: RowOrder): void;
  received(rowId: string, detail: DetailView | null): void;
  /** After rows changed: takes the selected row's new state, or lets go of it when it is gone. */
  refresh(get: (id: string) => ResponseRow | undefined): void;
}

export function createSelectionStore(post: (message: ToWorker) => void): SelectionStore {
  const selected = signal<ResponseRow | null>(null);
  const detailsOpen = signal(false);
  const detail = signal<DetailView | null>(null);

  const ask = (): void => {
    const row = selected.peek();
    if (row !== null && detailsOpen.peek()) post({ type: 'detail', rowId: row.id });
  };
  const select = (row: ResponseRow): void => {
    if (selected.peek()?.id === row.id) return;
    selected.value = row;
    ask();
  };
  const letGo = (): void => {
    selected.value = null;
    detailsOpen.value = false;
    detail.value = null;
  };

  return {
    selected,
    detailsOpen,
    detail,
    tab: signal<DetailTab>('session'),
    select,
    openDetails() {
      if (selected.peek() === null || detailsOpen.peek()) return;
      detailsOpen.value = true;
      ask();
    },
    closeDetails() {
      detailsOpen.value = false;
      detail.value = null;
    },
    move(visible, by, order) {
      if (visible.length === 0) return;
      const row = selected.peek();
      const last = visible.length - 1;
      let index: number;
      // Home and End reach the ends from anywhere, from no selection too.
      if (Math.abs(by) > last) index = by;
      else if (row === null) index = by < 0 ? last : 0;
      else {
        const at = indexOfRow(visible, row, order);
        // A hidden selection stands between two rows: one step down is the row that follows its place.
        index = at >= 0 ? at + by : lowerBound(visible, row, order) + (by > 0 ? by - 1 : by);
      }
      const target = visible[Math.max(0, Math.min(last, index))];
      if (target !== undefined) select(target);
    },
    received(rowId, next) {
      if (selected.peek()?.id !== rowId || !detailsOpen.peek()) return;
      if (next === null) letGo();
      else detail.value = next;
    },
    refresh(get) {
      const row = selected.peek();
      if (row === null) return;
      const next = get(row.id);
      if (next === undefined) letGo();
      else selected.value = next;
    },
  };
}
