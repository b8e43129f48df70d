import type { DetailView } from '../../../core/report/detail-view.ts';
import { message } from '../../text/message.ts';
import { FindingView } from './finding-view.tsx';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** What is wrong, the worst first: evidence, why it matters, and lines to copy. */
export function FindingsTab({ detail }: { readonly detail: DetailView }) {
  if (detail.findings.length === 0) {
    return <p class="lead">{message(detail.cookie === null ? 'detailsNothingFoundResponse' : 'cookiesNothingFound')}</p>;
  }
  const findings = [...detail.findings].sort((a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity]);
  return (
    <>
      {findings.map((told, index) => (
        <FindingView key={`${told.finding.kind} ${index}`} told={told} />
      ))}
    </>
  );
}
