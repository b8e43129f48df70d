import type { SessionChange } from '../../../core/session/change.ts';
import { message, withParts } from '../../text/message.ts';

/** What this response did to the session, with the keys by name. Says nothing where there is nothing to name. */
export function ChangeLine({ change }: { readonly change: SessionChange }) {
  if (change.event === 'refused') {
    return <p class="change-line">{withParts('detailsRefused', <span class="change-refused">{message('changeWordRefused')}</span>)}</p>;
  }
  if (!('added' in change)) return null;
  return (
    <p class="change-line">
      <span class="muted">{message('detailsCompared')}</span>
      <Keys sign="+" kind="added" keys={change.added} />
      <Keys sign="−" kind="removed" keys={change.removed} />
      <Keys sign="~" kind="kept" keys={change.changed} />
    </p>
  );
}

const WORDS = { added: 'diffAdded', removed: 'diffRemoved', kept: 'diffChanged' } as const;

interface KeysProps {
  readonly sign: string;
  readonly kind: keyof typeof WORDS;
  readonly keys: readonly string[];
}

function Keys({ sign, kind, keys }: KeysProps) {
  const word = message(WORDS[kind]);
  return keys.map((key) => (
    <span key={key} class={`key-chip change-${kind}`} title={message('detailsKeyChange', key, word)}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{word}</span> {key}
    </span>
  ));
}
