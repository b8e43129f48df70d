import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownBlock, markdownCell, markdownCode, markdownProse } from '../../../src/core/report/markdown-text.ts';

const J = '\u2060';

describe('a sentence', () => {
  test.each<[reason: string, text: string, written: string]>([
    ['HTML', '<img src=x>', '\\<img src=x\\>'],
    ['a link', '[a](b)', '\\[a\\](b)'],
    ['a mention, also after Markdown was rendered', '@everyone', `@${J}everyone`],
    ['a reference to an issue', '#12', `\\#${J}12`],
    ['a reference to a merge request', 'a!12', `a!${J}12`],
    ['an address that would be a link', 'https://a.test', `https:${J}//a.test`],
    ['an address without a scheme', 'www.a.test', `www${J}.a.test`],
    ['an entity', '&#64;', `&amp;\\#64;`],
    ['a new line', 'a\n# b', 'a \\# b'],
    ['an escape sequence', 'a\u001b[2J', 'a\\\\u001b\\[2J'],
    ['a directional override', 'a\u202eb', 'a\\\\u202eb'],
    ['code', 'set `secure: true` here', 'set `secure: true` here'],
    ['a backtick that is left over', 'a`b', 'a\\`b'],
    ['an underscore inside a word, which is none of Markdown’s', 'a_b _c_', 'a_b \\_c\\_'],
  ])('%s: %j', (_reason, text, written) => {
    expect(markdownProse(text)).toBe(written.replace('&amp;\\#64;', `&amp;\\#${J}64;`));
  });
});

describe('a cell', () => {
  test.each<[text: string, cell: string]>([
    ['', '–'],
    ['_app_session', '`_app_session`'],
    ['a|b', '`a%7Cb`'],
    ['a\\|b', '`a%5C%7Cb`'],
    ['a`b', '`a%60b`'],
    ['a\nb', '`a b`'],
    ['<b>@all</b>', '`<b>@all</b>`'],
  ])('%j is %j', (text, cell) => {
    expect(markdownCell(text)).toBe(cell);
  });

  test('of any text is one code span on one line, without pipe or backslash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = markdownCell(text);
        if (text !== '') expect(cell).toMatch(/^`[^`|\n\r]+`$/);
      }),
    );
  });
});

test('code is fenced by more backticks than any run inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n') }), (text) => {
      const fence = /^`+/.exec(markdownCode(text))?.[0] ?? '';
      expect(markdownCode(text).slice(fence.length, -fence.length)).not.toContain(fence);
      const block = /^`+/.exec(markdownBlock([text]))?.[0] ?? '';
      expect(block.length).toBeGreaterThanOrEqual(3);
      expect(markdownBlock([text]).slice(block.length, -block.length)).not.toContain(block);
    }),
  );
});
