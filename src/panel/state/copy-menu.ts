import { type ReadonlySignal, signal } from '@preact/signals';
import type { DetailView } from '../../core/report/detail-view.ts';
import type { ToWorker } from '../../worker/protocol.ts';

/** Where the menu stands, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** The menu of what there is to copy of one row; there is one in the panel. */
export interface CopyMenuStore {
  /** Null while it is closed. */
  readonly place: ReadonlySignal<MenuPlace | null>;
  /** Null until the worker has answered. */
  readonly detail: ReadonlySignal<DetailView | null>;
  /** For a row whose details need not be shown. */
  openFor(rowId: string, place: MenuPlace): void;
  openWith(detail: DetailView, place: MenuPlace): void;
  close(): void;
  received(rowId: string, detail: DetailView | null): void;
}

export function createCopyMenuStore(post: (message: ToWorker) => void): CopyMenuStore {
  const place = signal<MenuPlace | null>(null);
  const detail = signal<DetailView | null>(null);
  let wanted: string | null = null;
  return {
    place,
    detail,
    openFor(rowId, at) {
      wanted = rowId;
      detail.value = null;
      place.value = at;
      post({ type: 'detail', rowId });
    },
    openWith(given, at) {
      wanted = null;
      detail.value = given;
      place.value = at;
    },
    close() {
      wanted = null;
      place.value = null;
      detail.value = null;
    },
    received(rowId, next) {
      if (rowId !== wanted) return;
      // What the menu offers must not move under the pointer.
      wanted = null;
      detail.value = next;
      if (next === null) place.value = null;
    },
  };
}
