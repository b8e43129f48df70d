import { TabList } from '../components/tab-list.tsx';
import { usePanel } from '../context.ts';
import { message } from '../text/message.ts';
import { OverviewToggle } from './overview/overview.tsx';

/** The views of the recording. */
export function ViewTabs() {
  const { viewTab, summary, rows, logouts, recordings } = usePanel();
  const { cookies, worst } = rows.cookies.value;
  return (
    <div class="view-tabs">
      <TabList
        label={message('frameViews')}
        tabs={[
          { id: 'responses', label: message('viewResponses'), count: summary.value.exchanges },
          { id: 'cookies', label: message('cookiesLabel'), count: cookies, mark: worst },
          { id: 'history', label: message('historyLabel') },
          { id: 'logouts', label: message('viewLogouts'), count: logouts.faults.value.length, mark: logouts.worst.value },
          ...(recordings.beside.value === null ? [] : [{ id: 'compare' as const, label: message('compareTab') }]),
        ]}
        selected={viewTab.value}
        onSelect={(id) => {
          viewTab.value = id;
        }}
      />
      <OverviewToggle />
    </div>
  );
}
