import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type CookieSummary, summariseCookies } from '../../core/report/cookie-summary.ts';
import type { RowFindings, ToWorker } from '../../worker/protocol.ts';
import { type FindingChoice, type FindingFilter, filterCookies, findingChoices, hasFinding } from './cookie-filter.ts';
import { COOKIE_COLUMN_IDS, type CookieColumn, type CookieSort, sortCookies } from './cookie-order.ts';
import { hidesNothing, type RowFilter, readFilter } from './filter/read-filter.ts';
import { type Found, NOTHING_FOUND } from './filter/row-passes.ts';
import type { RowsStore } from './rows.ts';
import type { ListPlace } from './scroll-anchor.ts';
import { createTableLayout, type TableLayout } from './table-layout.ts';
import type { ViewStore } from './view.ts';

/** A cell of the Cookies table; `id` of the cookie, null for the head of the column. */
export interface CookieCell {
  readonly id: string | null;
  readonly column: CookieColumn;
}

/** Why no cookie shows. */
export type CookiesEmptyReason = 'no-cookie' | 'hidden' | 'filter' | 'finding';

/** The Cookies view. What is computed from the rows is computed only while something shows it. */
export interface CookiesStore {
  readonly filter: Signal<string>;
  /** What the filter asks. */
  readonly wanted: ReadonlySignal<RowFilter>;
  readonly finding: Signal<FindingFilter>;
  readonly sort: Signal<CookieSort | null>;
  /** Those that show. */
  readonly columns: ReadonlySignal<readonly CookieColumn[]>;
  /** Where the keyboard is. */
  readonly active: Signal<CookieCell | null>;
  readonly place: ListPlace<CookieSummary>;
  readonly detailsOpen: Signal<boolean>;
  readonly all: ReadonlySignal<readonly CookieSummary[]>;
  readonly visible: ReadonlySignal<readonly CookieSummary[]>;
  readonly choices: ReadonlySignal<readonly FindingChoice[]>;
  readonly emptyReason: ReadonlySignal<CookiesEmptyReason | null>;
  /** The cookie whose cell the details show; null while they are closed or it is gone. */
  readonly opened: ReadonlySignal<{ readonly cookie: CookieSummary; readonly column: CookieColumn } | null>;
  /** Findings with their parameters by row, of the rows that were asked for last. */
  readonly findings: ReadonlySignal<ReadonlyMap<string, RowFindings>>;
  askFindings(rowIds: readonly string[]): void;
  findingsRead(rows: readonly RowFindings[]): void;
  open(cell: CookieCell): void;
  /**
   * Moves the keyboard's cell by rows and columns; the head stands above the first row. From no cell the first row is one step down, the
   * last one step up, and columns are counted from the first.
   */
  move(down: number, right: number): void;
  showEverything(): void;
}

/** `found` is what rows do not tell by themselves. */
export function createCookiesStore(
  rows: RowsStore,
  view: ViewStore,
  post: (message: ToWorker) => void,
  layout: TableLayout<CookieColumn> = createTableLayout(COOKIE_COLUMN_IDS, null),
  found: ReadonlySignal<Found> = signal(NOTHING_FOUND),
): CookiesStore {
  const { sort, hidden } = layout;
  const columns = computed(() => COOKIE_COLUMN_IDS.filter((column) => !hidden.value.has(column)));
  const filter = signal('');
  const finding = signal<FindingFilter>('all');
  const active = signal<CookieCell | null>(null);
  const detailsOpen = signal(false);
  const findings = signal<ReadonlyMap<string, RowFindings>>(new Map());

  const all = computed(() => summariseCookies(view.inSpan.value));
  const wanted = computed(() => readFilter(filter.value));
  const passing = computed(() => {
    const facts = hidesNothing(wanted.value) ? NOTHING_FOUND : found.value;
    return filterCookies(all.value, wanted.value, finding.value, facts);
  });
  const visible = computed(() => sortCookies(passing.value, sort.value));

  return {
    filter,
    wanted,
    finding,
    sort,
    columns,
    active,
    place: { anchor: 'start', active: null },
    detailsOpen,
    all,
    visible,
    choices: computed(() => findingChoices(all.value, finding.value)),
    emptyReason: computed(() => {
      if (visible.value.length > 0) return null;
      if (all.value.length === 0) return rows.cookies.value.cookies === 0 ? 'no-cookie' : 'hidden';
      return all.value.some((cookie) => hasFinding(cookie, finding.value)) ? 'filter' : 'finding';
    }),
    opened: computed(() => {
      const cell = active.value;
      if (cell === null || !detailsOpen.value) return null;
      const cookie = all.value.find(({ id }) => id === cell.id);
      return cookie === undefined ? null : { cookie, column: cell.column };
    }),
    findings,
    askFindings(rowIds) {
      post({ type: 'findings', rowIds });
    },
    findingsRead(read) {
      findings.value = new Map(read.map((row) => [row.rowId, row]));
    },
    open(cell) {
      active.value = cell;
      if (cell.id !== null) detailsOpen.value = true;
    },
    move(down, right) {
      const cell = active.peek();
      const shown = visible.peek();
      const across = columns.peek();
      const clamp = (index: number, lowest: number, highest: number): number => Math.max(lowest, Math.min(highest, index));
      const outside = down > 0 ? -1 : down < 0 ? shown.length : 0;
      const from = cell === null ? outside : shown.findIndex(({ id }) => id === cell.id);
      const row = clamp(from + down, -1, shown.length - 1);
      const column = clamp((cell === null ? 0 : across.indexOf(cell.column)) + right, 0, across.length - 1);
      active.value = { id: shown[row]?.id ?? null, column: across[column] ?? 'name' };
    },
    showEverything() {
      filter.value = '';
      finding.value = 'all';
    },
  };
}
