import type { ExplanationView } from '../../../core/report/detail-view.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { message } from '../../text/message.ts';

export interface ExplanationNoticeProps {
  readonly explanation: ExplanationView;
  readonly repair: string | null;
  /** Which value it is about, where that is not the one that the tab shows. */
  readonly about?: string;
  readonly warning?: boolean;
}

/** What is wrong with a value, what to do, and what would open it. */
export function ExplanationNotice({ explanation, repair, about, warning = false }: ExplanationNoticeProps) {
  const { title, sentence, remedy } = explanation;
  return (
    <div
      class={warning ? 'notice notice-warning' : 'notice'}
      data-testid="explanation"
      data-kind={explanation.kind}
      data-stage={explanation.stage}
    >
      <Icon name={warning ? 'warning' : 'info'} />
      <p>
        {about !== undefined && `${message('detailsAbout', about)} `}
        <b>{title}.</b> <Prose text={sentence} /> <Prose text={remedy} />
        {repair !== null && (
          <span data-testid="repair">
            {' '}
            <b>{message('detailsWouldOpen')}</b> <Prose text={repair} />
          </span>
        )}
      </p>
    </div>
  );
}
