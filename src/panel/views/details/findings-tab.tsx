import { UNKNOWN_APPLICATION } from '../../../core/readers/application.ts';
import type { ResponseDetail } from '../../../core/report/response-row.ts';
import { message } from '../../text/message.ts';
import { FindingView } from './finding-view.tsx';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** What is wrong, the worst first: evidence, why it matters, and lines to copy. */
export function FindingsTab({ detail }: { readonly detail: ResponseDetail }) {
  if (detail.findings.length === 0) {
    return <p class="lead">{message(detail.cookie === null ? 'detailsNothingFoundResponse' : 'cookiesNothingFound')}</p>;
  }
  const findings = [...detail.findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return (
    <>
      {findings.map((finding, index) => (
        <FindingView
          key={`${finding.kind} ${index}`}
          finding={finding}
          application={detail.applications.get(finding.cookie ?? '') ?? UNKNOWN_APPLICATION}
        />
      ))}
    </>
  );
}
