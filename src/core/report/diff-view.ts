import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import type { DifferenceKind } from '../session/difference.ts';
import { type DiffVerdict, differenceSign, diffVerdict, placeText, roleNote } from './diff-text.ts';
import { rubyCode } from './ruby-code.ts';
import { pathText, shortText, typeTag } from './ruby-text.ts';
import type { DiffSide, SessionDiff } from './session-diff.ts';

/** One of two values that are compared, as text. */
export interface DiffValueView {
  /** Kind of the value, for its colour. */
  readonly type: RubyValue['type'];
  /** What its text alone does not tell; null for plain values. */
  readonly tag: string | null;
  readonly text: string;
  /** For who copies it. */
  readonly value: RubyValue;
}

export interface DifferenceView {
  readonly kind: DifferenceKind;
  readonly sign: string;
  /** The sign in a word. */
  readonly word: string;
  /** `cart.items[0].quantity`, as people say it. */
  readonly place: string;
  /** The Ruby expression that reads it. */
  readonly path: string;
  /** What Rails itself means by it; null for the application's own keys. */
  readonly note: string | null;
  readonly before: DiffValueView | null;
  readonly after: DiffValueView | null;
}

/** What tells two versions of a session cookie apart, with its words. Plain data. */
export interface DiffView {
  /** Null where there was none. */
  readonly before: DiffSide | null;
  readonly after: DiffSide | null;
  readonly verdict: DiffVerdict;
  readonly differences: readonly DifferenceView[];
}

/** `was` names the earlier one in sentences, such as “v3” or “what the request carried”. */
export function viewDiff(diff: SessionDiff, was: string): DiffView {
  const { before, after, content } = diff;
  const differences = (content?.differences ?? []).map((difference): DifferenceView => {
    const { kind, path } = difference;
    return {
      kind,
      ...differenceSign(kind),
      place: placeText(path),
      path: pathText(path),
      note: roleNote(difference),
      before: difference.before && viewSide(difference.before),
      after: difference.after && viewSide(difference.after),
    };
  });
  return { before, after, verdict: diffVerdict(diff, was), differences };
}

/** Containers that are longer as text show their size only; who copies gets all. */
const LONGEST = 600;

function viewSide(value: RubyValue): DiffValueView {
  const { type } = bareValue(value);
  const tag = typeTag(value);
  const isContainer = tag === null && (type === 'hash' || type === 'array');
  return { type, tag, text: isContainer ? containerText(value) : shortText(value), value };
}

/** What is in it, where that is short: its size alone does not tell what was added. */
function containerText(value: RubyValue): string {
  const code = rubyCode(value).replace(/\n\s*/g, ' ');
  return code.length > LONGEST ? shortText(value) : code;
}
