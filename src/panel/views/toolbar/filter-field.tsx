import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { filterFault } from '../../text/filter.ts';
import { message } from '../../text/message.ts';
import { isFindKey, takesText } from '../find-key.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterList, optionId } from './filter-list.tsx';
import { useFilterList } from './use-filter-list.ts';

/** Filters the table that shows, each view by a text of its own. The key starts each view with its list closed. */
export function FilterField() {
  const { viewTab } = usePanel();
  const table = viewTab.value === 'cookies' ? 'cookies' : 'responses';
  return <TableFilter table={table} key={table} />;
}

/** Ctrl+F, Cmd+F or `/` comes here, Escape closes the list and then empties the field. */
function TableFilter({ table }: { readonly table: 'responses' | 'cookies' }) {
  const { view, cookies, search } = usePanel();
  const { filter, wanted } = table === 'cookies' ? cookies : view;
  const field = useRef<HTMLInputElement>(null);
  const { caret, completion, active, showCaret, onInput, onKeyDown, accept, leave } = useFilterList(field, filter);
  useFilterKeys(field);
  const fault = filterFault(wanted.value);
  const empty = filter.value === '';
  const clear = (): void => {
    filter.value = '';
    field.current?.focus();
  };
  const label = message(table === 'cookies' ? 'filterLabelCookies' : 'filterLabelResponses');
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
          aria-label={label}
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
