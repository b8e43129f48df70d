import { causeInfo } from '../../../core/logout/cause-info.ts';
import { CAUSE_TITLES } from '../../../core/logout/cause-title.ts';
import { printLogoutMarkdown } from '../../../core/report/logout-markdown.ts';
import type { LogoutView } from '../../../core/report/logout-view.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DocsLink } from '../../components/docs-link.tsx';
import { Prose } from '../../components/prose.tsx';
import { Snippets } from '../../components/snippets.tsx';
import { message } from '../../text/message.ts';
import { EvidenceTimeline } from './evidence-timeline.tsx';

/** What a verdict stands on: the evidence, why it happens, the remedy, and what it is not. */
export function LogoutBody({ view }: { readonly view: LogoutView }) {
  const { logout } = view;
  const info = causeInfo[logout.cause];
  const remedy = info.remedy(logout, view.application);
  return (
    <div class="logout-body" data-testid="logout-body">
      {logout.evidence.length > 0 && (
        <>
          <h4>{message('logoutsEvidence')}</h4>
          <EvidenceTimeline view={view} />
        </>
      )}
      <h4>{message('logoutsWhat')}</h4>
      <p class="muted">
        <Prose text={message(info.why)} />
      </p>
      <h4>{message('remedy')}</h4>
      <p>
        <Prose text={remedy.text} />
      </p>
      <Snippets snippets={remedy.snippets} application={view.application} />
      {logout.alternatives.length > 0 && (
        <p data-testid="alternatives">
          <span class="muted">{message('logoutsRuledOut')}</span>{' '}
          {logout.alternatives.map((cause) => message(CAUSE_TITLES[cause])).join(' · ')}
        </p>
      )}
      <div class="actions">
        <CopyButton
          text={() => printLogoutMarkdown(view)}
          what={message('logoutsCopied')}
          label={message('logoutsCopy')}
          testid="logout-copy"
        />
        <DocsLink page={info.docs} />
      </div>
    </div>
  );
}
