import { usePanel } from '../../context.ts';
import { EmptyState } from './empty-state.tsx';
import { ResponsesTable } from './responses-table.tsx';

export function Responses() {
  const { view, connected } = usePanel();
  const reason = view.emptyReason.value;
  return (
    <div class="responses">
      <ResponsesTable />
      {connected.value && reason !== null && <EmptyState reason={reason} />}
    </div>
  );
}
