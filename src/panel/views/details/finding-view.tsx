import type { Finding } from '../../../core/findings/finding.ts';
import { infoOf } from '../../../core/findings/finding-info.ts';
import { CodeLine } from '../../components/code-line.tsx';
import { DocsLink } from '../../components/docs-link.tsx';
import { Prose } from '../../components/prose.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';

/** One finding: what is wrong, why it matters, and the lines that mend it. */
export function FindingView({ finding }: { readonly finding: Finding }) {
  const info = infoOf(finding);
  const remedy = info.remedy(finding);
  return (
    <article class="finding" data-testid="finding" data-kind={finding.kind} data-severity={finding.severity}>
      <h3>
        <SeverityMark severity={finding.severity} />
        {info.title}
        <code class="muted">{finding.kind}</code>
      </h3>
      <p>
        <Prose text={info.message(finding)} />
      </p>
      <p class="muted">
        <Prose text={info.why} />
      </p>
      <h4>Remedy</h4>
      <p>
        <Prose text={remedy.text} />
      </p>
      {remedy.lines.map((line) => (
        <CodeLine key={line} text={line} what="line" />
      ))}
      <p class="finding-docs">
        <DocsLink page={info.docs} />
      </p>
    </article>
  );
}
