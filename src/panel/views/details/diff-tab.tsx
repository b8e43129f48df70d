import type { DetailView } from '../../../core/report/detail-view.ts';
import { DiffView } from '../../components/diff-view.tsx';
import { message } from '../../text/message.ts';

/** What this response made of the session that its request carried. */
export function DiffTab({ detail }: { readonly detail: DetailView }) {
  const { diff, row } = detail;
  if (diff === null) {
    return (
      <p class="lead" data-testid="diff-none">
        {row.cookie === null ? message('diffNoCookie') : message('diffNotSession', row.cookie || message('detailsThisCookie'))}
      </p>
    );
  }
  const refused = row.storage?.stored.outcome === 'refused';
  return (
    <>
      <p class="lead">
        {message(diff.before === null ? 'diffNoSessionBefore' : 'diffWithCarried')}
        {refused && ` ${message('diffRefused')}`}
      </p>
      <DiffView diff={diff} />
    </>
  );
}
