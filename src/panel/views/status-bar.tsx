import { usePanel } from '../context.ts';
import { message } from '../text/message.ts';
import { formatCount, plural } from '../text/numbers.ts';
import { WebRequestNote } from './web-request-note.tsx';

/** What is recorded, in one line. */
export function StatusBar() {
  const { summary, sessionResponses, view, cookies, rows, viewTab, recordings } = usePanel();
  const { exchanges, notRecorded, malformed } = summary.value;
  const paused = view.paused.value;
  const isFile = recordings.shown.value !== null;
  return (
    <div class="status" data-testid="status">
      {isFile ? (
        <span>{message('importStatus')}</span>
      ) : (
        <span class="status-recording" title="Recording">
          <span class="status-recording-text">recording{paused ? ', table paused' : ''}</span>
        </span>
      )}
      <span>
        {plural(exchanges, 'response')}, {formatCount(sessionResponses.value)} set a session
      </span>
      {notRecorded > 0 && <NoteLink kind="not-recorded" text={`${formatCount(notRecorded)} not recorded`} />}
      {!isFile && <WebRequestNote gap={notRecorded > 0} />}
      {malformed > 0 && <NoteLink kind="malformed-entry" text={`${formatCount(malformed)} malformed`} />}
      {viewTab.value === 'cookies' && <Shown count={cookies.visible.value.length} all={rows.cookies.value.cookies} what="cookie" />}
      {viewTab.value === 'responses' && <Shown count={view.visible.value.length} all={rows.rows.value.length} what="row" />}
    </div>
  );
}

/** Says so when something is hidden. */
function Shown({ count, all, what }: { readonly count: number; readonly all: number; readonly what: string }) {
  if (count === all) return null;
  return (
    <span class="status-shown">
      {formatCount(count)} of {plural(all, what)} shown
    </span>
  );
}

/** Selects the next row that carries such a note, after the one selected now. */
function NoteLink({ kind, text }: { readonly kind: 'not-recorded' | 'malformed-entry'; readonly text: string }) {
  const { rows, view, viewTab, selection } = usePanel();
  const show = (): void => {
    const noted = rows.rows.peek().filter((row) => row.notes.some((note) => note.kind === kind));
    const current = noted.findIndex((row) => row.id === selection.selected.peek()?.id);
    const next = noted[(current + 1) % noted.length];
    if (next === undefined) return;
    if (!view.visible.peek().includes(next)) view.showEverything();
    selection.select(next);
    selection.openDetails();
    viewTab.value = 'responses';
  };
  return (
    <span>
      <button type="button" class="link" title="Select the next such row" onClick={show}>
        {text}
        <span class="status-more"> (see row)</span>
      </button>
    </span>
  );
}
