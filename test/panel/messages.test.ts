import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Entry {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}

type Table = Readonly<Record<string, Entry>>;

const FOLDER = 'public/_locales';
const read = (language: string): Table => JSON.parse(readFileSync(`${FOLDER}/${language}/messages.json`, 'utf8'));
const english = read('en');
const keys = Object.keys(english);
const others = readdirSync(FOLDER).filter((language) => language !== 'en');

/** Names in a text, lower case as the browsers take them. */
const namesIn = ({ message }: Entry): readonly string[] =>
  [...message.replaceAll('$$', '').matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase());
const contents = ({ placeholders = {} }: Entry): readonly string[] =>
  Object.entries(placeholders).map(([name, { content }]) => `${name} ${content}`);

describe('English', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const sources = ['manifest.json', ...files.map((file) => `src/${file}`)].map((file) => readFileSync(file, 'utf8')).join('\n');
  const quoted = [...sources.matchAll(/['"](?:__MSG_)?([a-z]\w+?)(?:__)?['"]/g)].map(([, word]) => word);
  const written = new Set(quoted);

  // Keys that are put together of what they are about.
  const composed = [...sources.matchAll(/`(\w*)\$\{(?:capitals\(|[A-Z_]+\[)[^`{}]*\}(\w*)`/g)].map(
    ([, start, end]) => new RegExp(`^${start}\\w+${end}$`),
  );
  const isWritten = (key: string) => written.has(key) || composed.some((pattern) => pattern.test(key));

  test('has no text that nothing shows', () => {
    expect(composed.length).toBeGreaterThan(3);
    expect(keys.filter((key) => !isWritten(key) && !isWritten(key.replace(/_(?:one|other)$/, '')))).toEqual([]);
  });

  test('has both forms of every text that counts', () => {
    const stems = (form: string) => keys.filter((key) => key.endsWith(form)).map((key) => key.slice(0, -form.length));
    expect(stems('_one')).toEqual(stems('_other'));
  });

  test('tells translators what each text and each substitution is', () => {
    const bare = ({ description = '', placeholders = {} }: Entry): boolean =>
      description === '' || Object.values(placeholders).some(({ example }) => !example);
    expect(keys.filter((key) => bare(english[key] as Entry))).toEqual([]);
  });
});

describe.each(['en', ...others])('the texts in %s', (language) => {
  const table = read(language);

  test('say which language they are in', () => {
    expect(table.language?.message).toBe(language.replace('_', '-'));
  });

  test('describe the extension in as many characters as browsers and stores take', () => {
    expect(table.extDescription?.message.length).toBeLessThanOrEqual(132);
  });

  test('use names that they declare, and at most nine substitutions', () => {
    const wrong = Object.entries(table).filter(([, entry]) => {
      const declared = Object.keys(entry.placeholders ?? {});
      const numbered = contents(entry).every((content) => /^\w+ \$[1-9]$/.test(content));
      // A single `$` would be read as the start of a name.
      const stray = entry.message.replaceAll('$$', '').replace(/\$\w+\$/g, '');
      return !numbered || stray.includes('$') || namesIn(entry).some((name) => !declared.includes(name));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

describe.each(others)('the translation into %s', (language) => {
  const table = read(language);

  test('has no key that English has not', () => {
    expect(Object.keys(table).filter((key) => !(key in english))).toEqual([]);
  });

  test('takes the substitutions of the English text, each under its name', () => {
    expect(Object.keys(table).filter((key) => contents(table[key] as Entry).join() !== contents(english[key] as Entry).join())).toEqual([]);
  });

  test('shows every substitution that English shows', () => {
    const shown = (entry: Entry | undefined): string => [...new Set(entry && namesIn(entry))].sort().join();
    expect(Object.keys(table).filter((key) => shown(table[key]) !== shown(english[key]))).toEqual([]);
  });
});

test('German is complete', () => {
  const german = read('de');
  expect(keys.filter((key) => !(key in german))).toEqual([]);
});
