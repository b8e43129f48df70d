import { Menu } from '../../components/menu.tsx';
import { usePanel } from '../../context.ts';
import { RESPONSE_COLUMN_IDS } from '../../state/response-columns.ts';
import { resetWidth, toggleColumn } from '../../state/table-layout.ts';
import { message } from '../../text/message.ts';
import { columnTitle } from '../../text/response-column.ts';

interface ColumnMenuProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** Which columns show. */
export function ColumnMenu({ at, onClose }: ColumnMenuProps) {
  const { layout } = usePanel();
  const table = layout.responses;
  const hidden = table.hidden.value;
  const choices = RESPONSE_COLUMN_IDS.map((column) => ({
    id: column,
    content: columnTitle(column),
    checked: !hidden.has(column),
    onChoose: () => toggleColumn(table, column, RESPONSE_COLUMN_IDS),
  }));
  const reset = {
    id: 'reset',
    content: message('tableResetColumns'),
    divided: true,
    disabled: hidden.size === 0 && Object.keys(table.widths.value).length === 0,
    onChoose: () => {
      table.hidden.value = new Set();
      resetWidth(table, RESPONSE_COLUMN_IDS);
    },
  };
  return <Menu label={message('tableColumns')} items={[...choices, reset]} {...at} onClose={onClose} />;
}
