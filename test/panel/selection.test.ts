import { beforeEach, describe, expect, it } from 'vitest';
import type { DetailView } from '../../src/core/report/detail-view.ts';
import { createSelectionStore, type SelectionStore } from '../../src/panel/state/selection.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';
import { row } from './row.ts';

const [a, b, c] = [row('a', { startedAt: 1 }), row('b', { startedAt: 2 }), row('c', { startedAt: 3 })] as const;
const detailOf = (given: typeof a): DetailView =>
  ({ row: given, findings: [], cookie: null, reading: null, carried: null }) as unknown as DetailView;

describe('the selection', () => {
  let sent: ToWorker[];
  let selection: SelectionStore;
  beforeEach(() => {
    sent = [];
    selection = createSelectionStore((message) => void sent.push(message));
  });

  it('asks for a detail when the details open, and for the next one when another row is selected', () => {
    selection.select(a);
    expect(sent).toEqual([]);
    selection.openDetails();
    selection.select(b);
    selection.select(b);
    expect(sent).toEqual([
      { type: 'detail', rowId: 'a' },
      { type: 'detail', rowId: 'b' },
    ]);
  });

  it('keeps the detail before until the next one comes, and drops one that comes late', () => {
    selection.select(a);
    selection.openDetails();
    selection.received('a', detailOf(a));
    selection.select(b);
    expect(selection.detail.value?.row.id).toBe('a');
    selection.received('a', detailOf(a));
    selection.received('b', detailOf(b));
    expect(selection.detail.value?.row.id).toBe('b');
  });

  it('drops the detail when the details are closed, and takes none after that', () => {
    selection.select(a);
    selection.openDetails();
    selection.received('a', detailOf(a));
    selection.closeDetails();
    selection.received('a', detailOf(a));
    expect(selection.detail.value).toBeNull();
    expect(selection.selected.value?.id).toBe('a');
  });

  it('lets go of a row that is gone', () => {
    selection.select(a);
    selection.openDetails();
    selection.refresh(() => undefined);
    expect(selection.selected.value).toBeNull();
    expect(selection.detailsOpen.value).toBe(false);
  });

  it('takes the new state of the selected row', () => {
    selection.select(a);
    selection.refresh(() => row('a', { startedAt: 1, status: 500 }));
    expect(selection.selected.value?.status).toBe(500);
  });

  it('opens nothing without a selected row', () => {
    selection.openDetails();
    expect(selection.detailsOpen.value).toBe(false);
  });

  it.each([
    ['down from nothing goes to the first row', null, [a, b, c], 1, 'a'],
    ['up from nothing goes to the last row', null, [a, b, c], -1, 'c'],
    ['down', a, [a, b, c], 1, 'b'],
    ['up', b, [a, b, c], -1, 'a'],
    ['down stops at the end', c, [a, b, c], 5, 'c'],
    ['up stops at the start', a, [a, b, c], -5, 'a'],
    ['down from a hidden row goes to the one after its place', b, [a, c], 1, 'c'],
    ['up from a hidden row goes to the one before its place', b, [a, c], -1, 'a'],
    ['no rows, no move', b, [], 1, 'b'],
  ] as const)('moves: %s', (_, from, visible, by, to) => {
    if (from !== null) selection.select(from);
    selection.move(visible, by);
    expect(selection.selected.value?.id).toBe(to);
  });
});
