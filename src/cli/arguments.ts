import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../core/result.ts';

/** Name of an option to whether it takes a value. */
export type OptionShapes = Readonly<Record<string, 'flag' | 'value'>>;

export interface Arguments {
  readonly positionals: readonly string[];
  /** Whether the flag or option was given. */
  has(name: string): boolean;
  /** The last value given. */
  last(name: string): string | null;
  /** All values, in order. */
  all(name: string): readonly string[];
}

/** Longer words are not repeated in messages: they may be a secret in the wrong place. */
const LONGEST_ECHO = 30;

/** Reads arguments strictly. The failure is one line, and never repeats a value. */
export function readArguments(argv: readonly string[], shapes: OptionShapes): Result<Arguments, string> {
  const options = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, { type: shape === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape === undefined) return fail(unknownOption(rawName));
    if (shape === 'flag' && value !== undefined) return fail(`${rawName} takes no value`);
    const isMissing = value === undefined || value === '' || (!inlineValue && value.length > 1 && value.startsWith('-'));
    if (shape === 'value' && isMissing) return fail(`${rawName} needs a value`);
    given.set(name, [...(given.get(name) ?? []), value ?? '']);
  }
  return ok({
    positionals,
    has: (name) => given.has(name),
    last: (name) => given.get(name)?.at(-1) ?? null,
    all: (name) => given.get(name) ?? [],
  });
}

/** One of the allowed words. */
export function readChoice<T extends string>(given: Arguments, name: string, choices: readonly T[], initial: T): Result<T, string> {
  const value = given.last(name);
  if (value === null) return ok(initial);
  const choice = choices.find((candidate) => candidate === value);
  return choice === undefined ? fail(`--${name} is ${choices.join(', ')}${echo(value)}`) : ok(choice);
}

/** `, not “word”`, where the word is short enough to be no secret. */
export function echo(word: string): string {
  return word.length <= LONGEST_ECHO && /^[\w.-]*$/.test(word) ? `, not “${word}”` : '';
}

function unknownOption(rawName: string): string {
  if (/^--?(secret|key|password|token)/i.test(rawName)) {
    return 'a secret is never taken from an argument, where the process list and the shell history show it: use --secret-file or --secret-env';
  }
  return rawName.length <= LONGEST_ECHO ? `there is no option ${rawName} (see --help)` : 'there is no such option (see --help)';
}
