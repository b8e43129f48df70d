import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useInitialFocus } from './use-initial-focus.ts';

export interface MenuItem {
  readonly id: string;
  readonly content: ComponentChildren;
  readonly onChoose: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where it opens, in CSS pixels of the window; moved so that it fits. */
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** A menu as ARIA has it: arrow keys, Home and End move, Enter chooses, Escape and Tab close. The focus returns where it was. */
export function Menu({ label, items, x, y, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !element.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, []);
  useInitialFocus(menu, '[role=menuitem]');

  const move = (to: (index: number) => number): void => {
    const entries = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const active = document.activeElement;
    const index = active instanceof HTMLElement ? entries.indexOf(active) : -1;
    entries[(to(index) + entries.length) % entries.length]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') move((index) => index + 1);
    else if (event.key === 'ArrowUp') move((index) => index - 1);
    else if (event.key === 'Home') move(() => 0);
    else if (event.key === 'End') move(() => -1);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu" role="menu" aria-label={label} tabIndex={-1} ref={menu} data-testid="menu" onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          class="menu-item"
          tabIndex={-1}
          data-testid={`menu-${item.id}`}
          onClick={() => {
            onClose();
            item.onChoose();
          }}
        >
          {item.content}
        </button>
      ))}
    </div>
  );
}
