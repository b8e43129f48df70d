import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Completion, CompletionOption } from '../../state/filter/completion.ts';
import { filterHelp } from '../../text/filter.ts';
import { message } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';

export const optionId = (index: number): string => `filter-option-${index}`;

export interface FilterListProps {
  readonly completion: Completion;
  /** Index of the option that the keyboard is on; the field keeps the focus. */
  readonly active: number | null;
  readonly onAccept: (option: CompletionOption) => void;
}

/** What could stand at the caret: tokens with what they do, or values that occur in the recording with how many rows have them. */
export function FilterList({ completion, active, onAccept }: FilterListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { options } = completion;
  const token = options[0]?.value === null ? null : options[0]?.token;
  return (
    <div class="filter-popup">
      {token != null && <p class="filter-help">{filterHelp(token)}</p>}
      <div
        class="filter-list"
        id="filter-list"
        role="listbox"
        aria-label={message('filterSuggestions')}
        ref={list}
        data-testid="filter-list"
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={`${option.token} ${option.value?.value ?? ''}`}
            class="filter-option"
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            data-testid="filter-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAccept(option)}
          >
            <code class="filter-option-text">{option.value === null ? `${option.token}:` : option.value.value}</code>
            <span class={option.value === null ? 'muted' : 'muted filter-option-count'}>{beside(option)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function beside({ token, value }: CompletionOption): string {
  if (value === null) return filterHelp(token);
  return value.count === null ? '' : formatCount(value.count);
}
