import { useRef } from 'preact/hooks';
import type { Severity } from '../../core/findings/finding.ts';
import { actionOf } from '../state/shortcuts.ts';
import { formatCount } from '../text/numbers.ts';
import { SeverityMark } from './severity-mark.tsx';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
  /** The worst that was found behind this tab. */
  readonly mark?: Severity | null;
}

export interface TabListProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** A tab list; the panel of tab `x` has the id `tabpanel-x`. Arrow keys, Home and End move and select. */
export function TabList<Id extends string>({ label, tabs, selected, onSelect }: TabListProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number): void => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (tab === undefined) return;
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = tabs.findIndex((tab) => tab.id === selected);
    const action = actionOf('tabs', event);
    if (action === null) return;
    event.preventDefault();
    go({ previous: index - 1, next: index + 1, first: 0, last: tabs.length - 1 }[action]);
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          class="tab"
          aria-selected={tab.id === selected}
          aria-controls={`tabpanel-${tab.id}`}
          tabIndex={tab.id === selected ? 0 : -1}
          data-testid={`tab-${tab.id}`}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && <span class="tab-count"> {formatCount(tab.count)}</span>}
          {tab.mark && <SeverityMark severity={tab.mark} />}
        </button>
      ))}
    </div>
  );
}
