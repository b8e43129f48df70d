import { useMemo } from 'preact/hooks';
import type { ToldLogout } from '../../../core/report/logout-words.ts';
import type { ResponseRow, RowNote } from '../../../core/report/response-row.ts';
import { Icon } from '../../components/icon.tsx';
import type { ResponseColumn } from '../../state/response-columns.ts';
import { ROW_HEIGHT } from '../../state/virtual-window.ts';
import { message } from '../../text/message.ts';
import { noteLabel, noteText } from '../../text/note.ts';
import { formatTime } from '../../text/numbers.ts';
import { Cell } from './cell.tsx';
import { FindingCell, FlagsCell, SessionCell, SizeCell } from './cookie-cells.tsx';
import { LogoutCell } from './logout-cell.tsx';

export interface ResponseLineProps {
  readonly row: ResponseRow;
  /** Those that show. */
  readonly columns: readonly ResponseColumn[];
  readonly index: number;
  readonly selected: boolean;
  readonly withHost: boolean;
  /** The logout whose loss the response shows. */
  readonly logout: ToldLogout | null;
  readonly onOpen: (row: ResponseRow) => void;
}

/** Columns whose place the notes take in a row that has no cookie. */
const ABOUT_COOKIE: readonly ResponseColumn[] = ['cookie', 'size', 'flags'];

/** One row of the table; while nothing about it is another, scrolling leaves it alone. */
export function ResponseLine(props: ResponseLineProps) {
  const { row, columns, index, selected, withHost, logout, onOpen } = props;
  return useMemo(() => <Line {...props} />, [row, columns, index, selected, withHost, logout, onOpen]);
}

function Line({ row, columns, index, selected, withHost, logout, onOpen }: ResponseLineProps) {
  const spanned = row.cookie === null ? columns.filter((column) => ABOUT_COOKIE.includes(column)) : [];
  const noted = spanned.length === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus (aria-activedescendant)
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      class={`row ${index % 2 === 0 ? 'row-even' : ''} ${row.session ? 'row-session' : ''}`}
      id={`row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-testid="row"
      data-row-id={row.id}
      data-cookie={row.cookie ?? ''}
      data-status={row.status}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
      onClick={() => onOpen(row)}
    >
      {columns.map((column) => {
        if (!spanned.includes(column))
          return <ColumnCell key={column} column={column} row={row} withHost={withHost} noted={noted} logout={logout} />;
        return column === spanned[0] && <NoteCell key="note" row={row} column={column} span={spanned.length} />;
      })}
    </div>
  );
}

interface ColumnCellProps extends Pick<ResponseLineProps, 'row' | 'withHost' | 'logout'> {
  readonly column: ResponseColumn;
  /** Its notes have no cell of their own. */
  readonly noted: boolean;
}

function ColumnCell({ column, row, withHost, noted, logout }: ColumnCellProps) {
  switch (column) {
    case 'time':
      return <Cell column="time">{formatTime(row.startedAt)}</Cell>;
    case 'method':
      return <Cell column="method">{row.method}</Cell>;
    case 'path':
      return (
        <Cell column="path" title={row.host + row.path}>
          <span class="address">
            <span class="path">{row.path}</span>
            {withHost && <span class="host">{row.host}</span>}
          </span>
          {noted && <NoteMarks row={row} />}
        </Cell>
      );
    case 'status':
      return (
        <Cell column="status" class={row.status === 0 || row.status >= 400 ? 'status-failed' : ''}>
          {row.status === 0 ? message('failed') : row.status}
        </Cell>
      );
    case 'cookie':
      return (
        <Cell column="cookie" title={row.cookie ?? ''}>
          {row.cookie === '' ? <i class="muted">{message('nameless')}</i> : row.cookie}
        </Cell>
      );
    case 'size':
      return <SizeCell sizes={row.sizes} />;
    case 'flags':
      return <FlagsCell flags={row.flags} />;
    case 'session':
      return logout === null ? <SessionCell change={row.change} storage={row.storage} /> : <LogoutCell view={logout} />;
    case 'finding':
      return <FindingCell findings={row.findingKinds} />;
  }
}

/** Beside a cookie there is room for the marker alone; its text is in the tooltip and in the details. */
function NoteMarks({ row }: { readonly row: ResponseRow }) {
  return row.notes.map((note) => (
    <span key={note.kind} class="note-mark" role="img" aria-label={noteLabel(note)} title={noteText(note)} data-testid="note">
      <Icon name={noteIcon(note)} />
    </span>
  ));
}

/** A row about the request has no cookie, so its notes take the place of cookie, size and flags. */
function NoteCell({ row, column, span }: { readonly row: ResponseRow; readonly column: ResponseColumn; readonly span: number }) {
  return (
    <Cell column={column} class="cell-note" span={span}>
      {row.notes.map((note) => (
        <span key={note.kind} class="note" title={noteText(note)} data-testid="note">
          <Icon name={noteIcon(note)} />
          <span class="note-text">{noteLabel(note)}</span>
        </span>
      ))}
    </Cell>
  );
}

const noteIcon = (note: RowNote): 'unknown' | 'warning' => (note.kind === 'not-recorded' ? 'unknown' : 'warning');
