import type { JsonFault } from '../../../src/core/http/json-scanner.ts';

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/**
 * Finds the first character that cannot stand where it does; the end of the text when the text is merely cut off.
 * What the scanner of bytes must find as well. Source: RFC 8259.
 */
export function findJsonFault(text: string): JsonFault {
  const offset = faultOffset(text);
  const before = text.slice(0, offset);
  return { offset, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function faultOffset(text: string): number {
  // Not recursive: a hostile file nests deeper than any call stack.
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = skipSpace(text, 0);
  for (; at < text.length; at = skipSpace(text, at)) {
    const character = text.charAt(at);
    if (expected === 'comma-or-end' && open.length === 0) return at;
    const closes = character === (open.at(-1) === '{' ? '}' : ']');
    if (closes && expected.endsWith('-or-end')) {
      open.pop();
      expected = 'comma-or-end';
      at++;
    } else if (expected === 'comma-or-end') {
      if (character !== ',') return at;
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else if (expected === 'colon') {
      if (character !== ':') return at;
      expected = 'value';
      at++;
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (character !== '"') return at;
      const end = endOfString(text, at);
      if (!end.complete) return end.at;
      at = end.at;
      expected = 'colon';
    } else if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? 'key-or-end' : 'value-or-end';
      at++;
    } else {
      const end = character === '"' ? endOfString(text, at) : endOfLiteral(text, at);
      if (!end.complete) return end.at;
      at = end.at;
      expected = 'comma-or-end';
    }
  }
  return at;
}

/** `at` is behind the token when it is complete, else the character that breaks it. */
interface TokenEnd {
  readonly complete: boolean;
  readonly at: number;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  return at;
}

function endOfString(text: string, quote: number): TokenEnd {
  for (let at = quote + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return { complete: true, at: at + 1 };
    if (character < ' ') return { complete: false, at };
    if (character !== '\\') continue;
    const escaped = /^(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/.exec(text.slice(at + 1, at + 6));
    if (escaped === null) return { complete: false, at };
    at += escaped[0].length;
  }
  return { complete: false, at: text.length };
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function endOfLiteral(text: string, from: number): TokenEnd {
  LITERAL.lastIndex = from;
  const literal = LITERAL.exec(text);
  return literal === null ? { complete: false, at: from } : { complete: true, at: from + literal[0].length };
}
