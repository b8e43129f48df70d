import { byteCount } from '../findings/byte-count.ts';
import { counted, formatCount, type MessageKey, message } from '../message.ts';
import type { Step } from '../serializers/children.ts';
import type { Difference, DifferenceKind } from '../session/difference.ts';
import { keyText } from './ruby-text.ts';
import type { SessionDiff } from './session-diff.ts';

export interface DiffVerdict {
  readonly kind: 'equal' | 'sealed' | 'different';
  readonly text: string;
}

/** What a comparison comes to, in a sentence or two. `was` names the earlier one, such as “v3” or “what the request carried”. */
export function diffVerdict(diff: SessionDiff, was: string): DiffVerdict {
  const { before, after, sameValue, content } = diff;
  if (before === null && after === null) return { kind: 'equal', text: message('diffNothing') };
  if (sameValue) return { kind: 'equal', text: message('diffSameValue') };
  if (after === null) return { kind: 'different', text: message('diffDeleted') };
  if (content === null) return { kind: 'sealed', text: sealedText(diff, was) };
  const { differences, more } = content;
  if (differences.length === 0) return { kind: 'equal', text: message('diffSealedAnew', sizesText(diff)) };
  const count = counted(more ? 'diffMoreThan' : 'diffCount', differences.length, sizesText(diff));
  return { kind: 'different', text: before === null ? message('diffAllNew', count) : count };
}

function sealedText(diff: SessionDiff, was: string): string {
  const { before, after } = diff;
  const isId = [before, after].every((side) => side === null || side.state === 'identifier');
  if (isId) return message(before === null ? 'diffNewId' : 'diffOtherId');
  if (before === null) return message('diffNewSealed', byteCount(after?.wire ?? 0));
  return message(before.wire === after?.wire ? 'diffValueSealed' : 'diffSizeSealed', sizesText(diff), was);
}

/** `540 → 1,204 bytes (+664)`. */
export function sizesText({ before, after }: SessionDiff): string {
  if (before === null || after === null) return byteCount((after ?? before)?.wire ?? 0);
  const grew = after.wire - before.wire;
  if (grew === 0) return byteCount(after.wire);
  const growth = `${grew > 0 ? '+' : '−'}${formatCount(Math.abs(grew))}`;
  return message('diffSizes', formatCount(before.wire), byteCount(after.wire), growth);
}

const SIGNS: Record<DifferenceKind, { readonly sign: string; readonly word: MessageKey }> = {
  added: { sign: '+', word: 'diffAdded' },
  removed: { sign: '−', word: 'diffRemoved' },
  changed: { sign: '~', word: 'diffChanged' },
  type: { sign: '≠', word: 'diffType' },
  'key-type': { sign: '≠', word: 'diffKeyType' },
};

export function differenceSign(kind: DifferenceKind): { readonly sign: string; readonly word: string } {
  const { sign, word } = SIGNS[kind];
  return { sign, word: message(word) };
}

/** What Rails itself means by it; null for the application's own keys. */
export function roleNote({ role, flash, kind }: Difference): string | null {
  switch (role) {
    case 'session-id':
      return message(kind === 'added' ? 'diffRoleId' : kind === 'removed' ? 'diffRoleIdGone' : 'diffRoleIdReset');
    case 'csrf-token':
      return message(kind === 'changed' ? 'diffRoleCsrfChanged' : 'diffRoleCsrf');
    case 'flash':
      return message(flash === null ? 'diffFlash' : FLASH[flash]);
    case null:
      return null;
  }
}

const FLASH: Record<NonNullable<Difference['flash']>, MessageKey> = {
  set: 'diffFlashSet',
  shown: 'diffFlashShown',
  swept: 'diffFlashSwept',
};

/** `cart.items[0].quantity`, as people say it; the whole session where the path is empty. */
export function placeText(path: readonly Step[]): string {
  if (path.length === 0) return message('diffWholeSession');
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
