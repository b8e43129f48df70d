import { useState } from 'preact/hooks';
import type { DifferenceView, DiffValueView, DiffView as Told } from '../../core/report/diff-view.ts';
import { usePanel } from '../context.ts';
import { counted, message } from '../text/message.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';

/** How many differences show at once. */
const STEP = 200;

/** What tells two versions of a session apart. */
export function DiffView({ diff: { before, after, verdict, differences } }: { readonly diff: Told }) {
  const [limit, setLimit] = useState(STEP);
  const isId = [before, after].some((side) => side?.state === 'identifier');
  return (
    <section class="diff" data-testid="diff" data-kind={verdict.kind}>
      <p class={`diff-verdict diff-verdict-${verdict.kind}`} data-testid="diff-verdict">
        {verdict.kind !== 'different' && <Icon name={verdict.kind === 'sealed' ? 'lock' : 'check'} />}
        {verdict.text}
      </p>
      {verdict.kind === 'sealed' && !isId && <EnterSecret />}
      {differences.length > 0 && (
        <ul class="diff-list">
          {differences.slice(0, limit).map((difference, index) => (
            <DiffLine key={index} difference={difference} />
          ))}
        </ul>
      )}
      {differences.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
          {counted('showMore', Math.min(STEP, differences.length - limit))}
        </button>
      )}
    </section>
  );
}

function EnterSecret() {
  const { secrets } = usePanel();
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        onClick={() => {
          secrets.drawerOpen.value = true;
        }}
      >
        {message(secrets.list.value.length === 0 ? 'enterTheSecret' : 'enterAnotherSecret')}
      </button>
    </div>
  );
}

function DiffLine({ difference }: { readonly difference: DifferenceView }) {
  const { kind, sign, word, place, path, note, before, after } = difference;
  return (
    <li class={`diff-line diff-${kind}`} data-testid="difference" data-kind={kind} data-place={place}>
      <span class="diff-sign" title={word}>
        <span aria-hidden="true">{sign}</span>
        <span class="visually-hidden">{word}</span>
      </span>
      <div class="diff-body">
        <p class="diff-place">
          <code title={path}>{place}</code>
          {note !== null && <span class="diff-note">{note}</span>}
        </p>
        {before !== null && <Value shown={before} sign={after === null ? null : '−'} side="before" />}
        {after !== null && <Value shown={after} sign={before === null ? null : '+'} side="after" />}
      </div>
    </li>
  );
}

interface ValueProps {
  readonly shown: DiffValueView;
  /** Where both are there. */
  readonly sign: '−' | '+' | null;
  readonly side: 'before' | 'after';
}

function Value({ shown: { type, tag, text, value }, sign, side }: ValueProps) {
  const { printer } = usePanel();
  return (
    <p class={`diff-value diff-value-${side}`}>
      {sign !== null && (
        <>
          <span class="diff-value-sign" aria-hidden="true">
            {sign}
          </span>
          <span class="visually-hidden">{message(side === 'before' ? 'diffBeforeInLine' : 'diffAfterInLine')} </span>
        </>
      )}
      {tag !== null && <span class="tree-tag">{tag}</span>}
      <code class={`value-${type}`}>{text}</code>
      <CopyButton
        text={() => printer.print({ as: 'ruby', value })}
        what={message(side === 'before' ? 'copyValueBefore' : 'copyValueAfter')}
      />
    </p>
  );
}
