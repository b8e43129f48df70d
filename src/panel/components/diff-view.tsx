import { useState } from 'preact/hooks';
import type { SessionDiff } from '../../core/report/session-diff.ts';
import type { RubyValue } from '../../core/serializers/ruby-value.ts';
import { bareValue } from '../../core/serializers/ruby-value.ts';
import type { Difference } from '../../core/session/difference.ts';
import { usePanel } from '../context.ts';
import { counted, message } from '../text/message.ts';
import { rubyLiteral } from '../text/ruby-literal.ts';
import { pathText, shortText, typeTag } from '../text/ruby-text.ts';
import { differenceSign, diffVerdict, placeText, roleNote } from '../text/session-diff.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';

/** How many differences show at once. */
const STEP = 200;
/** Containers that are longer as text show their size only; the button copies all. */
const LONGEST = 600;

/** What tells two versions of a session apart. `was` names the earlier one in sentences. */
export function DiffView({ diff, was }: { readonly diff: SessionDiff; readonly was: string }) {
  const [limit, setLimit] = useState(STEP);
  const verdict = diffVerdict(diff, was);
  const differences = diff.content?.differences ?? [];
  const isId = [diff.before, diff.after].some((side) => side?.state === 'identifier');
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

function DiffLine({ difference }: { readonly difference: Difference }) {
  const { kind, path, before, after } = difference;
  const { sign, word } = differenceSign(kind);
  const note = roleNote(difference);
  return (
    <li class={`diff-line diff-${kind}`} data-testid="difference" data-kind={kind} data-place={placeText(path)}>
      <span class="diff-sign" title={word}>
        <span aria-hidden="true">{sign}</span>
        <span class="visually-hidden">{word}</span>
      </span>
      <div class="diff-body">
        <p class="diff-place">
          <code title={pathText(path)}>{placeText(path)}</code>
          {note !== null && <span class="diff-note">{note}</span>}
        </p>
        {before !== null && <Value value={before} sign={after === null ? null : '−'} side="before" />}
        {after !== null && <Value value={after} sign={before === null ? null : '+'} side="after" />}
      </div>
    </li>
  );
}

interface ValueProps {
  readonly value: RubyValue;
  /** Where both are there. */
  readonly sign: '−' | '+' | null;
  readonly side: 'before' | 'after';
}

function Value({ value, sign, side }: ValueProps) {
  const tag = typeTag(value);
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
      <code class={`value-${bareValue(value).type}`}>{valueText(value)}</code>
      <CopyButton text={() => rubyLiteral(value)} what={message(side === 'before' ? 'copyValueBefore' : 'copyValueAfter')} />
    </p>
  );
}

/** Of a container what is in it, where that is short: its size alone does not tell what was added. */
function valueText(value: RubyValue): string {
  const bare = bareValue(value);
  if (tagged(value) || (bare.type !== 'hash' && bare.type !== 'array')) return shortText(value);
  const literal = rubyLiteral(value).replace(/\n\s*/g, ' ');
  return literal.length > LONGEST ? shortText(value) : literal;
}

const tagged = (value: RubyValue): boolean => typeTag(value) !== null;
