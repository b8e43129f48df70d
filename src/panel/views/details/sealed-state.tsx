import { useState } from 'preact/hooks';
import type { Repair } from '../../../core/readers/explanation/repair.ts';
import type { Reading } from '../../../core/readers/reader.ts';
import { repairText } from '../../../core/report/explanations/repair-info.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { WhereToFind } from '../../components/where-to-find.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';
import { layoutText, partsText, secretText } from '../../text/reading.ts';

export interface SealedStateProps {
  readonly reading: Reading;
  readonly title: string;
  readonly text: string;
  /** What to do; null where the button says it. */
  readonly remedy: string | null;
  readonly repair: Repair | null;
}

/** A calm state: what can be seen without a secret, and the one thing to do. */
export function SealedState({ reading, title, text, remedy, repair }: SealedStateProps) {
  const { secrets } = usePanel();
  const [helping, setHelping] = useState(false);
  return (
    <div class="sealed">
      <span class="sealed-mark">
        <Icon name="lock" />
      </span>
      <h2>{title}</h2>
      <p>
        <Prose text={text} />
      </p>
      {remedy !== null && (
        <p data-testid="explanation-remedy">
          <Prose text={remedy} />
        </p>
      )}
      {repair !== null && (
        <p data-testid="repair">
          <b>{message('detailsWouldOpen')}</b> <Prose text={repairText(repair)} />
        </p>
      )}
      <p class="sealed-facts">
        <b>{layoutText(reading.layout, null)}</b> {partsText(reading.parts)}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            secrets.drawerOpen.value = true;
          }}
        >
          {secrets.list.value.length === 0 ? message('detailsEnterSecret', secretText(reading.framework)) : message('enterAnotherSecret')}
        </button>
        <button type="button" class="link" aria-expanded={helping} onClick={() => setHelping(!helping)}>
          {message('whereToFind')}
        </button>
      </div>
      {helping && <WhereToFind />}
    </div>
  );
}
