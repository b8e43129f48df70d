import { useState } from 'preact/hooks';
import type { Reading } from '../../../core/readers/reader.ts';
import { Icon } from '../../components/icon.tsx';
import { WhereToFind } from '../../components/where-to-find.tsx';
import { usePanel } from '../../context.ts';
import { layoutText, partsText, secretText } from '../../text/reading.ts';

export interface SealedStateProps {
  readonly reading: Reading;
  readonly title: string;
  readonly text: string;
}

/** A calm state: what can be seen without a secret, and the one thing to do. */
export function SealedState({ reading, title, text }: SealedStateProps) {
  const { secrets } = usePanel();
  const [helping, setHelping] = useState(false);
  return (
    <div class="sealed">
      <span class="sealed-mark">
        <Icon name="lock" />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
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
          {secrets.list.value.length === 0 ? `Enter ${secretText(reading.framework)}` : 'Enter another secret'}
        </button>
        <button type="button" class="link" aria-expanded={helping} onClick={() => setHelping(!helping)}>
          Where to find it
        </button>
      </div>
      {helping && <WhereToFind />}
    </div>
  );
}
