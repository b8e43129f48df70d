import type { ResponseRow } from '../../../core/report/response-row.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { indexOfRow } from '../../state/row-order.ts';
import { noteText } from '../../text/note.ts';

/** Above every tab: what is to be known of the row itself, and which row it is when the table does not show it. */
export function DetailNotices({ row }: { readonly row: ResponseRow }) {
  const { view } = usePanel();
  const hidden = indexOfRow(view.visible.value, row) < 0;
  return (
    <>
      {hidden && (
        <div class="notice">
          <Icon name="info" />
          <p>
            <b>
              {row.method} {row.path}
            </b>{' '}
            is not in the table now.{' '}
            <button type="button" class="link" onClick={view.showEverything}>
              Show all rows
            </button>
          </p>
        </div>
      )}
      {row.notes.map((note) => (
        <div key={note.kind} class="notice" data-testid="note">
          <Icon name="unknown" />
          <p>{noteText(note)}</p>
        </div>
      ))}
    </>
  );
}
