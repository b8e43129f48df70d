import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { message } from '../text/message.ts';
import { writeClipboard } from './clipboard.ts';
import { Icon } from './icon.tsx';

type Outcome = 'idle' | 'copied' | 'failed';

export interface CopyButtonProps {
  /** A function where it is long or printed elsewhere: called only when it is copied. Null fails. */
  readonly text: string | (() => string | Promise<string | null>);
  /** What is copied, such as “value”. */
  readonly what: string;
  /** Shown beside the icon; without it only the icon shows. */
  readonly label?: ComponentChildren;
  readonly tabIndex?: number;
  readonly disabled?: boolean;
  readonly testid?: string;
}

const CONFIRMATION_MS = 1500;

/** Copies on click, and says so. */
export function CopyButton({ text, what, label, tabIndex = 0, disabled = false, testid }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (event: MouseEvent): Promise<void> => {
    event.stopPropagation();
    setOutcome((await writeClipboard(typeof text === 'string' ? text : text())) ? 'copied' : 'failed');
  };
  const done = message(outcome === 'copied' ? 'copyDone' : 'copyFailed');
  const said = outcome === 'idle' ? message('copyThing', what) : done;
  return (
    <button
      type="button"
      class={`copy copy-${outcome}`}
      title={said}
      aria-label={said}
      tabIndex={tabIndex}
      disabled={disabled}
      data-testid={testid}
      onClick={(event) => void copy(event)}
    >
      <Icon name={outcome === 'copied' ? 'check' : outcome === 'failed' ? 'close' : 'copy'} />
      {label !== undefined && <span>{outcome === 'copied' ? done : label}</span>}
      <span class="visually-hidden" aria-live="polite">
        {outcome === 'idle' ? '' : said}
      </span>
    </button>
  );
}
