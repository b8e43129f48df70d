import type { ResponseDetail } from '../../../core/report/response-row.ts';
import { DiffView } from '../../components/diff-view.tsx';

/** What this response made of the session that its request carried. */
export function DiffTab({ detail }: { readonly detail: ResponseDetail }) {
  const { diff, row } = detail;
  if (diff === null) {
    return (
      <p class="lead" data-testid="diff-none">
        {row.cookie === null
          ? 'This response set no cookie, so it changed no session.'
          : `${row.cookie || 'This cookie'} is not a session cookie. Responses that set one show here what they changed in it.`}
      </p>
    );
  }
  const refused = row.storage?.stored.outcome === 'refused';
  return (
    <>
      <p class="lead">
        {diff.before === null ? 'The request carried no session.' : 'Compared with the session that the request carried.'}
        {refused && ' The browser refused the response’s cookie, so the session stays as it was before.'}
      </p>
      <DiffView diff={diff} was="what the request carried" />
    </>
  );
}
