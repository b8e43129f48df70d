import { TabList } from '../components/tab-list.tsx';
import { usePanel } from '../context.ts';
import { message } from '../text/message.ts';

/** The views of the recording. */
export function ViewTabs() {
  const { viewTab, summary, rows, logouts, recordings } = usePanel();
  const { cookies, worst } = rows.cookies.value;
  return (
    <div class="view-tabs">
      <TabList
        label="Views"
        tabs={[
          { id: 'responses', label: 'Responses', count: summary.value.exchanges },
          { id: 'cookies', label: 'Cookies', count: cookies, mark: worst },
          { id: 'history', label: 'History' },
          { id: 'logouts', label: 'Logouts', count: logouts.all.value.length, mark: logouts.worst.value },
          ...(recordings.beside.value === null ? [] : [{ id: 'compare' as const, label: message('compareTab') }]),
        ]}
        selected={viewTab.value}
        onSelect={(id) => {
          viewTab.value = id;
        }}
      />
    </div>
  );
}
