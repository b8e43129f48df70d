import type { Finding } from '../../../core/findings/finding.ts';
import { infoOf } from '../../../core/findings/finding-info.ts';
import { FINDING_TITLES } from '../../../core/findings/finding-title.ts';
import type { Application } from '../../../core/readers/application.ts';
import { printFindingMarkdown } from '../../../core/report/finding-markdown.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DocsLink } from '../../components/docs-link.tsx';
import { OverlapChart } from '../../components/overlap-chart.tsx';
import { Prose } from '../../components/prose.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { Snippets } from '../../components/snippets.tsx';
import { message } from '../../text/message.ts';

interface FindingViewProps {
  readonly finding: Finding;
  /** What is known of the one that sets its cookie. */
  readonly application: Application;
}

/** One finding: what is wrong, why it matters, and the lines that mend it. */
export function FindingView({ finding, application }: FindingViewProps) {
  const info = infoOf(finding);
  const remedy = info.remedy(finding, application);
  return (
    <article class="finding" data-testid="finding" data-kind={finding.kind} data-severity={finding.severity}>
      <h3>
        <SeverityMark severity={finding.severity} />
        {message(FINDING_TITLES[finding.kind])}
        <code class="muted">{finding.kind}</code>
      </h3>
      <p>
        <Prose text={info.message(finding)} />
      </p>
      {finding.kind === 'lost-update' && <OverlapChart {...finding.parameters} />}
      <p class="muted">
        <Prose text={message(info.why)} />
      </p>
      <h4>{message('remedy')}</h4>
      <p>
        <Prose text={remedy.text} />
      </p>
      <Snippets snippets={remedy.snippets} application={application} />
      <p class="actions">
        <DocsLink page={info.docs} />
        <CopyButton
          text={() => printFindingMarkdown(finding, application)}
          what={message('copyAsFindingWhat')}
          label={message('copyAsFinding')}
          testid="copy-finding"
        />
      </p>
    </article>
  );
}
