import { isPlainSignOut } from '../../../core/report/logout-view.ts';
import type { ToldLogout } from '../../../core/report/logout-words.ts';
import { usePanel } from '../../context.ts';
import { logoutWord } from '../../text/logout.ts';
import { message } from '../../text/message.ts';
import { showLogout } from '../show-logout.ts';
import { Cell } from './cell.tsx';

/** In place of what the response did to the session, where it shows a logout: leads to the verdict. */
export function LogoutCell({ view }: { readonly view: ToldLogout }) {
  const panel = usePanel();
  return (
    <Cell column="session">
      <button
        type="button"
        title={message('responsesShowVerdict', view.words.title)}
        class={isPlainSignOut(view.logout) ? 'link logout-link logout-link-calm' : 'link logout-link'}
        // The grid is one tab stop; by keyboard the details lead there.
        tabIndex={-1}
        data-testid="logout-link"
        onClick={(event) => {
          event.stopPropagation();
          showLogout(panel, view.id);
        }}
      >
        <span class="logout-mark">▼ </span>
        {logoutWord(view)}
      </button>
    </Cell>
  );
}
