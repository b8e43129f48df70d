import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { nameWithLabel } from '../text/label-in-name.ts';
import { message } from '../text/message.ts';
import { writeClipboard } from './clipboard.ts';
import { Icon } from './icon.tsx';

type Outcome = 'idle' | 'copied' | 'failed';

export interface CopyButtonProps {
  /** A function where it is long: called only when it is copied. */
  readonly text: string | (() => string);
  /** What is copied, such as “value”. */
  readonly what: string;
  /** Shown beside the icon; without it only the icon shows. */
  readonly label?: string;
  /** Shown in place of the label: the same text, of which a part hides where it is narrow. */
  readonly children?: ComponentChildren;
  readonly tabIndex?: number;
  readonly disabled?: boolean;
  readonly testid?: string;
}

const CONFIRMATION_MS = 1500;

/** Copies on click, and says so. */
export function CopyButton({ text, what, label, children, tabIndex = 0, disabled = false, testid }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = (event: MouseEvent): void => {
    event.stopPropagation();
    void writeClipboard(typeof text === 'string' ? text : text()).then((written) => setOutcome(written ? 'copied' : 'failed'));
  };
  const done = message(outcome === 'copied' ? 'copyDone' : 'copyFailed');
  const said = outcome === 'idle' ? message('copyThing', what) : done;
  const shown = outcome === 'copied' ? done : label;
  const name = shown === undefined ? said : nameWithLabel(shown, said, outcome === 'idle' ? what : said);
  return (
    <button
      type="button"
      class={`copy copy-${outcome}`}
      title={name}
      aria-label={name}
      tabIndex={tabIndex}
      disabled={disabled}
      data-testid={testid}
      onClick={copy}
    >
      <Icon name={outcome === 'copied' ? 'check' : outcome === 'failed' ? 'close' : 'copy'} />
      {shown !== undefined && <span>{shown === label ? (children ?? label) : shown}</span>}
      <span class="visually-hidden" aria-live="polite">
        {outcome === 'idle' ? '' : said}
      </span>
    </button>
  );
}
