import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInitializerSecrets } from '../../src/vault/secret-initializer.ts';
import { readYamlSecrets, type YamlSecret } from '../../src/vault/secret-yaml.ts';

const text = (value: string, environment: string | null = null): YamlSecret => ({ environment, scalar: { kind: 'text', text: value } });
const code = (variable: string | null, environment: string | null = null): YamlSecret => ({
  environment,
  scalar: { kind: 'code', variable },
});

describe('secret_key_base in YAML', () => {
  test.each<[string, string, readonly YamlSecret[]]>([
    ['at the top level', 'secret_key_base: abc', [text('abc')]],
    ['among other settings', '# x\naws:\n  id: 1\n\nsecret_key_base: abc\nother: 2', [text('abc')]],
    ['behind a document start, a byte order mark and CRLF', '\ufeff---\r\nsecret_key_base: abc\r\n', [text('abc')]],
    ['in double quotes', 'secret_key_base: "a\\"b#c" # note', [text('a"b#c')]],
    ['in single quotes', "secret_key_base: 'it''s # it'", [text("it's # it")]],
    ['with a comment behind it', 'secret_key_base: abc # rotated', [text('abc')]],
    ['with a sharp inside it', 'secret_key_base: a#b', [text('a#b')]],
    ['with an anchor', 'secret_key_base: &key abc', [text('abc')]],
    ['under a quoted key', '"secret_key_base": abc', [text('abc')]],
    [
      'under environments',
      'development:\n  secret_key_base: a\ntest:\n  secret_key_base: b',
      [text('a', 'development'), text('b', 'test')],
    ],
    ['under an environment with an anchor', 'default: &default\n  secret_key_base: a', [text('a', 'default')]],
    ['deeper than an environment is not it', 'production:\n  mail:\n    secret_key_base: a', []],
    ['beside something deeper', 'production:\n  mail:\n    x: 1\n  secret_key_base: a', [text('a', 'production')]],
    ['inside a text of several lines is not it', 'certificate: |\n  secret_key_base: a', []],
    ['inside a folded text of an environment is not it', 'production:\n  note: >\n    secret_key_base: a', []],
    ['as a part of another name is not it', 'secret_key_base_old: a\nmy_secret_key_base: b', []],
    ['in a comment is not it', '# secret_key_base: a', []],
    ['without anything', 'secret_key_base:\ntest:\n  secret_key_base: ~', []],
    ['taken from a variable', 'production:\n  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>', [code('SECRET_KEY_BASE', 'production')]],
    ['fetched from a variable', "secret_key_base: <%= ENV.fetch('KEY') { 'x' } %>", [code('KEY')]],
    ['by other code', 'secret_key_base: <%= File.read("x") %>', [code(null)]],
    ['as an alias', 'secret_key_base: *key', [code(null)]],
    ['as a text of several lines', 'secret_key_base: |\n  abc', [code(null)]],
    ['with an escape that only YAML has', 'secret_key_base: "\\x41"', [code(null)]],
    ['nowhere', '', []],
  ])('%s', (_where, yaml, found) => {
    expect(readYamlSecrets(yaml)).toEqual(found);
  });

  test('any text is read, and never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom('secret_key_base:', ' ', '  ', '\n', ':', '"', "'", '|', '&a', '<%=', 'production:', '#', '\\'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => void readYamlSecrets(pieces.join(''))),
      { numRuns: 2000 },
    );
  });
});

describe('config/initializers/secret_token.rb', () => {
  test.each([
    ['of Rails 3', "Blog::Application.config.secret_token = 'abc'", [{ kind: 'text', text: 'abc' }]],
    ['of Rails 4.0', '# secret_token = "no"\nBlog::Application.config.secret_key_base = "abc"', [{ kind: 'text', text: 'abc' }]],
    [
      'of an upgrade has both, the newer first',
      "c.secret_token = 'old'\nc.secret_key_base = 'new' # why",
      [
        { kind: 'text', text: 'new' },
        { kind: 'text', text: 'old' },
      ],
    ],
    ['that reads a variable', "c.secret_key_base = ENV['KEY']", [{ kind: 'code', variable: 'KEY' }]],
    ['that interpolates', 'c.secret_key_base = "a#{b}"', [{ kind: 'code', variable: null }]],
    ['that compares', "raise if c.secret_token == 'abc'", []],
  ])('%s', (_what, ruby, found) => {
    expect(readInitializerSecrets(ruby)).toEqual(found);
  });
});
