import type { SessionChange } from '../../../core/session/change.ts';

/** What this response did to the session, with the keys by name. Says nothing where there is nothing to name. */
export function ChangeLine({ change }: { readonly change: SessionChange }) {
  if (change.event === 'refused') {
    return (
      <p class="change-line">
        <span class="change-refused">refused</span> by the browser: too large, so it keeps the old session
      </p>
    );
  }
  if (!('added' in change)) return null;
  return (
    <p class="change-line">
      <span class="muted">Compared with what the request carried:</span>
      <Keys sign="+" kind="added" keys={change.added} />
      <Keys sign="−" kind="removed" keys={change.removed} />
      <Keys sign="~" kind="kept" keys={change.changed} />
    </p>
  );
}

const WORDS = { added: 'added', removed: 'removed', kept: 'changed' } as const;

interface KeysProps {
  readonly sign: string;
  readonly kind: keyof typeof WORDS;
  readonly keys: readonly string[];
}

function Keys({ sign, kind, keys }: KeysProps) {
  return keys.map((key) => (
    <span key={key} class={`key-chip change-${kind}`} title={`${key}: ${WORDS[kind]}`}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{WORDS[kind]}</span> {key}
    </span>
  ));
}
