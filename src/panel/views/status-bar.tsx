import { Icon } from '../components/icon.tsx';
import { usePanel } from '../context.ts';
import { type CountedKey, counted, message, withPartsIn } from '../text/message.ts';
import { formatCount } from '../text/numbers.ts';
import { spanText } from '../text/overview.ts';
import { WebRequestNote } from './web-request-note.tsx';

/** What is recorded, in one line. */
export function StatusBar() {
  const { summary, sessionResponses, view, cookies, history, rows, viewTab, recordings } = usePanel();
  const { exchanges, notRecorded, malformed } = summary.value;
  const paused = view.paused.value;
  const isFile = recordings.shown.value !== null;
  return (
    <footer class="status" data-testid="status">
      {isFile ? (
        <span>{message('importStatus')}</span>
      ) : (
        <span class="status-recording" title={message('statusRecording')}>
          <span class="status-recording-text">{message(paused ? 'statusPaused' : 'statusRecordingText')}</span>
        </span>
      )}
      <SelectedSpan />
      <span>{message('statusCounts', counted('unitResponses', exchanges), formatCount(sessionResponses.value))}</span>
      {notRecorded > 0 && <NoteLink kind="not-recorded" text={message('statusNotRecorded', formatCount(notRecorded))} />}
      {!isFile && <WebRequestNote gap={notRecorded > 0} />}
      {malformed > 0 && <NoteLink kind="malformed-entry" text={message('statusMalformed', formatCount(malformed))} />}
      {viewTab.value === 'cookies' && <Shown count={cookies.visible.value.length} all={rows.cookies.value.cookies} unit="unitCookies" />}
      {viewTab.value === 'responses' && <Shown count={view.visible.value.length} all={rows.rows.value.length} unit="unitRows" />}
      {viewTab.value === 'history' && (
        <Shown count={history.listed.value.length} all={history.unfiltered.value.length} unit="unitVersions" />
      )}
    </footer>
  );
}

/** The span that the overview filters the tables by, and its end. */
function SelectedSpan() {
  const { view } = usePanel();
  const span = view.span.value;
  if (span === null) return null;
  return (
    <span>
      <button
        type="button"
        class="link status-span"
        title={message('overviewClear')}
        data-testid="span-clear"
        onClick={() => {
          view.span.value = null;
        }}
      >
        {spanText(span)}
        <Icon name="close" />
      </button>
    </span>
  );
}

/** Says so when something is hidden. */
function Shown({ count, all, unit }: { readonly count: number; readonly all: number; readonly unit: CountedKey }) {
  if (count === all) return null;
  return <span class="status-shown">{message('statusShown', formatCount(count), counted(unit, all))}</span>;
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
      <button type="button" class="link" title={message('statusNext')} onClick={show}>
        {withPartsIn('status-more', 'statusSeeRow', text)}
      </button>
    </span>
  );
}
