import { useEffect } from 'preact/hooks';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';
import { Message } from '../empty-message.tsx';
import { CompareBar } from './compare-bar.tsx';
import { CompareTable } from './compare-table.tsx';

/** How two recordings differ: the one that the views show, and the one beside it. */
export function Compare() {
  const { comparison } = usePanel();
  // Only while it shows does the worker compare.
  useEffect(() => {
    comparison.watch(true);
    return () => comparison.watch(false);
  }, [comparison]);
  if (comparison.all.value === null) return <div class="compare" aria-busy="true" />;
  return (
    <div class="compare" data-testid="compare">
      <CompareBar />
      {comparison.visible.value.length > 0 ? (
        <CompareTable lines={comparison.visible.value} />
      ) : (
        <Message title={message('compareNoneTitle')} action={null}>
          {message('compareNone')}
        </Message>
      )}
    </div>
  );
}
