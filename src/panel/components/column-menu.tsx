import { useCallback, useState } from 'preact/hooks';
import { resetWidth, type TableLayout, toggleColumn } from '../state/table-layout.ts';
import { message } from '../text/message.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';

/** A place of the window, in CSS pixels. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** Where a table's menu of columns is open, if it is; closing gives the focus back to its button. */
export function useColumnMenu(table: { readonly current: HTMLElement | null }) {
  const [at, setAt] = useState<MenuPlace | null>(null);
  const close = useCallback(() => {
    setAt(null);
    table.current?.querySelector<HTMLElement>('[data-testid=columns]')?.focus();
  }, []);
  return { at, open: setAt, close };
}

interface ColumnMenuProps<Column extends string> {
  readonly at: MenuPlace;
  readonly layout: TableLayout<Column>;
  readonly columns: readonly Column[];
  /** Those that there is room for. */
  readonly shown: readonly Column[];
  readonly titleOf: (column: Column) => string;
  readonly onClose: () => void;
}

/** Which columns of a table show. */
export function ColumnMenu<Column extends string>({ at, layout, columns, shown, titleOf, onClose }: ColumnMenuProps<Column>) {
  const hidden = layout.hidden.value;
  const choices = columns.map((column) => ({
    id: column,
    content: hidden.has(column) || shown.includes(column) ? titleOf(column) : message('tableNoRoom', titleOf(column)),
    checked: !hidden.has(column),
    onChoose: () => toggleColumn(layout, column, columns),
  }));
  const reset = {
    id: 'reset',
    content: message('tableResetColumns'),
    divided: true,
    disabled: hidden.size === 0 && Object.keys(layout.widths.value).length === 0,
    onChoose: () => {
      layout.hidden.value = new Set();
      resetWidth(layout, columns);
    },
  };
  return <Menu label={message('tableColumns')} items={[...choices, reset]} {...at} onClose={onClose} />;
}

type OnMenu = (at: MenuPlace) => void;

/** A right click on the heads, or the menu key there, opens the menu of columns; not that of the rows around them. */
export const opensColumnMenu = (onMenu: OnMenu) => (event: MouseEvent) => {
  event.preventDefault();
  event.stopPropagation();
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  // The menu key gives no place.
  onMenu(event.clientX === 0 && event.clientY === 0 ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY });
};

/** At the end of the heads. Its keys and clicks are not for the table around it. */
export function ColumnsButton({ onMenu }: { readonly onMenu: OnMenu }) {
  const open = (event: Event): void => {
    const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    onMenu({ x: left, y: bottom });
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      class="columns-button"
      title={message('tableColumns')}
      aria-label={message('tableColumns')}
      aria-haspopup="menu"
      data-testid="columns"
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        // Not left to the browser: Firefox’s DevTools may keep the key press that would click it.
        event.preventDefault();
        open(event);
      }}
    >
      <Icon name="columns" />
    </button>
  );
}
