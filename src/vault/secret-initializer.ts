import { type SecretScalar, variableOf } from './secret-yaml.ts';

/**
 * The secrets that `config/initializers/secret_token.rb` sets: `secret_key_base` (Rails 4.0) and `secret_token` (Rails 3), in that order.
 */
export function readInitializerSecrets(text: string): readonly SecretScalar[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !/^\s*#/.test(line));
  return ['secret_key_base', 'secret_token'].flatMap((setting) => {
    const assigned = new RegExp(`\\b${setting}\\s*=(?!=)\\s*(.*)$`);
    return lines.flatMap((line) => {
      const [, code] = assigned.exec(line) ?? [];
      return code === undefined ? [] : [readLiteral(code)];
    });
  });
}

function readLiteral(code: string): SecretScalar {
  const [, , text] = /^(["'])([^"'#\\]+)\1\s*(?:#.*)?$/.exec(code) ?? [];
  return text === undefined ? { kind: 'code', variable: variableOf(code) } : { kind: 'text', text };
}
