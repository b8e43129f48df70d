import type { Keyring } from '../core/readers/reader.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { refuseSecret, type SecretInput } from '../vault/keyring.ts';
import type { SecretEntry, SecretFileFailure } from '../vault/secret-entry.ts';
import { parseSecretFile } from '../vault/secret-file.ts';
import { Vault } from '../vault/vault.ts';
import type { Arguments } from './arguments.ts';
import { fileFault, type Io } from './io.ts';

/** Options that both commands share. */
export const SECRET_OPTIONS = { 'secret-file': 'value', 'secret-env': 'value' } as const;

/** The secrets of all files, then those of the environment, in the order given. The failure is one line without any secret. */
export async function readSecrets(given: Arguments, io: Io): Promise<Result<Keyring, string>> {
  const inputs: SecretInput[] = [];
  const add = (entry: SecretEntry, unnamed: string) =>
    inputs.push({ id: String(inputs.length), label: entry.label ?? unnamed, text: entry.secret, options: entry.options });
  for (const path of given.all('secret-file')) {
    const entries = await readSecretFile(path, io);
    if (!entries.ok) return entries;
    for (const [index, entry] of entries.value.entries()) add(entry, entries.value.length === 1 ? path : `${path} ${index + 1}`);
  }
  for (const name of given.all('secret-env')) {
    const secret = io.env(name)?.trim() ?? '';
    const refusal = refuseSecret(secret);
    if (refusal === 'empty') return fail(`--secret-env ${name}: the environment variable is not set or empty`);
    if (refusal !== null) return fail(`--secret-env ${name}: the value is too long for a secret`);
    add({ label: null, secret, options: {} }, name);
  }
  const vault = new Vault();
  await vault.addAll(inputs);
  return ok(vault.keyring);
}

async function readSecretFile(path: string, io: Io): Promise<Result<readonly SecretEntry[], string>> {
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    return fail(`secret file ${path}: ${fileFault(error)}`);
  }
  const entries = parseSecretFile(text);
  return entries.ok ? entries : fail(`secret file ${path}${placeOf(entries.failure)}: ${describeFailure(entries.failure)}`);
}

function placeOf({ line, index }: SecretFileFailure): string {
  if (line !== null) return `, line ${line}`;
  return index === null ? '' : `, secret ${index + 1}`;
}

function describeFailure({ code, field }: SecretFileFailure): string {
  const named = field === null ? '' : ` ${field}`;
  switch (code) {
    case 'no-secrets':
      return 'there is no secret in it';
    case 'not-text':
      return 'this is no text';
    case 'too-long':
      return 'this is too long for a secret';
    case 'invalid-json':
      return 'this is not valid JSON';
    case 'not-an-object':
      return 'this is no object';
    case 'missing-secret':
      return 'the field secret is missing or empty';
    case 'wrong-type':
      return `the field${named} has a wrong type or value`;
    case 'unknown-field':
      return 'there is an unknown field';
    case 'duplicate-field':
      return `the field${named} is given twice`;
  }
}
