import type { Explanation } from '../../../core/readers/explanation/explanation.ts';
import type { Repair } from '../../../core/readers/explanation/repair.ts';
import { explanationText } from '../../../core/report/explanations/explanation-info.ts';
import { repairText } from '../../../core/report/explanations/repair-info.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { message } from '../../text/message.ts';

export interface ExplanationNoticeProps {
  readonly explanation: Explanation;
  readonly repair: Repair | null;
  /** The cookie's name as text. */
  readonly cookie: string;
  /** Which value it is about, where that is not the one that the tab shows. */
  readonly about?: string;
  readonly warning?: boolean;
}

/** What is wrong with a value, what to do, and what would open it. */
export function ExplanationNotice({ explanation, repair, cookie, about, warning = false }: ExplanationNoticeProps) {
  const { title, sentence, remedy } = explanationText(explanation, cookie);
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
            <b>{message('detailsWouldOpen')}</b> <Prose text={repairText(repair)} />
          </span>
        )}
      </p>
    </div>
  );
}
