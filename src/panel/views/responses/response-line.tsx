import type { LogoutView } from '../../../core/report/logout-view.ts';
import type { ResponseRow, RowNote } from '../../../core/report/response-row.ts';
import { Icon } from '../../components/icon.tsx';
import { ROW_HEIGHT } from '../../state/virtual-window.ts';
import { message } from '../../text/message.ts';
import { noteLabel, noteText } from '../../text/note.ts';
import { formatTime } from '../../text/numbers.ts';
import { Cell } from './cell.tsx';
import { FindingCell, FlagsCell, SessionCell, SizeCell } from './cookie-cells.tsx';
import { LogoutCell } from './logout-cell.tsx';

export interface ResponseLineProps {
  readonly row: ResponseRow;
  readonly index: number;
  readonly selected: boolean;
  readonly withHost: boolean;
  /** The logout whose loss the response shows. */
  readonly logout: LogoutView | null;
  readonly onOpen: () => void;
}

/** One row of the table. */
export function ResponseLine({ row, index, selected, withHost, logout, onOpen }: ResponseLineProps) {
  const failed = row.status === 0 || row.status >= 400;
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
      onClick={onOpen}
    >
      <Cell column="time">{formatTime(row.startedAt)}</Cell>
      <Cell column="method">{row.method}</Cell>
      <Cell column="path" title={row.host + row.path}>
        <span class="address">
          <span class="path">{row.path}</span>
          {withHost && <span class="host">{row.host}</span>}
        </span>
        {row.cookie !== null && <NoteMarks row={row} />}
      </Cell>
      <Cell column="status" class={failed ? 'status-failed' : ''}>
        {row.status === 0 ? message('failed') : row.status}
      </Cell>
      {row.cookie === null ? (
        <NoteCell row={row} />
      ) : (
        <>
          <Cell column="cookie" title={row.cookie}>
            {row.cookie === '' ? <i class="muted">{message('nameless')}</i> : row.cookie}
          </Cell>
          <SizeCell sizes={row.sizes} />
          <FlagsCell flags={row.flags} />
        </>
      )}
      {logout === null ? <SessionCell change={row.change} storage={row.storage} /> : <LogoutCell view={logout} />}
      <FindingCell worst={row.worst} count={row.findings} />
    </div>
  );
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
function NoteCell({ row }: { readonly row: ResponseRow }) {
  return (
    <Cell column="cookie" class="cell-note" span={3}>
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
