import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = 'src/panel/styles';

/** Declarations outside `@media (prefers-reduced-motion: no-preference)`. */
const always = (css: string): string =>
  css.replace(/\/\*.*?\*\//gs, '').replace(/@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');

/** Declarations by which something moves. A transition of no duration only waits. */
const moving = (css: string): readonly string[] =>
  (always(css).match(/(?:transition|animation|scroll-behavior)[\w-]*:[^;]*;/g) ?? []).filter(
    (declaration) => !/^transition: [\w-]+ 0s(?: \d+m?s)?;$/.test(declaration),
  );

describe('motion', () => {
  test.each(readdirSync(FOLDER))('nothing in %s moves for people who asked for less', (file) => {
    expect(moving(readFileSync(`${FOLDER}/${file}`, 'utf8'))).toEqual([]);
  });

  test.each([
    ['a { transition: transform 80ms; }', 1],
    ['a { transition: opacity 0s 150ms; }', 0],
    ['a { animation: turn 1s infinite; }', 1],
    ['a { scroll-behavior: smooth; }', 1],
    ['@media (prefers-reduced-motion: no-preference) { a { transition: transform 80ms; } }', 0],
    ['@media (prefers-reduced-motion: no-preference) { a { color: red; } } b { transition: all 1s; }', 1],
  ])('%s counts %i', (css, count) => {
    expect(moving(css)).toHaveLength(count);
  });
});
