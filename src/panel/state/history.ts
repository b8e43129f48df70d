import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DiffView } from '../../core/report/diff-view.ts';
import type { HistoryView, VersionView } from '../../core/report/history-view.ts';
import type { ToWorker } from '../../worker/protocol.ts';
import { message } from '../text/message.ts';
import type { ListPlace } from './scroll-anchor.ts';

/** What the details show: a version against its parent, or two that were chosen, the older one before. */
export interface OpenedVersions {
  readonly kind: 'version' | 'pair';
  readonly before: VersionView | null;
  readonly after: VersionView;
}

/** The History view. */
export interface HistoryStore {
  /** Null until the worker has told. */
  readonly all: ReadonlySignal<readonly HistoryView[] | null>;
  /** The one that shows: the chosen one, or the one with the most versions. */
  readonly shown: ReadonlySignal<HistoryView | null>;
  /** Its versions that are listed: a paused list takes no new ones, and without Preserve log it begins with the newest page. */
  readonly listed: ReadonlySignal<readonly VersionView[]>;
  /** Id of the version where the keyboard is. */
  readonly active: ReadonlySignal<string | null>;
  /** Id of the version under the pointer. */
  readonly hovered: Signal<string | null>;
  readonly opened: ReadonlySignal<OpenedVersions | null>;
  /** The next version that is opened is compared with the active one. */
  readonly picking: ReadonlySignal<VersionView | null>;
  /** Null while it is on its way. */
  readonly diff: ReadonlySignal<DiffView | null>;
  readonly place: ListPlace<VersionView>;
  /** Asks the worker for the histories, or tells it that they do not show any more. */
  watch(on: boolean): void;
  choose(id: string): void;
  activate(id: string): void;
  /** Moves the keyboard's version. */
  move(by: number): void;
  /** The details of a version; while another is picked to be compared, the two. */
  open(id: string): void;
  compare(id: string, other: string): void;
  /** From the active version, until another is opened or `stopPicking`. */
  pick(): void;
  stopPicking(): void;
  close(): void;
  received(histories: readonly HistoryView[]): void;
  compared(request: number, diff: DiffView | null): void;
}

interface Opened {
  readonly id: string;
  /** Null to compare with the parent. */
  readonly other: string | null;
}

/** `hides` tells of a row, or of a moment where there is none, whether the toolbar hides it. */
export function createHistoryStore(
  post: (message: ToWorker) => void,
  hides: ReadonlySignal<(rowId: string, at: number) => boolean>,
): HistoryStore {
  const all = signal<readonly HistoryView[] | null>(null);
  const chosen = signal<string | null>(null);
  const active = signal<string | null>(null);
  const pickedFrom = signal<string | null>(null);
  const openedIds = signal<Opened | null>(null);
  const diff = signal<DiffView | null>(null);
  const place: ListPlace<VersionView> = { anchor: 'end', active: null };
  let request = 0;

  const shown = computed((): HistoryView | null => {
    const histories = all.value ?? [];
    const most = histories.reduce<HistoryView | null>(
      (best, each) => (best === null || each.versions.length > best.versions.length ? each : best),
      null,
    );
    return histories.find(({ id }) => id === chosen.value) ?? most;
  });
  const listed = computed((): readonly VersionView[] => {
    const versions = shown.value?.versions ?? [];
    const left = versions.filter(({ id, at }) => !hides.value(id, at));
    return left.length === versions.length ? versions : left;
  });
  const find = (id: string | null): VersionView | null => shown.value?.versions.find((version) => version.id === id) ?? null;
  const opened = computed((): OpenedVersions | null => {
    const ids = openedIds.value;
    const version = find(ids?.id ?? null);
    if (ids === null || version === null) return null;
    if (ids.other === null) return { kind: 'version', before: find(version.parent), after: version };
    const other = find(ids.other);
    if (other === null) return null;
    const versions = shown.value?.versions ?? [];
    const inOrder = versions.indexOf(other) < versions.indexOf(version);
    return { kind: 'pair', before: inOrder ? other : version, after: inOrder ? version : other };
  });

  const ask = (): void => {
    const versions = opened.peek();
    const history = shown.peek();
    if (versions === null || history === null) return;
    post({
      type: 'compare-versions',
      request: ++request,
      history: history.id,
      before: versions.before?.id ?? null,
      after: versions.after.id,
      was: versions.before?.label ?? message('diffWasNoSession'),
    });
  };
  const show = (ids: Opened): void => {
    const now = openedIds.peek();
    if (now?.id !== ids.id || now.other !== ids.other) diff.value = null;
    openedIds.value = ids;
    activate(ids.id);
    ask();
  };
  const activate = (id: string): void => {
    active.value = id;
    // From now on another cookie that gets more versions does not take its place.
    chosen.value = shown.peek()?.id ?? null;
  };
  const close = (): void => {
    openedIds.value = null;
    pickedFrom.value = null;
    diff.value = null;
  };

  return {
    all,
    shown,
    listed,
    active,
    hovered: signal<string | null>(null),
    opened,
    picking: computed(() => find(pickedFrom.value)),
    diff,
    place,
    watch(on) {
      post({ type: 'history', on });
    },
    choose(id) {
      close();
      active.value = null;
      chosen.value = id;
      place.anchor = 'end';
    },
    activate,
    move(by) {
      const versions = listed.peek();
      const at = versions.findIndex(({ id }) => id === active.peek());
      // Into the log from its end that is nearer to where the key points.
      const from = at < 0 ? (by > 0 ? -1 : versions.length) : at;
      const target = versions[Math.max(0, Math.min(versions.length - 1, from + by))];
      if (target === undefined) return;
      if (openedIds.peek() !== null && pickedFrom.peek() === null) show({ id: target.id, other: null });
      else activate(target.id);
    },
    open(id) {
      const from = pickedFrom.peek();
      pickedFrom.value = null;
      show({ id, other: from === id ? null : from });
    },
    compare(id, other) {
      pickedFrom.value = null;
      show({ id, other: id === other ? null : other });
    },
    pick() {
      pickedFrom.value = active.peek();
    },
    stopPicking() {
      pickedFrom.value = null;
    },
    close,
    received(histories) {
      all.value = histories;
      // Secrets may have opened what was sealed.
      ask();
    },
    compared(answered, next) {
      if (answered === request) diff.value = next;
    },
  };
}
