import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';

/** Filters the table; Ctrl+F or Cmd+F comes here, Escape empties it. */
export function FilterField() {
  const { view } = usePanel();
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
  const empty = view.filter.value === '';
  const clear = (): void => {
    view.filter.value = '';
  };
  return (
    <search class={empty ? 'field field-filter' : 'field field-filter field-on'}>
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        value={view.filter.value}
        placeholder="Filter by name, path, host"
        aria-label="Filter rows by cookie name, path or host"
        autocomplete="off"
        spellcheck={false}
        data-testid="filter"
        onInput={(event) => {
          view.filter.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || empty) return;
          event.preventDefault();
          event.stopPropagation();
          clear();
        }}
      />
      {!empty && (
        <button type="button" class="field-clear" title="Clear filter" aria-label="Clear filter" onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
