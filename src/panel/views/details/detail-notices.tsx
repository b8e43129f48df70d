import { isPlainSignOut } from '../../../core/report/logout-view.ts';
import type { ResponseRow } from '../../../core/report/response-row.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message, withParts } from '../../text/message.ts';
import { noteText } from '../../text/note.ts';
import { showLogout } from '../show-logout.ts';

/** Above every tab: what is to be known of the row itself, and which row it is when the table does not show it. */
export function DetailNotices({ row }: { readonly row: ResponseRow }) {
  const panel = usePanel();
  const { view, logouts } = panel;
  const logout = logouts.byRow.value.get(row.id);
  const hidden = !view.shows(row);
  return (
    <>
      {hidden && (
        <div class="notice">
          <Icon name="info" />
          <p>
            {withParts('detailsHiddenRow', <b>{`${row.method} ${row.path}`}</b>)}{' '}
            <button type="button" class="link" onClick={view.showEverything}>
              {message('showAllRows')}
            </button>
          </p>
        </div>
      )}
      {logout !== undefined && (
        <div class="notice" data-testid="logout-notice">
          <Icon name="info" />
          <p>
            {withParts(isPlainSignOut(logout.logout) ? 'detailsSignedOutHere' : 'detailsLostHere', <b>{logout.words.title}</b>)}{' '}
            <button type="button" class="link" onClick={() => showLogout(panel, logout.id)}>
              {message('showVerdict')}
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
