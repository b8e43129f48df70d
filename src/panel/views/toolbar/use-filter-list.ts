import type { Signal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { usePanel } from '../../context.ts';
import { acceptOption, type Completion, type CompletionOption, complete, termAt, type ValueCount } from '../../state/filter/completion.ts';
import { parseTerms, type Token } from '../../state/filter/filter-terms.ts';
import { valuesOf } from '../../state/filter/filter-values.ts';
import { actionOf } from '../../state/shortcuts.ts';

/** The list of the filter field (ARIA's editable combobox with list autocomplete): what it offers, and the keys that move in it. */
export function useFilterList(field: { readonly current: HTMLInputElement | null }, filter: Signal<string>) {
  const { view, logouts } = usePanel();
  /** Null while the field has not got the focus. */
  const [caret, setCaret] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  /** Counted once each time the list opens: with 50,000 rows that is not for every key. */
  const counted = useRef(new Map<Token, readonly ValueCount[]>());
  const values = (token: Token): readonly ValueCount[] => {
    const known = counted.current.get(token) ?? valuesOf(token, view.unfiltered.peek(), new Set(logouts.byRow.peek().keys()));
    counted.current.set(token, known);
    return known;
  };
  const completion = open && caret !== null ? complete(filter.value, caret, values) : null;

  const show = (shown: boolean): void => {
    if (shown && !open) counted.current.clear();
    setOpen(shown);
    setActive(null);
  };
  const showCaret = (event: Event): void => {
    setCaret(field.current?.selectionStart ?? null);
    if (event.type === 'click' && filter.peek() === '') show(true);
  };
  const onInput = (event: Event): void => {
    filter.value = field.current?.value ?? '';
    showCaret(event);
    // Not behind a term that is done: what comes next may be plain text.
    show(termAt(parseTerms(filter.peek()), field.current?.selectionStart ?? 0) !== null);
  };
  const accept = (option: CompletionOption): void => {
    const input = field.current;
    if (completion === null || input === null) return;
    const next = acceptOption(filter.peek(), completion, option);
    input.value = next.text;
    input.setSelectionRange(next.caret, next.caret);
    filter.value = next.text;
    setCaret(next.caret);
    show(option.value === null);
  };
  const move = (by: 1 | -1, { options }: Completion): void => {
    const from = active ?? (by === 1 ? -1 : options.length);
    setActive((from + by + options.length) % options.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('filter', event);
    if (action === null) return;
    const chosen = active === null ? undefined : completion?.options[active];
    // Tab completes what was begun, as in a shell; where nothing was, it goes on to the next control.
    const begun = completion !== null && completion.from < (caret ?? 0) ? completion.options[0] : undefined;
    if (action === 'next' && completion === null) show(true);
    else if (action === 'next' && completion !== null) move(1, completion);
    else if (action === 'previous' && completion !== null) move(-1, completion);
    else if (event.key === 'Enter' && chosen !== undefined) accept(chosen);
    else if (event.key === 'Enter') show(false);
    else if (event.key === 'Tab' && (chosen ?? begun) !== undefined) accept((chosen ?? begun) as CompletionOption);
    else if (action === 'close' && completion !== null) show(false);
    else if (action === 'close' && filter.peek() !== '') filter.value = '';
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (): void => {
    setCaret(null);
    show(false);
  };
  return { caret, completion, active, showCaret, onInput, onKeyDown, accept, leave };
}
