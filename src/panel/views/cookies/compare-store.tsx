import type { StoreComparisonView, StoreDifference } from '../../../core/report/store-comparison.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { usePanel } from '../../context.ts';
import type { CompareStoreState } from '../../state/compare-store.ts';
import { counted, message, withPartsIn } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';

/** For a toolbar. */
export function CompareStoreButton() {
  const { compareStore, host } = usePanel();
  return (
    <button
      type="button"
      class="tool"
      aria-label={message('compareButtonLabel')}
      title={message(host.browser === 'firefox' ? 'compareNeedsTab' : 'compareNeeds')}
      data-testid="compare-store"
      onClick={() => void compareStore.compare()}
    >
      <span>{withPartsIn('tool-text-more', 'compareButton', message('compareButtonShort'))}</span>
    </button>
  );
}

/** What became of it, until it is closed. */
export function CompareStoreResult() {
  const { compareStore, host } = usePanel();
  const state = compareStore.state.value;
  if (state.step === 'idle') return null;
  return (
    <section class="compare-store" aria-label={message('compareResult')} data-testid="compare-store-result">
      <div class="compare-store-head">
        <p role="status" data-testid="compare-store-status" data-step={state.step}>
          {statusText(state, host.browser)}
        </p>
        <button
          type="button"
          class="tool"
          title={message('close')}
          aria-label={message('close')}
          data-testid="compare-store-close"
          onClick={compareStore.dismiss}
        >
          <Icon name="close" />
        </button>
      </div>
      {state.step === 'compared' && <Differences comparison={state.comparison} />}
    </section>
  );
}

function statusText(state: Exclude<CompareStoreState, { step: 'idle' }>, browser: 'chrome' | 'firefox'): string {
  switch (state.step) {
    case 'asking':
      return message(browser === 'firefox' ? 'compareAskingTab' : 'compareAsking');
    case 'refused':
      return message('compareRefused');
    case 'failed':
      return message(state.reason === 'no-host' ? 'compareNoHost' : 'compareUnreadable');
    case 'compared':
      return message('compareOf', state.host, countsText(state.comparison));
  }
}

const KINDS = [
  ['same', 'compareCountSame'],
  ['different', 'compareCountDifferent'],
  ['only-predicted', 'compareCountPredicted'],
  ['only-in-browser', 'compareCountBrowser'],
] as const;

function countsText({ differences, counts }: StoreComparisonView): string {
  if (counts.same + differences.length === 0) return message('compareNothing');
  if (differences.length === 0) return counted('compareAllSame', counts.same);
  const parts = KINDS.flatMap(([kind, text]) => (counts[kind] > 0 ? [message(text, formatCount(counts[kind]))] : []));
  return `${parts.join(', ')}.`;
}

function Differences({ comparison: { differences } }: { readonly comparison: StoreComparisonView }) {
  if (differences.length === 0) return null;
  return (
    <ul class="compare-store-list">
      {differences.map((difference, index) => (
        <Difference key={index} difference={difference} />
      ))}
    </ul>
  );
}

function Difference({ difference: { kind, name, scope, text } }: { readonly difference: StoreDifference }) {
  // What the browser alone has is often older than the recording: no warning.
  const warning = kind !== 'only-in-browser';
  return (
    <li data-testid="compare-store-difference" data-kind={kind}>
      <span class={warning ? 'severity severity-warning' : 'severity severity-info'}>
        <Icon name={warning ? 'warning' : 'info'} />
      </span>
      <div>
        <code class="compare-store-name">{name}</code> <span class="muted">{scope}</span>
        <p>
          <Prose text={text} />
        </p>
      </div>
    </li>
  );
}
