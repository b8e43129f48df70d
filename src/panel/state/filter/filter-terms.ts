/** What can stand before a colon, in the order in which it is offered. */
export const TOKENS = ['cookie', 'domain', 'path', 'method', 'status', 'size', 'finding', 'event', 'key', 'is'] as const;

export type Token = (typeof TOKENS)[number];

/** One condition of a filter. Places are indexes into its text; what lies between terms is white space alone. */
export interface FilterTerm {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  /** Null for plain text, which is also what an unknown `foo:bar` is, since addresses have colons. */
  readonly token: Token | null;
  /** Without quotes and escapes, in the letter case of the text. */
  readonly value: string;
  /** Where the value begins, with its quote. */
  readonly valueStart: number;
}

const SPACE = /\s/;
const NAME = /([a-z]+):/iy;
const isToken = (name: string): name is Token => (TOKENS as readonly string[]).includes(name);

/** `cookie:a -path:"/b c" text` as terms. Never throws: every text is a filter. A quote that is not closed runs to the end. */
export function parseTerms(text: string): readonly FilterTerm[] {
  const terms: FilterTerm[] = [];
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    const term = parseTerm(text, at);
    terms.push(term);
    at = term.end;
  }
  return terms;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at] ?? '')) at++;
  return at;
}

function parseTerm(text: string, start: number): FilterTerm {
  const next = text[start + 1];
  const negated = text[start] === '-' && next !== undefined && !SPACE.test(next);
  NAME.lastIndex = negated ? start + 1 : start;
  const name = NAME.exec(text)?.[1]?.toLowerCase() ?? '';
  const token = isToken(name) ? name : null;
  const valueStart = (negated ? start + 1 : start) + (token === null ? 0 : token.length + 1);
  const { value, end } = text[valueStart] === '"' ? quotedValue(text, valueStart + 1) : bareValue(text, valueStart);
  return { start, end, negated, token, value, valueStart };
}

function bareValue(text: string, from: number): { readonly value: string; readonly end: number } {
  let end = from;
  while (end < text.length && !SPACE.test(text[end] ?? '')) end++;
  return { value: text.slice(from, end), end };
}

/** A backslash stands before a quote, or a backslash, that belongs to the value. */
function quotedValue(text: string, from: number): { readonly value: string; readonly end: number } {
  let value = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    const next = text[at + 1];
    if (character === '"') return { value, end: at + 1 };
    const escapes = character === '\\' && (next === '"' || next === '\\');
    value += escapes ? next : character;
    if (escapes) at++;
  }
  return { value, end: text.length };
}

/** A value as it can stand in a filter. */
export function quoteValue(value: string): string {
  return value === '' || /[\s"]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

/** The filter without one of its terms, and without the white space that came before it. */
export function withoutTerm(text: string, { start, end }: FilterTerm): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}
