import { useEffect } from 'preact/hooks';
import type { HistoryView } from '../../../core/report/history-view.ts';
import { usePanel } from '../../context.ts';
import { shortChange } from '../../text/history.ts';
import { message } from '../../text/message.ts';
import { HistoryBar } from './history-bar.tsx';
import { HistoryEmpty } from './history-empty.tsx';
import { HistoryNoMatch } from './history-no-match.tsx';
import { SizeChart } from './size-chart.tsx';
import { VersionLog } from './version-log.tsx';

/** The versions of one session cookie in time: their sizes, what each was made of, and what happened. */
export function History() {
  const { history } = usePanel();
  // Only while it shows does the worker build the histories.
  useEffect(() => {
    history.watch(true);
    return () => history.watch(false);
  }, []);
  const shown = history.shown.value;
  if (history.all.value === null) return <div class="history" aria-busy="true" />;
  if (shown === null) {
    return (
      <div class="history">
        <HistoryEmpty />
      </div>
    );
  }
  return (
    <div class="history">
      <HistoryBar shown={shown} />
      <SizeChart versions={history.unfiltered.value} listed={history.listed.value} />
      <div class="history-list">
        <VersionLog shown={shown} key={shown.id} />
        {history.listed.value.length === 0 && history.unfiltered.value.length > 0 && <HistoryNoMatch />}
      </div>
      <Hint shown={shown} />
    </div>
  );
}

/** What the version under the pointer, else the active one, did to its parent; always there, so that nothing moves. */
function Hint({ shown }: { readonly shown: HistoryView }) {
  const { history } = usePanel();
  const picking = history.picking.value;
  const looked = history.hovered.value ?? history.active.value;
  const version = history.listed.value.find(({ id }) => id === looked) ?? null;
  const parent = shown.versions.find(({ id }) => id === version?.parent) ?? null;
  const change = version === null ? message('historyPoint') : shortChange(version, parent);
  const text = picking === null ? change : message('historyPicking', picking.label);
  return (
    <p class={picking === null ? 'history-hint' : 'history-hint history-picking'} data-testid="history-hint" title={text}>
      {picking === null && version !== null && <b>{version.label} </b>}
      <span aria-live={picking === null ? 'off' : 'polite'}>{text}</span>
    </p>
  );
}
