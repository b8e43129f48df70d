import type { SessionDiff } from '../../core/report/session-diff.ts';
import type { Step } from '../../core/serializers/children.ts';
import type { Difference, DifferenceKind } from '../../core/session/difference.ts';
import { formatBytes, formatCount, plural } from './numbers.ts';
import { keyText } from './ruby-text.ts';

export interface DiffVerdict {
  readonly kind: 'equal' | 'sealed' | 'different';
  readonly text: string;
}

/** What a comparison comes to, in a sentence or two. `was` and `is` name the two, such as “v3” or “what the request carried”. */
export function diffVerdict(diff: SessionDiff, was: string): DiffVerdict {
  const { before, after, sameValue, content } = diff;
  if (before === null && after === null) return { kind: 'equal', text: 'Nothing before and nothing after.' };
  if (sameValue) return { kind: 'equal', text: 'The same value, byte for byte.' };
  if (after === null) return { kind: 'different', text: `The cookie is deleted, and everything in it with it.` };
  if (content === null) return { kind: 'sealed', text: sealedText(diff, was) };
  const { differences, more } = content;
  if (differences.length === 0) return { kind: 'equal', text: `Nothing changed: the same content, sealed anew (${sizesText(diff)}).` };
  const count = `${more ? 'More than ' : ''}${plural(differences.length, 'difference')}, ${sizesText(diff)}.`;
  return { kind: 'different', text: before === null ? `There was no session before: everything is new. ${count}` : count };
}

function sealedText(diff: SessionDiff, was: string): string {
  const { before, after } = diff;
  const isId = [before, after].every((side) => side === null || side.state === 'identifier');
  if (isId) {
    const text = before === null ? 'A new session id.' : 'Another session id: the store has another session under it.';
    return `${text} What it stands for is kept on the server.`;
  }
  if (before === null) return `A new session of ${formatBytes(after?.wire ?? 0)}, sealed.`;
  const size = before.wire === after?.wire ? 'The value changed, at the same size' : 'Size and value changed';
  return `${size}, sealed: ${sizesText(diff)} against ${was}.`;
}

/** `540 → 1,204 bytes (+664)`. */
export function sizesText({ before, after }: SessionDiff): string {
  if (before === null || after === null) return formatBytes((after ?? before)?.wire ?? 0);
  const grew = after.wire - before.wire;
  if (grew === 0) return formatBytes(after.wire);
  return `${formatCount(before.wire)} → ${formatBytes(after.wire)} (${grew > 0 ? '+' : '−'}${formatCount(Math.abs(grew))})`;
}

const SIGNS: Record<DifferenceKind, { readonly sign: string; readonly word: string }> = {
  added: { sign: '+', word: 'added' },
  removed: { sign: '−', word: 'removed' },
  changed: { sign: '~', word: 'changed' },
  type: { sign: '≠', word: 'of another type' },
  'key-type': { sign: '≠', word: 'key of another type' },
};

export const differenceSign = (kind: DifferenceKind): { readonly sign: string; readonly word: string } => SIGNS[kind];

/** What Rails itself means by it; null for the application's own keys. */
export function roleNote({ role, flash, kind }: Difference): string | null {
  switch (role) {
    case 'session-id':
      return kind === 'added' ? 'the session’s id' : kind === 'removed' ? 'the session’s id is gone' : 'another session: it was reset';
    case 'csrf-token':
      return kind === 'changed' ? 'CSRF token: forms of older pages are refused' : 'CSRF token';
    case 'flash':
      return flash === null ? 'flash' : FLASH[flash];
    case null:
      return null;
  }
}

const FLASH: Record<NonNullable<Difference['flash']>, string> = {
  set: 'flash: for the next page',
  shown: 'flash: shown, swept next',
  swept: 'flash: swept after it was shown',
};

/** `cart.items[0].quantity`, as people say it; the whole session where the path is empty. */
export function placeText(path: readonly Step[]): string {
  if (path.length === 0) return 'the whole session';
  return path.map((step, index) => (index === 0 || 'index' in step ? partText(step) : `.${partText(step)}`)).join('');
}

function partText(step: Step): string {
  switch (step.kind) {
    case 'index':
    case 'element':
      return `[${step.index}]`;
    case 'key':
      return keyText(step.key);
    case 'name':
    case 'part':
      return step.name;
  }
}
