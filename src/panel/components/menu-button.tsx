import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  run(): void;
}

interface MenuButtonProps {
  readonly label: string;
  readonly testid: string;
  readonly items: readonly MenuItem[];
  readonly children: ComponentChildren;
}

/** A button with a menu below it: arrow keys, Home and End move, Escape and a click elsewhere close it. */
export function MenuButton({ label, testid, items, children }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = (): readonly HTMLElement[] => [...(whole.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => {
    if (!open) return;
    entries()[0]?.focus();
    const onPointerDown = (event: Event): void => {
      if (event.target instanceof Node && whole.current?.contains(event.target)) return;
      setOpen(false);
    };
    addEventListener('pointerdown', onPointerDown, true);
    return () => removeEventListener('pointerdown', onPointerDown, true);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (target !== undefined) all.at(target % all.length)?.focus();
    if (event.key !== 'Escape' && target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu-holder" ref={whole}>
      <button
        ref={button}
        type="button"
        class="tool"
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        data-testid={testid}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
          {items.map(({ id, label: text, run }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              class="menu-item"
              tabIndex={-1}
              data-testid={`${testid}-${id}`}
              onClick={() => {
                close();
                run();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
