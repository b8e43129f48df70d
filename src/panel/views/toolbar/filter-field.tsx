import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

/** What the field says in each view. */
const HINTS = {
  responses: { placeholder: 'toolbarFilter', label: 'toolbarFilterLabel' },
  cookies: { placeholder: 'toolbarFilterCookies', label: 'toolbarFilterCookiesLabel' },
} as const;

/** Filters the table that shows, each view by a text of its own; Ctrl+F or Cmd+F comes here, Escape empties it. */
export function FilterField() {
  const { view, cookies, viewTab } = usePanel();
  const table = viewTab.value === 'cookies' ? 'cookies' : 'responses';
  const filter = table === 'cookies' ? cookies.filter : view.filter;
  const { placeholder, label } = HINTS[table];
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      // DevTools listens too, and would search elsewhere.
      event.stopPropagation();
      field.current?.select();
      field.current?.focus();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, []);
  const empty = filter.value === '';
  const clear = (): void => {
    filter.value = '';
  };
  return (
    <search class={empty ? 'field field-filter' : 'field field-filter field-on'}>
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        value={filter.value}
        placeholder={message(placeholder)}
        aria-label={message(label)}
        autocomplete="off"
        spellcheck={false}
        data-testid="filter"
        onInput={(event) => {
          filter.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || empty) return;
          event.preventDefault();
          event.stopPropagation();
          clear();
        }}
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
    </search>
  );
}
