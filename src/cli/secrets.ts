import type { Keyring } from '../core/readers/reader.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { refuseSecret, type SecretInput } from '../vault/keyring.ts';
import type { SecretEntry } from '../vault/secret-entry.ts';
import { readSecretFiles } from '../vault/secret-files.ts';
import type { FoundSecret, SecretSource } from '../vault/secret-source.ts';
import { Vault } from '../vault/vault.ts';
import type { Arguments } from './arguments.ts';
import { fileFault, type Io } from './io.ts';
import { describeNote } from './secret-note.ts';

/** Options that both commands share. */
export const SECRET_OPTIONS = { 'secret-file': 'value', 'secret-env': 'value' } as const;

/** The secrets of all files, then those of the environment, in the order given. The failure is one line without any secret. */
export async function readSecrets(given: Arguments, io: Io): Promise<Result<Keyring, string>> {
  const inputs: SecretInput[] = [];
  const add = (entry: SecretEntry, unnamed: string) =>
    inputs.push({ id: String(inputs.length), label: entry.label ?? unnamed, text: entry.secret, options: entry.options });
  const files = await readFiles(given.all('secret-file'), io);
  if (!files.ok) return files;
  for (const { entry, unnamed } of files.value) add(entry, unnamed);
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

interface NamedEntry {
  readonly entry: SecretEntry;
  /** What it is called where the file gives no label. */
  readonly unnamed: string;
}

/** All files together, since a key opens the credentials beside it. Each must give a secret, or open what does. */
async function readFiles(paths: readonly string[], io: Io): Promise<Result<readonly NamedEntry[], string>> {
  const files: SecretSource[] = [];
  for (const path of paths) {
    try {
      files.push({ name: path, bytes: new TextEncoder().encode(await io.readFile(path)) });
    } catch (error) {
      return fail(`secret file ${path}: ${fileFault(error)}`);
    }
  }
  const { found, notes } = await readSecretFiles(files);
  const [note] = notes;
  if (note !== undefined) return fail(`secret file ${note.file}${describeNote(note)}`);
  return ok(
    found.map(({ file, environment, entry }) => {
      const siblings = found.filter((other) => other.file === file);
      return {
        entry,
        unnamed: unnamedLabel(
          file,
          environment,
          siblings,
          siblings.findIndex((other) => other.entry === entry),
        ),
      };
    }),
  );
}

function unnamedLabel(file: string, environment: string | null, siblings: readonly FoundSecret[], index: number): string {
  if (environment !== null) return `${file} ${environment}`;
  return siblings.length === 1 ? file : `${file} ${index + 1}`;
}
