import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTerms, quoteValue, withoutTerm } from '../../../src/panel/state/filter/filter-terms.ts';

const shown = (text: string): string =>
  parseTerms(text)
    .map(({ negated, token, value }) => `${negated ? 'not ' : ''}${token ?? 'text'}=${value}`)
    .join(' | ');

describe('the terms of a filter', () => {
  it.each([
    ['', '', 'nothing'],
    ['  ', '', 'white space'],
    ['cart', 'text=cart', 'plain text'],
    ['a  b', 'text=a | text=b', 'every word is a term'],
    ['cookie:_app', 'cookie=_app', 'a token'],
    ['COOKIE:_App', 'cookie=_App', 'a token in any letter case; the value as it is'],
    ['-cookie:a -b', 'not cookie=a | not text=b', 'negated'],
    ['-', 'text=-', 'a hyphen alone is text'],
    ['- a', 'text=- | text=a', 'a hyphen with nothing behind it too'],
    ['a-b', 'text=a-b', 'a hyphen inside a word'],
    ['cookie:', 'cookie=', 'not finished'],
    ['cookie: a', 'cookie= | text=a', 'the value stands right behind the colon'],
    ['"a b" c', 'text=a b | text=c', 'quoted text'],
    ['cookie:"a b"', 'cookie=a b', 'a quoted value'],
    ['-path:"/a b"', 'not path=/a b', 'a negated quoted value'],
    ['"a b', 'text=a b', 'a quote that is not closed runs to the end'],
    [String.raw`"a\"b\\c\d"`, String.raw`text=a"b\c\d`, 'escapes'],
    ['a"b c"', 'text=a"b | text=c"', 'a quote inside a word is itself'],
    ['"cookie:a"', 'text=cookie:a', 'quoted, a token is text'],
    ['http://app.test:3000/a', 'text=http://app.test:3000/a', 'an address is text'],
    ['foo:bar', 'text=foo:bar', 'an unknown token is text'],
    ['constructor:a __proto__:b', 'text=constructor:a | text=__proto__:b', 'whatever its name'],
  ])('“%s” is “%s”: %s', (text, terms) => {
    expect(shown(text)).toBe(terms);
  });

  const filters = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'ab:-"\\ \t>.', 'cookie:', 'is:') }));

  it('give the text back, with white space alone between them', () => {
    fc.assert(
      fc.property(filters, (text) => {
        let at = 0;
        let joined = '';
        for (const { start, end } of parseTerms(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          joined += text.slice(at, end);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
        expect(joined + text.slice(at)).toBe(text);
      }),
    );
  });

  it('stay as they are when one of them is taken out', () => {
    const facts = (text: string) => parseTerms(text).map(({ negated, token, value }) => ({ negated, token, value }));
    fc.assert(
      fc.property(filters, fc.nat(), (text, which) => {
        const terms = parseTerms(text);
        const term = terms[which % Math.max(1, terms.length)];
        // A quote that is not closed takes the space that ends it along.
        fc.pre(term !== undefined && !/"[^"]*\s+[^"]*$/.test(text));
        if (term !== undefined) expect(facts(withoutTerm(text, term))).toEqual(facts(text).toSpliced(terms.indexOf(term), 1));
      }),
    );
  });

  it('can hold any value behind a token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        expect(parseTerms(`cookie:${quoteValue(value)} x`)).toMatchObject([{ token: 'cookie', value }, { value: 'x' }]);
      }),
    );
  });
});
