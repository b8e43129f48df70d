/** What stands behind `secret_key_base`: the text itself, or code that takes it from elsewhere, of which the variable may be told. */
export type SecretScalar = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'code'; readonly variable: string | null };

export interface YamlSecret {
  /** `production`, `development`…; null at the top level. */
  readonly environment: string | null;
  readonly scalar: SecretScalar;
}

const KEY = /^( *)(?:([\w.-]+)|"([\w.-]+)"|'([\w.-]+)') *:(?:[ \t]+(.*))?$/;

/**
 * Finds `secret_key_base` in a YAML file of Rails (`config/secrets.yml`, decrypted credentials): at the top level, or one level below it,
 * under an environment. Everything else in the file is passed over, in particular what is nested deeper or inside a multi-line scalar.
 */
export function readYamlSecrets(text: string): readonly YamlSecret[] {
  const found: YamlSecret[] = [];
  let environment: string | null = null;
  let nested: number | null = null;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, blanks = '', plain, double, single, rest = ''] = KEY.exec(line) ?? [];
    const key = plain ?? double ?? single ?? null;
    if (!line.startsWith(' ')) {
      // Only a mapping of its own has environments below it; the lines of a longer scalar are none of ours.
      environment = key !== null && /^(?:&[\w-]+)?\s*(?:#.*)?$/.test(rest) ? key : null;
      nested = null;
    } else if (environment !== null) nested ??= line.search(/[^ ]/);
    if (key !== 'secret_key_base' || (blanks !== '' && (environment === null || blanks.length !== nested))) continue;
    const scalar = readScalar(rest);
    if (scalar !== null) found.push({ environment: blanks === '' ? null : environment, scalar });
  }
  return found;
}

/** Null for nothing. Anything but a scalar that is whole on its line is code: it cannot be told what it stands for. */
function readScalar(rest: string): SecretScalar | null {
  const [, value = ''] = /^(?:&[\w-]+\s+)?(.*?)\s*$/.exec(rest) ?? [];
  if (/^(?:~|null|#.*)?$/.test(value)) return null;
  if (value.includes('<%')) return { kind: 'code', variable: variableOf(value) };
  const [, double, single] = /^(?:("(?:[^"\\]|\\.)*")|'((?:[^']|'')*)')(?:\s+#.*)?$/.exec(value) ?? [];
  if (double !== undefined) return textOf(unescapeQuoted(double));
  if (single !== undefined) return textOf(single.replaceAll("''", "'"));
  if (/^["'[\]{}|>!*&%@`]/.test(value)) return { kind: 'code', variable: null };
  return textOf(value.replace(/\s+#.*$/, ''));
}

function textOf(text: string | null): SecretScalar | null {
  if (text === null) return { kind: 'code', variable: null };
  return text === '' ? null : { kind: 'text', text };
}

/** Escapes that JSON has too; YAML's own are in no secret that a generator writes. */
function unescapeQuoted(quoted: string): string | null {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/** The environment variable that code reads: `ENV["NAME"]`, `ENV.fetch("NAME")`. */
export function variableOf(code: string): string | null {
  return /\bENV(?:\.fetch)?\s*[[(]\s*["'](\w{1,64})["']/.exec(code)?.[1] ?? null;
}
