import type { CookieComparison, StoreComparison } from '../../../core/cookies/compare-store.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { usePanel } from '../../context.ts';
import type { CompareStoreState } from '../../state/compare-store.ts';
import { comparedName, comparedScope, comparisonText } from '../../text/compare-store.ts';
import { plural } from '../../text/numbers.ts';

/** For a toolbar. */
export function CompareStoreButton() {
  const { compareStore, host } = usePanel();
  const asks = host.browser === 'firefox' ? 'Asks for it in a new tab.' : 'Asks for it first.';
  return (
    <button
      type="button"
      class="tool"
      aria-label="Compare with the browser’s cookie store"
      title={`Needs the permission to read the cookies of the inspected page’s host. ${asks}`}
      data-testid="compare-store"
      onClick={() => void compareStore.compare()}
    >
      <span>
        Compare<span class="tool-text-more"> with the browser’s cookie store</span>
      </span>
    </button>
  );
}

/** What became of it, until it is closed. */
export function CompareStoreResult() {
  const { compareStore, host } = usePanel();
  const state = compareStore.state.value;
  if (state.step === 'idle') return null;
  return (
    <section class="compare-store" aria-label="Comparison with the browser’s cookie store" data-testid="compare-store-result">
      <div class="compare-store-head">
        <p role="status" data-testid="compare-store-status" data-step={state.step}>
          {statusText(state, host.browser)}
        </p>
        <button
          type="button"
          class="tool"
          title="Close"
          aria-label="Close"
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
      return browser === 'firefox' ? 'Firefox asks in a new tab.' : 'The browser asks whether the cookies may be read.';
    case 'refused':
      return 'Not allowed, so nothing was compared. Everything else works without it.';
    case 'failed':
      return state.reason === 'no-host'
        ? 'The inspected page has no host, and so no cookies.'
        : 'The browser did not hand over its cookies. Press the button again, or reload the page first.';
    case 'compared':
      return `${state.host}: ${countsText(state.comparison)}`;
  }
}

function countsText({ cookies, counts }: StoreComparison): string {
  if (cookies.length === 0) return 'no cookies, neither predicted nor in the browser.';
  if (counts.same === cookies.length) return `${plural(counts.same, 'cookie')}, all as predicted.`;
  const parts: string[] = [];
  if (counts.same > 0) parts.push(`${counts.same} as predicted`);
  if (counts.different > 0) parts.push(`${counts.different} different`);
  if (counts['only-predicted'] > 0) parts.push(`${counts['only-predicted']} predicted but not in the browser`);
  if (counts['only-in-browser'] > 0) parts.push(`${counts['only-in-browser']} only in the browser`);
  return `${parts.join(', ')}.`;
}

function Differences({ comparison }: { readonly comparison: StoreComparison }) {
  const differences = comparison.cookies.filter(({ kind }) => kind !== 'same');
  if (differences.length === 0) return null;
  return (
    <ul class="compare-store-list">
      {differences.map((difference, index) => (
        <Difference key={index} difference={difference} />
      ))}
    </ul>
  );
}

function Difference({ difference }: { readonly difference: CookieComparison }) {
  // What the browser alone has is often older than the recording: no warning.
  const warning = difference.kind !== 'only-in-browser';
  return (
    <li data-testid="compare-store-difference" data-kind={difference.kind}>
      <span class={warning ? 'severity severity-warning' : 'severity severity-info'}>
        <Icon name={warning ? 'warning' : 'info'} />
      </span>
      <div>
        <code class="compare-store-name">{comparedName(difference)}</code> <span class="muted">{comparedScope(difference)}</span>
        <p>
          <Prose text={comparisonText(difference)} />
        </p>
      </div>
    </li>
  );
}
