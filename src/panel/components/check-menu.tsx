import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface CheckMenuItem {
  readonly id: string;
  readonly label: string;
  /** Null for an item that does something and is neither on nor off. */
  readonly checked: boolean | null;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

interface CheckMenuProps {
  readonly label: string;
  readonly items: readonly CheckMenuItem[];
  /** Where in the window it opens, in CSS pixels; it stays inside. */
  readonly at: { readonly x: number; readonly y: number };
  /** Called when it is left; it is up to the caller where the focus goes. */
  readonly onClose: () => void;
}

const ITEMS = '[role^=menuitem]:not(:disabled)';

/** A menu of things that are on or off. It stays open while they are switched; Escape, Tab and a click elsewhere close it. */
export function CheckMenu({ label, items, at, onClose }: CheckMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    element.style.left = `${Math.max(0, Math.min(at.x, innerWidth - element.offsetWidth - 4))}px`;
    element.style.top = `${Math.max(0, Math.min(at.y, innerHeight - element.offsetHeight - 4))}px`;
    element.querySelector<HTMLElement>(ITEMS)?.focus();
  }, [at]);
  useLayoutEffect(() => {
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) onClose();
    };
    addEventListener('pointerdown', onPointerDown, true);
    return () => removeEventListener('pointerdown', onPointerDown, true);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    const all = [...(menu.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const now = all.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (target !== undefined) all.at(target % all.length)?.focus();
    else if (event.key !== 'Escape') return;
    event.preventDefault();
  };
  return (
    <div class="menu" role="menu" tabIndex={-1} aria-label={label} ref={menu} data-testid="menu" onKeyDown={onKeyDown}>
      {items.map(({ id, label: text, checked, disabled = false, onChoose }) => (
        <button
          key={id}
          type="button"
          class="menu-item"
          role={checked === null ? 'menuitem' : 'menuitemcheckbox'}
          {...(checked !== null && { 'aria-checked': checked })}
          tabIndex={-1}
          disabled={disabled}
          data-testid={`menu-${id}`}
          onClick={onChoose}
        >
          <span class="menu-mark">{checked === true && <Icon name="check" />}</span>
          {text}
        </button>
      ))}
    </div>
  );
}
