import { withoutTerm } from './filter-terms.ts';
import type { ReadTerm, RowFilter } from './read-filter.ts';
import type { WordToken } from './row-words.ts';

const asks = ({ criterion }: ReadTerm, token: WordToken, word: string): boolean =>
  criterion?.kind === 'word' && criterion.token === token && criterion.words.every((each) => each === word);

/** Whether the filter wants what this word says, such as `is:session`. */
export const wantsWord = ({ terms }: RowFilter, token: WordToken, word: string): boolean =>
  terms.some((each) => !each.term.negated && asks(each, token, word));

/** The text of a filter with the word wanted, or without it. It goes before what there is, which may end in an open quote. */
export function switchWord(text: string, { terms }: RowFilter, token: WordToken, word: string, on: boolean): string {
  let left = text;
  // From the end, so that the places of those before stay as they are.
  for (const each of terms.toReversed()) {
    if (asks(each, token, word)) left = withoutTerm(left, each.term);
  }
  return on ? `${token}:${word} ${left}`.trim() : left;
}
