import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { type FilterTerm, withoutTerm } from '../../state/filter/filter-terms.ts';
import type { ReadTerm } from '../../state/filter/read-filter.ts';
import { message } from '../../text/message.ts';

export interface FilterChipsProps {
  readonly filter: Signal<string>;
  readonly terms: readonly ReadTerm[];
  /** Place of the caret in the filter; null while the field has not got the focus. */
  readonly caret: number | null;
  /** No chip is left that could have the focus. */
  readonly onEmpty: () => void;
}

/** The filter's terms, each with a button that takes it out of the text; not the one that is being typed. */
export function FilterChips({ filter, terms, caret, onEmpty }: FilterChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  const shown = terms.filter(({ term }) => caret === null || caret <= term.start || caret > term.end);
  if (shown.length === 0) return null;
  const remove = (term: FilterTerm, index: number): void => {
    filter.value = withoutTerm(filter.peek(), term);
    // The chip takes its button along: the one that is in its place then gets the focus.
    if (!list.current?.contains(document.activeElement)) return;
    const buttons = list.current.querySelectorAll<HTMLElement>('.chip button');
    const next = buttons[index + 1] ?? buttons[index - 1];
    if (next === undefined) onEmpty();
    else next.focus();
  };
  const texts = shown.map(({ term }) => filter.value.slice(term.start, term.end));
  return (
    // A click leaves the focus in the field: without it one more chip would come, and push the button away under the pointer.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing that a keyboard would miss
    <div class="filter-chips" onMouseDown={(event) => event.preventDefault()}>
      <ul class="chips" aria-label={message('filterTerms')} ref={list}>
        {shown.map(({ term, fault }, index) => {
          const text = texts[index] ?? '';
          return (
            <li
              key={`${text} ${texts.indexOf(text) === index ? '' : index}`}
              class={fault === null ? 'chip' : 'chip chip-fault'}
              data-testid="filter-chip"
            >
              <code>{text}</code>
              <button
                type="button"
                title={message('filterRemove', text)}
                aria-label={message('filterRemove', text)}
                data-testid="filter-chip-remove"
                onClick={() => remove(term, index)}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length > 1 && (
        <button
          type="button"
          class="link"
          data-testid="filter-clear-all"
          onClick={() => {
            filter.value = '';
            onEmpty();
          }}
        >
          {message('filterClearAll')}
        </button>
      )}
    </div>
  );
}
