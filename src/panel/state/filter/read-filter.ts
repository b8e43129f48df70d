import type { Needle } from '../../../core/report/session-search.ts';
import { type FilterTerm, parseTerms, type Token } from './filter-terms.ts';
import { type NumberRange, parseRange, parseStatus } from './number-range.ts';
import { WORDS, type WordLists, type WordToken } from './row-words.ts';

/** One condition, ready to be asked of many rows. */
export type Criterion =
  /** Text in lower case. */
  | { readonly kind: 'text'; readonly needle: Needle }
  | { readonly kind: 'key'; readonly needle: Needle }
  | { readonly kind: 'cookie' | 'domain' | 'path' | 'method'; readonly text: string }
  | { readonly kind: 'status' | 'size'; readonly range: NumberRange }
  | { readonly kind: 'word'; readonly token: WordToken; readonly words: readonly string[] };

/** A term and what it asks; null where it asks nothing: its value is not there yet, or cannot be understood. */
export interface ReadTerm {
  readonly term: FilterTerm;
  readonly criterion: Criterion | null;
  /** The token is known and does not take this value. */
  readonly fault: Token | null;
}

/** A filter as it was typed, understood once. A term with a fault hides nothing. */
export interface RowFilter {
  readonly terms: readonly ReadTerm[];
  /** What the worker must look for, each once. */
  readonly needles: readonly Needle[];
}

/** `words` are those that the tokens take in this view. */
export function readFilter(text: string, words: WordLists = WORDS): RowFilter {
  const terms = parseTerms(text).map((term) => readTerm(term, words));
  const needles = new Map<string, Needle>();
  for (const { criterion } of terms) {
    if (criterion?.kind === 'text' || criterion?.kind === 'key') needles.set(needleName(criterion.needle), criterion.needle);
  }
  return { terms, needles: [...needles.values()] };
}

export const needleName = ({ kind, text }: Needle): string => `${kind} ${text}`;

/** No term of it asks anything. */
export const hidesNothing = ({ terms }: RowFilter): boolean => terms.every(({ criterion }) => criterion === null);

function readTerm(term: FilterTerm, words: WordLists): ReadTerm {
  if (term.value === '') return { term, criterion: null, fault: null };
  const criterion = readCriterion(term.token, term.value.toLowerCase(), words);
  return { term, criterion, fault: criterion === null ? term.token : null };
}

function readCriterion(token: Token | null, value: string, lists: WordLists): Criterion | null {
  switch (token) {
    case null:
      return { kind: 'text', needle: { kind: 'text', text: value } };
    case 'key':
      return { kind: 'key', needle: { kind: 'key', text: value } };
    case 'cookie':
    case 'domain':
    case 'path':
    case 'method':
      return { kind: token, text: value };
    case 'size': {
      const range = parseRange(value);
      return range && { kind: token, range };
    }
    case 'status': {
      const range = parseStatus(value);
      return range && { kind: token, range };
    }
    case 'finding':
    case 'event':
    case 'is': {
      const whole = lists[token].filter((word) => word === value);
      const words = whole.length > 0 ? whole : lists[token].filter((word) => word.includes(value));
      return words.length === 0 ? null : { kind: 'word', token, words };
    }
  }
}
