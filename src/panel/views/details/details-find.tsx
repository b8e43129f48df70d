import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { actionOf } from '../../state/shortcuts.ts';
import { message } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';
import { useFoundText } from './use-found-text.ts';

/** Ctrl+F or Cmd+F inside details: a bar that marks a text in them and steps through its places. A session's tree has a search of its own. */
export function DetailsFind() {
  const bar = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState<string | null>(null);
  const { count, current, go } = useFoundText(bar, query);
  // Before the details are painted: whoever sees them can search them.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const details = bar.current?.closest('.details');
      if (actionOf('find', event) !== 'open' || !details?.contains(document.activeElement)) return;
      event.preventDefault();
      event.stopPropagation();
      const tree = details.querySelector<HTMLInputElement>('.field-tree input');
      if (tree === null) setQuery((before) => before ?? '');
      // What is there already gets the focus, what is not there yet when it is drawn.
      (tree ?? field.current)?.select();
      (tree ?? field.current)?.focus();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, []);
  useEffect(() => {
    if (query === '') field.current?.focus();
  }, [query === null]);

  const close = (): void => {
    setQuery(null);
    bar.current?.closest<HTMLElement>('.details')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('find', event);
    if (action === 'close') close();
    else if ((action === 'next' || action === 'previous') && event.target === field.current) go(action === 'next' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="find-place" ref={bar}>
      {query !== null && (
        <search class="find-bar" data-testid="details-find" onKeyDown={onKeyDown}>
          <div class="field field-find">
            <Icon name="search" />
            <input
              ref={field}
              type="text"
              value={query}
              placeholder={message('findPlaceholder')}
              aria-label={message('findPlaceholder')}
              autocomplete="off"
              spellcheck={false}
              data-testid="details-find-text"
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
            <span class="muted" aria-live="polite" data-testid="details-find-count">
              {query.trim() !== '' && place(current, count)}
            </span>
          </div>
          <FindButton label={message('findPrevious')} turn="up" disabled={count === 0} onClick={() => go(-1)} />
          <FindButton label={message('findNext')} turn="down" disabled={count === 0} onClick={() => go(1)} />
          <button type="button" class="tool" title={message('findClose')} aria-label={message('findClose')} onClick={close}>
            <Icon name="close" />
          </button>
        </search>
      )}
    </div>
  );
}

const place = (current: number, count: number): string =>
  count === 0 ? message('findNone') : message('findPlace', formatCount(current + 1), formatCount(count));

interface FindButtonProps {
  readonly label: string;
  readonly turn: 'up' | 'down';
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function FindButton({ label, turn, disabled, onClick }: FindButtonProps) {
  return (
    <button type="button" class={`tool find-${turn}`} title={label} aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon name="chevron" />
    </button>
  );
}
