import { type FilterTerm, parseTerms, quoteValue, TOKENS, type Token } from './filter-terms.ts';

/** Something that occurs in the recording, and in how many rows. */
export interface ValueCount {
  readonly value: string;
  /** Null where nothing was counted. */
  readonly count: number | null;
}

/** One entry of the list: the name of a token, or a value of one. */
export interface CompletionOption {
  readonly token: Token;
  /** Null for the token itself. */
  readonly value: ValueCount | null;
}

export interface Completion {
  /** What is replaced: places in the text. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly CompletionOption[];
}

/** What one can look through. */
const MOST_OPTIONS = 12;

/** What could stand at the caret; null for nothing. `valuesOf` gives the most frequent first. */
export function complete(text: string, caret: number, valuesOf: (token: Token) => readonly ValueCount[]): Completion | null {
  const term = termAt(parseTerms(text), caret);
  const completion = term === null ? tokensFor('', caret, caret) : completeTerm(text, caret, term, valuesOf);
  return completion.options.length === 0 ? null : completion;
}

/** The term that the caret is in or right behind. */
export function termAt(terms: readonly FilterTerm[], caret: number): FilterTerm | null {
  return terms.find(({ start, end }) => start < caret && caret <= end) ?? null;
}

function completeTerm(text: string, caret: number, term: FilterTerm, valuesOf: (token: Token) => readonly ValueCount[]): Completion {
  const { token, start, end, negated, valueStart } = term;
  const typed = parseTerms(text.slice(start, caret))[0];
  if (token === null || caret < valueStart) {
    // Behind the hyphen; a quoted text is no token's beginning.
    const from = negated ? start + 1 : start;
    return tokensFor(text.slice(from, caret), from, end);
  }
  return { from: valueStart, to: end, options: valuesFor(token, typed?.value ?? '', valuesOf(token)) };
}

function tokensFor(typed: string, from: number, to: number): Completion {
  const options = TOKENS.filter((token) => token.startsWith(typed.toLowerCase())).map((token) => ({ token, value: null }));
  return { from, to, options };
}

/** Those that begin with what was typed come first. Nothing where what was typed is all there is to say. */
function valuesFor(token: Token, typed: string, values: readonly ValueCount[]): readonly CompletionOption[] {
  const wanted = typed.toLowerCase();
  const holding = values.filter(({ value }) => value.toLowerCase().includes(wanted));
  const begins = ({ value }: ValueCount): boolean => value.toLowerCase().startsWith(wanted);
  const sorted = [...holding.filter(begins), ...holding.filter((value) => !begins(value))];
  if (sorted.length === 1 && sorted[0]?.value.toLowerCase() === wanted) return [];
  return sorted.slice(0, MOST_OPTIONS).map((value) => ({ token, value }));
}

export interface Completed {
  readonly text: string;
  readonly caret: number;
}

/** The text with the option in its place: behind a token its value is typed, behind a value the next term. */
export function acceptOption(text: string, { from, to }: Completion, { token, value }: CompletionOption): Completed {
  if (value === null) {
    const before = `${text.slice(0, from)}${token}:`;
    return { text: before + text.slice(to), caret: before.length };
  }
  const before = `${text.slice(0, from)}${quoteValue(value.value)} `;
  return { text: before + text.slice(to).trimStart(), caret: before.length };
}
