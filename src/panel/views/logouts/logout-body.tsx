import type { ToldLogout } from '../../../core/report/logout-words.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DocsLink } from '../../components/docs-link.tsx';
import { Prose } from '../../components/prose.tsx';
import { Snippets } from '../../components/snippets.tsx';
import { message } from '../../text/message.ts';
import { EvidenceTimeline } from './evidence-timeline.tsx';

/** What a verdict stands on: the evidence, why it happens, the remedy, and what it is not. */
export function LogoutBody({ view }: { readonly view: ToldLogout }) {
  const { steps, why, remedy, version, alternatives, docs, markdown } = view.words;
  return (
    <div class="logout-body" data-testid="logout-body">
      {steps.length > 0 && (
        <>
          <h4>{message('logoutsEvidence')}</h4>
          <EvidenceTimeline view={view} />
        </>
      )}
      <h4>{message('logoutsWhat')}</h4>
      <p class="muted">
        <Prose text={why} />
      </p>
      <h4>{message('remedy')}</h4>
      <p>
        <Prose text={remedy.text} />
      </p>
      <Snippets snippets={remedy.snippets} version={version} />
      {alternatives.length > 0 && (
        <p data-testid="alternatives">
          <span class="muted">{message('logoutsRuledOut')}</span> {alternatives.join(' · ')}
        </p>
      )}
      <div class="actions">
        <CopyButton text={markdown} what={message('logoutsCopied')} label={message('logoutsCopy')} testid="logout-copy" />
        <DocsLink page={docs} />
      </div>
    </div>
  );
}
