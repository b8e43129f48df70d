import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rawText } from './raw-text.ts';

/** Names of standards, formats, products and settings: the same in every language. */
const NAMES =
  /^(?:Set-Cookie|JSON|CSV|Markdown|Ruby|URL|PostgreSQL, SQLite|MySQL, MariaDB|AES-|secret_key_base|encrypted_cookie_cipher|1000)$/;
const isName = (words: string): boolean => NAMES.test(words);

const files = readdirSync('src/panel', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

describe('what the panel says', () => {
  test.each(files)('%s takes its words from the messages', (file) => {
    expect(rawText(file, readFileSync(`src/panel/${file}`, 'utf8'), isName)).toEqual([]);
  });

  test.each([
    ['text between tags', '<p>\n  Reload {page}\n</p>', ['a.tsx:2: Reload']],
    ['an attribute that is read aloud', '<a aria-label="Close" class="tool" />', ['a.tsx:1: Close']],
    ['a choice', '<p title={open ? `Close it` : undefined}>{open ? "yes" : name}</p>', ['a.tsx:1: yes', 'a.tsx:1: Close it']],
    ['names, classes and conditions', '<p class="a b" title="JSON">{kind === "none" ? "–" : message("none")}</p>', []],
  ])('%s', (_, source, words) => {
    expect(rawText('a.tsx', source, isName)).toEqual(words);
  });
});
