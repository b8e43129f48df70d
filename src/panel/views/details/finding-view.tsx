import { FINDING_TITLES } from '../../../core/findings/finding-title.ts';
import type { FindingView as Told } from '../../../core/report/finding-view.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DocsLink } from '../../components/docs-link.tsx';
import { OverlapChart } from '../../components/overlap-chart.tsx';
import { Prose } from '../../components/prose.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { Snippets } from '../../components/snippets.tsx';
import { message } from '../../text/message.ts';

/** One finding: what is wrong, why it matters, and the lines that mend it. */
export function FindingView({ told: { finding, why, remedy, version, docs, markdown, message: wrong } }: { readonly told: Told }) {
  return (
    <article class="finding" data-testid="finding" data-kind={finding.kind} data-severity={finding.severity}>
      <h3>
        <SeverityMark severity={finding.severity} />
        {message(FINDING_TITLES[finding.kind])}
        <code class="muted">{finding.kind}</code>
      </h3>
      <p>
        <Prose text={wrong} />
      </p>
      {finding.kind === 'lost-update' && <OverlapChart {...finding.parameters} />}
      <p class="muted">
        <Prose text={why} />
      </p>
      <h4>{message('remedy')}</h4>
      <p>
        <Prose text={remedy.text} />
      </p>
      <Snippets snippets={remedy.snippets} version={version} />
      <p class="actions">
        <DocsLink page={docs} />
        <CopyButton text={markdown} what={message('copyAsFindingWhat')} label={message('copyAsFinding')} testid="copy-finding" />
      </p>
    </article>
  );
}
