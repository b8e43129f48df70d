import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useInitialFocus } from './use-initial-focus.ts';

export interface MenuItem {
  readonly id: string;
  readonly content: ComponentChildren;
  /** For what is on or off; the menu stays open while it is switched. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** A line above it. */
  readonly divided?: boolean;
  readonly onChoose: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where it opens, in CSS pixels of the window; moved so that it fits. */
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
  /** What the test ids of its items begin with. */
  readonly testid?: string;
}

const ITEMS = '[role^=menuitem]:not(:disabled)';

/** A menu as ARIA has it: arrow keys, Home and End move, Enter chooses, Escape and Tab close. The focus returns where it was. */
export function Menu({ label, items, x, y, onClose, testid = 'menu' }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement);
  useLayoutEffect(() => {
    const place = (): void => {
      const element = menu.current;
      if (element === null) return;
      const { width, height } = element.getBoundingClientRect();
      element.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
      element.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
    };
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [x, y, items]);
  useLayoutEffect(() => {
    const onPointerDown = ({ target }: PointerEvent): void => {
      // The button that opened it closes it by its click.
      if (!(target instanceof Element) || target.closest('.menu, [aria-haspopup=menu][aria-expanded=true]') === null) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [onClose]);
  useInitialFocus(menu, ITEMS);

  const onKeyDown = (event: KeyboardEvent): void => {
    // No key is for what lies behind it.
    event.stopPropagation();
    const all = [...(menu.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const now = all.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (target !== undefined) all.at(target % all.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };
  const hasMarks = items.some(({ checked }) => checked !== undefined);
  return (
    <div class="menu" role="menu" aria-label={label} tabIndex={-1} ref={menu} data-testid="menu" onKeyDown={onKeyDown}>
      {items.map(({ id, content, checked, disabled = false, divided = false, onChoose }) => (
        <button
          key={id}
          type="button"
          role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          {...(checked !== undefined && { 'aria-checked': checked })}
          class={divided ? 'menu-item menu-item-divided' : 'menu-item'}
          tabIndex={-1}
          disabled={disabled}
          data-testid={`${testid}-${id}`}
          onClick={() => {
            if (checked === undefined) {
              // What it opens gives the focus back to what has it now.
              if (before.current instanceof HTMLElement) before.current.focus();
              onClose();
            }
            onChoose();
          }}
        >
          {hasMarks && <span class="menu-mark">{checked === true && <Icon name="check" />}</span>}
          <span>{content}</span>
        </button>
      ))}
    </div>
  );
}
