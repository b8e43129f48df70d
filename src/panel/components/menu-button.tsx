import { useCallback, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { Menu, type MenuItem } from './menu.tsx';

interface MenuButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly testid: string;
  readonly items: readonly MenuItem[];
  /** Beside `tool`. */
  readonly class?: string;
}

/** A button of the toolbar with a menu below it. */
export function MenuButton({ label, icon, testid, items, class: more = '' }: MenuButtonProps) {
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const close = useCallback(() => setPlace(null), []);
  return (
    <>
      <button
        type="button"
        class={`tool ${more}`}
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={place !== null}
        data-testid={testid}
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          setPlace(place === null ? { x: left, y: bottom } : null);
        }}
      >
        <Icon name={icon} />
      </button>
      {place !== null && <Menu label={label} items={items} {...place} onClose={close} testid={testid} />}
    </>
  );
}
