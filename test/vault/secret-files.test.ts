import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSecretFiles } from '../../src/vault/secret-files.ts';
import { LARGEST_SECRET_FILE, recogniseSecretFile, type SecretSource } from '../../src/vault/secret-source.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string): SecretSource => ({ name, bytes: bytes(text) });
/** What Rails wrote; see the README beside the files. */
const fixture = (name: string, as = name): SecretSource => ({
  name: as,
  bytes: new Uint8Array(readFileSync(new URL(`../fixtures/secrets/${name}`, import.meta.url))),
});
const plainText = (name: string): string => new TextDecoder().decode(fixture(name).bytes);
const secretsIn = (yaml: string): readonly string[] => [...yaml.matchAll(/[0-9a-f]{128}/g)].map(([secret]) => secret);
const HEX = 'e'.repeat(128);

async function read(...files: readonly SecretSource[]) {
  const { found, notes, waiting } = await readSecretFiles(files);
  return {
    found: found.map(({ file, environment, entry }) => [file, environment, entry.label, entry.secret]),
    notes,
    waiting: waiting.map(({ name }) => name),
  };
}

describe('what a file is', () => {
  test.each([
    ['credentials', 'config/credentials.yml.enc', 'x'],
    ['credentials', 'config\\credentials\\production.yml.enc', 'x'],
    ['master-key', 'config/master.key', 'x'],
    ['yaml', 'config/secrets.yml', 'x'],
    ['initializer', 'config/initializers/secret_token.rb', 'x'],
    ['generated', 'tmp/local_secret.txt', 'x'],
    ['generated', 'tmp/development_secret.txt', 'x'],
    ['list', 'secrets.txt', 'x'],
    ['list', 'key', '[{"secret":"x"}]'],
    ['credentials', 'download', plainText('credentials.yml.enc')],
    ['yaml', 'shown.txt', 'aws: 1\nsecret_key_base: x'],
  ])('%s: %s', (kind, name, content) => {
    expect(recogniseSecretFile(name, bytes(content)).kind).toBe(kind);
  });

  test.each([
    ['not-text', 'a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['not-text', 'a zero byte', bytes('a\0b')],
    ['too-large', 'a recording', new Uint8Array(LARGEST_SECRET_FILE + 1)],
  ])('%s: %s', (kind, _what, content) => {
    expect(recogniseSecretFile('x', content)).toEqual({ kind });
  });
});

describe('encrypted credentials of Rails', () => {
  const [secret] = secretsIn(plainText('credentials.yml'));
  const [development, production] = secretsIn(plainText('production.yml'));

  test('open with their key, whichever comes first, and give secret_key_base alone', async () => {
    const expected = { found: [['config/credentials.yml.enc', null, null, secret]], notes: [], waiting: [] };
    const files = [fixture('credentials.yml.enc', 'config/credentials.yml.enc'), fixture('master.key', 'config/master.key')] as const;
    expect(await read(...files)).toEqual(expected);
    expect(await read(...[...files].reverse())).toEqual(expected);
  });

  test('may have a secret for each environment', async () => {
    expect(await read(fixture('production.yml.enc'), fixture('production.key'))).toMatchObject({
      found: [
        ['production.yml.enc', 'development', null, development],
        ['production.yml.enc', 'production', null, production],
      ],
      notes: [],
    });
  });

  test('find their own key among several', async () => {
    const { found, notes } = await read(
      fixture('credentials.yml.enc'),
      fixture('production.yml.enc'),
      fixture('production.key'),
      fixture('master.key'),
    );
    expect(found.map(([name]) => name)).toEqual(['credentials.yml.enc', 'production.yml.enc', 'production.yml.enc']);
    expect(notes).toEqual([]);
  });

  test.each<[string, readonly SecretSource[], object]>([
    ['without the key', [fixture('credentials.yml.enc')], { file: 'credentials.yml.enc', kind: 'needs-key', key: 'master.key' }],
    [
      'of one environment without the key',
      [fixture('production.yml.enc')],
      { file: 'production.yml.enc', kind: 'needs-key', key: 'production.key' },
    ],
    [
      'of Rails 5.1 without the key',
      [fixture('production.yml.enc', 'secrets.yml.enc')],
      { file: 'secrets.yml.enc', kind: 'needs-key', key: 'secrets.yml.key' },
    ],
    ['with another key', [fixture('credentials.yml.enc'), fixture('production.key')], { file: 'credentials.yml.enc', kind: 'wrong-key' }],
  ])('%s wait for it', async (_when, files, note) => {
    expect(await read(...files)).toEqual({ found: [], notes: [note], waiting: [files[0]?.name] });
  });

  test.each<[string, readonly SecretSource[], object]>([
    ['a key alone', [fixture('master.key')], { file: 'master.key', kind: 'needs-credentials', credentials: 'credentials.yml.enc' }],
    ['a key of an environment', [fixture('production.key')], { kind: 'needs-credentials', credentials: 'production.yml.enc' }],
    ['a key that is none', [file('master.key', 'hello')], { file: 'master.key', kind: 'malformed-key' }],
    [
      'credentials that are none',
      [file('a.yml.enc', 'hello'), fixture('master.key')],
      { file: 'a.yml.enc', kind: 'malformed-credentials' },
    ],
    ['credentials without a secret', [fixture('empty.yml.enc'), fixture('empty.key')], { kind: 'no-secret-key-base' }],
  ])('%s gives none', async (_what, files, note) => {
    expect(await read(...files)).toMatchObject({ found: [], notes: [note], waiting: [] });
  });

  test('do not open with any single byte changed', async () => {
    const sealed = plainText('credentials.yml.enc');
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 33, max: 126 }), async (at, code) => {
        fc.pre(sealed.charCodeAt(at) !== code);
        const changed = sealed.slice(0, at) + String.fromCharCode(code) + sealed.slice(at + 1);
        expect((await read(file('credentials.yml.enc', changed), fixture('master.key'))).found).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('other files', () => {
  test.each<[string, SecretSource, readonly (string | null)[][]]>([
    ['a generated secret', file('tmp/local_secret.txt', `${HEX}\n`), [['tmp/local_secret.txt', null, null, HEX]]],
    ['a generated secret that looks like a label', file('local_secret.txt', ` a=${HEX}\n`), [['local_secret.txt', null, null, `a=${HEX}`]]],
    ['secrets.yml', file('secrets.yml', `test:\n  secret_key_base: ${HEX}`), [['secrets.yml', 'test', null, HEX]]],
    [
      'secrets.yml whose production is elsewhere',
      file('secrets.yml', `test:\n  secret_key_base: ${HEX}\nproduction:\n  secret_key_base: <%= ENV["X"] %>`),
      [['secrets.yml', 'test', null, HEX]],
    ],
    ['secret_token.rb', file('secret_token.rb', `A.config.secret_token = '${HEX}'`), [['secret_token.rb', null, null, HEX]]],
    [
      'a file of lines',
      file('my.txt', `current=${HEX}\nold`),
      [
        ['my.txt', null, 'current', HEX],
        ['my.txt', null, null, 'old'],
      ],
    ],
  ])('%s', async (_what, source, found) => {
    expect(await read(source)).toEqual({ found, notes: [], waiting: [] });
  });

  test.each<[string, SecretSource, object]>([
    ['only a variable', file('secrets.yml', 'production:\n  secret_key_base: <%= ENV["X"] %>'), { kind: 'elsewhere', variable: 'X' }],
    ['an empty generated file', file('local_secret.txt', '\n'), { kind: 'no-secret-key-base' }],
    ['a secret that is too long', file('secrets.yml', `secret_key_base: ${'a'.repeat(20_000)}`), { kind: 'too-large' }],
    ['broken JSON', file('my.json', '[{'), { kind: 'unreadable', failure: { code: 'invalid-json', line: 1 } }],
    ['a picture', { name: 'a.png', bytes: Uint8Array.of(0x89) }, { kind: 'not-text' }],
  ])('%s is told, without a word of it', async (_what, source, note) => {
    const { found, notes } = await read(source);
    expect(found).toEqual([]);
    expect(notes).toMatchObject([{ file: source.name, ...note }]);
  });

  test('any bytes under any name are read or refused, and never throw', async () => {
    const name = fc.constantFrom('a.yml.enc', 'master.key', 'secrets.yml', 'secret_token.rb', 'local_secret.txt', 'x');
    const content = fc.oneof(fc.uint8Array({ maxLength: 100 }), fc.string().map(bytes));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ name, bytes: content }), { maxLength: 4 }), async (files) => {
        await readSecretFiles([...files, fixture('credentials.yml.enc')]);
      }),
      { numRuns: 500 },
    );
  });
});
