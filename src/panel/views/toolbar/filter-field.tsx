import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { ViewFilters } from '../../state/view-filters.ts';
import { filterFault } from '../../text/filter.ts';
import { type MessageKey, message } from '../../text/message.ts';
import { isFindKey, takesText } from '../find-key.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterList, optionId } from './filter-list.tsx';
import { useFilterList } from './use-filter-list.ts';

const LABELS: Record<keyof ViewFilters, MessageKey> = {
  responses: 'filterLabelResponses',
  cookies: 'filterLabelCookies',
  history: 'filterLabelHistory',
};

/** Filters the view that shows, each by a text of its own. The key starts each with its list closed. */
export function FilterField() {
  const { viewTab, filters } = usePanel();
  const shown = viewTab.value;
  return shown in filters ? <ViewFilterField of={shown as keyof ViewFilters} key={shown} /> : null;
}

/** Ctrl+F, Cmd+F or `/` comes here, Escape closes the list and then empties the field. */
function ViewFilterField({ of }: { readonly of: keyof ViewFilters }) {
  const { filters, search } = usePanel();
  const { filter, wanted } = filters[of];
  const field = useRef<HTMLInputElement>(null);
  const { caret, completion, active, showCaret, onInput, onKeyDown, accept, leave } = useFilterList(field, filters[of]);
  useFilterKeys(field);
  const fault = filterFault(wanted.value);
  const empty = filter.value === '';
  const clear = (): void => {
    filter.value = '';
    field.current?.focus();
  };
  return (
    <>
      <search class={`field field-filter ${empty ? '' : 'field-on'} ${fault === null ? '' : 'field-fault'}`}>
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          value={filter.value}
          placeholder={message('filterPlaceholder')}
          aria-label={message(LABELS[of])}
          aria-autocomplete="list"
          aria-expanded={completion !== null}
          aria-controls="filter-list"
          aria-activedescendant={completion !== null && active !== null ? optionId(active) : undefined}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : 'filter-fault'}
          aria-busy={search.searching.value}
          autocomplete="off"
          spellcheck={false}
          data-testid="filter"
          onInput={onInput}
          onKeyDown={onKeyDown}
          onKeyUp={showCaret}
          onClick={showCaret}
          onFocus={showCaret}
          onBlur={leave}
        />
        {!empty && (
          <button
            type="button"
            class="field-clear"
            title={message('emptyClearFilter')}
            aria-label={message('emptyClearFilter')}
            onClick={clear}
          >
            <Icon name="close" />
          </button>
        )}
        {completion !== null && <FilterList completion={completion} active={active} onAccept={accept} />}
        <p class="filter-fault" id="filter-fault" role="status" data-testid="filter-fault" hidden={fault === null || completion !== null}>
          {fault}
        </p>
      </search>
      <FilterChips filter={filter} terms={wanted.value.terms} caret={caret} onEmpty={() => field.current?.focus()} />
    </>
  );
}

function useFilterKeys(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
      // Details have a search of their own.
      const find = isFindKey(event) && !document.activeElement?.closest('.details');
      if (!slash && !find) return;
      event.preventDefault();
      // DevTools listens too, and would search elsewhere.
      event.stopPropagation();
      field.current?.select();
      field.current?.focus();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, []);
}
