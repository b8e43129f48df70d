import { usePanel } from '../context.ts';
import { formatCount, plural } from '../text/numbers.ts';
import { CompareStoreButton } from './cookies/compare-store.tsx';
import { WebRequestNote } from './web-request-note.tsx';

/** What is recorded, in one line. */
export function StatusBar() {
  const { summary, sessionResponses, view, rows } = usePanel();
  const { exchanges, notRecorded, malformed } = summary.value;
  const shown = view.visible.value.length;
  const all = rows.rows.value.length;
  const paused = view.paused.value;
  return (
    <div class="status" data-testid="status">
      <span class="status-recording" title="Recording">
        <span class="status-recording-text">recording{paused ? ', table paused' : ''}</span>
      </span>
      <span>
        {plural(exchanges, 'response')}, {formatCount(sessionResponses.value)} set a session
      </span>
      {notRecorded > 0 && <NoteLink kind="not-recorded" text={`${formatCount(notRecorded)} not recorded`} />}
      <WebRequestNote gap={notRecorded > 0} />
      {malformed > 0 && <NoteLink kind="malformed-entry" text={`${formatCount(malformed)} malformed`} />}
      {shown !== all && (
        <span class="status-shown">
          {formatCount(shown)} of {plural(all, 'row')} shown
        </span>
      )}
      <span class="status-compare">
        <CompareStoreButton />
      </span>
    </div>
  );
}

/** Selects the next row that carries such a note, after the one selected now. */
function NoteLink({ kind, text }: { readonly kind: 'not-recorded' | 'malformed-entry'; readonly text: string }) {
  const { rows, view, selection } = usePanel();
  const show = (): void => {
    const noted = rows.rows.peek().filter((row) => row.notes.some((note) => note.kind === kind));
    const current = noted.findIndex((row) => row.id === selection.selected.peek()?.id);
    const next = noted[(current + 1) % noted.length];
    if (next === undefined) return;
    if (!view.visible.peek().includes(next)) view.showEverything();
    selection.select(next);
    selection.openDetails();
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
