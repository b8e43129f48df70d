import { useState } from 'preact/hooks';
import type { ReadingText } from '../../../core/report/reading-text.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { WhereToFind } from '../../components/where-to-find.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

export interface SealedStateProps {
  readonly said: ReadingText;
  readonly title: string;
  readonly text: string;
  /** What to do; null where the button says it. */
  readonly remedy: string | null;
  readonly repair: string | null;
}

/** A calm state: what can be seen without a secret, and the one thing to do. */
export function SealedState({ said, title, text, remedy, repair }: SealedStateProps) {
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
          <b>{message('detailsWouldOpen')}</b> <Prose text={repair} />
        </p>
      )}
      <p class="sealed-facts">
        <b>{said.layout}</b> {said.parts}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            secrets.drawerOpen.value = true;
          }}
        >
          {secrets.list.value.length === 0 ? message('detailsEnterSecret', said.secret) : message('enterAnotherSecret')}
        </button>
        <button type="button" class="link" aria-expanded={helping} onClick={() => setHelping(!helping)}>
          {message('whereToFind')}
        </button>
      </div>
      {helping && <WhereToFind />}
    </div>
  );
}
