import type { JSX } from 'preact';
import type { DetailView } from '../../../core/report/detail-view.ts';
import { Icon } from '../../components/icon.tsx';
import { TabList } from '../../components/tab-list.tsx';
import { usePanel } from '../../context.ts';
import type { DetailTab } from '../../state/selection.ts';
import { message } from '../../text/message.ts';
import { CookieTab } from './cookie-tab.tsx';
import { CopyAsButton } from './copy-as-button.tsx';
import { DetailNotices } from './detail-notices.tsx';
import { DetailsFind } from './details-find.tsx';
import { DiffTab } from './diff-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { RevealButton } from './reveal-button.tsx';
import { SessionTab } from './session-tab.tsx';
import { SizeTab } from './size-tab.tsx';

const TABS: Record<DetailTab, (props: { readonly detail: DetailView }) => JSX.Element> = {
  session: SessionTab,
  diff: DiffTab,
  size: SizeTab,
  cookie: CookieTab,
  findings: FindingsTab,
  raw: RawTab,
};

/** Everything about the selected row. */
export function Details() {
  const { selection } = usePanel();
  const detail = selection.detail.value;
  const tab = selection.tab.value;
  const Tab = TABS[tab];
  const loading = detail?.row.id !== selection.selected.value?.id;
  const close = (): void => {
    selection.closeDetails();
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <section
      class={loading ? 'details details-loading' : 'details'}
      aria-label={message('detailsLabel')}
      aria-busy={loading}
      data-testid="details"
      data-row-id={detail?.row.id ?? ''}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h2 class="visually-hidden">{message('detailsHeading')}</h2>
      <div class="details-head">
        <TabList
          label={message('detailsLabel')}
          tabs={[
            { id: 'session', label: message('tabSession') },
            { id: 'diff', label: message('tabDiff') },
            { id: 'size', label: message('sizeHeading') },
            { id: 'cookie', label: message('tabCookie') },
            { id: 'findings', label: message('tabFindings'), count: detail?.findings.length ?? 0 },
            { id: 'raw', label: message('tabRaw') },
          ]}
          selected={tab}
          onSelect={(id) => {
            selection.tab.value = id;
          }}
        />
        {detail !== null && <CopyAsButton detail={detail} />}
        {detail !== null && <RevealButton method={detail.exchange.method} url={detail.exchange.url} />}
        <button
          type="button"
          class="tool"
          title={message('detailsCloseTitle')}
          aria-label={message('detailsClose')}
          data-testid="details-close"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      <DetailsFind />
      {detail !== null && (
        // The key starts every row at the top.
        <div class="details-body" role="tabpanel" id={`tabpanel-${tab}`} aria-labelledby={`tab-${tab}`} key={`${tab} ${detail.row.id}`}>
          <DetailNotices row={detail.row} />
          <Tab detail={detail} />
        </div>
      )}
    </section>
  );
}
