import { decryptCredentials, importMasterKey, isEncryptedFile } from '../core/readers/rails/credentials.ts';
import { refuseSecret } from './keyring.ts';
import { parseSecretFile } from './secret-file.ts';
import { readInitializerSecrets } from './secret-initializer.ts';
import {
  baseName,
  type FoundSecret,
  type Recognised,
  recogniseSecretFile,
  type SecretFileNote,
  type SecretSource,
} from './secret-source.ts';
import { readYamlSecrets, type SecretScalar } from './secret-yaml.ts';

export interface SecretFilesContent {
  /** In the order of the files. */
  readonly found: readonly FoundSecret[];
  readonly notes: readonly SecretFileNote[];
  /** Encrypted files that no key was given for. */
  readonly waiting: readonly SecretSource[];
}

interface Outcome {
  readonly found: readonly FoundSecret[];
  readonly notes: readonly SecretFileNote[];
}

type Opened = Recognised & { readonly file: SecretSource };

/**
 * Takes the secrets out of files that were given together: encrypted credentials are opened with any of the keys among them. Of a
 * file of Rails only `secret_key_base` is taken (of an initializer also `secret_token`), and no other text leaves this function.
 */
export async function readSecretFiles(files: readonly SecretSource[]): Promise<SecretFilesContent> {
  const opened = files.map((file): Opened => ({ ...recogniseSecretFile(file.name, file.bytes), file }));
  const keys: CryptoKey[] = [];
  const malformed: SecretFileNote[] = [];
  for (const one of opened) {
    if (one.kind !== 'master-key') continue;
    const key = await importMasterKey(one.text);
    if (key === null) malformed.push({ file: one.file.name, kind: 'malformed-key' });
    else keys.push(key);
  }
  const encrypted = opened.filter(({ kind }) => kind === 'credentials');
  const outcomes = await Promise.all(opened.map((one) => readOne(one, keys, encrypted.length > 0)));
  const notes = [...outcomes.flatMap((outcome) => outcome.notes), ...malformed];
  const unopened = new Set(notes.filter(({ kind }) => kind === 'needs-key' || kind === 'wrong-key').map(({ file }) => file));
  return {
    found: outcomes.flatMap((outcome) => outcome.found),
    notes,
    waiting: encrypted.map(({ file }) => file).filter(({ name }) => unopened.has(name)),
  };
}

async function readOne(opened: Opened, keys: readonly CryptoKey[], hasEncrypted: boolean): Promise<Outcome> {
  const { name } = opened.file;
  const note = (one: SecretFileNote): Outcome => ({ found: [], notes: [one] });
  switch (opened.kind) {
    case 'not-text':
    case 'too-large':
      return note({ file: name, kind: opened.kind });
    case 'credentials':
      return readCredentials(name, opened.text, keys);
    case 'master-key':
      return hasEncrypted || keys.length === 0
        ? { found: [], notes: [] }
        : note({ file: name, kind: 'needs-credentials', credentials: credentialsOf(name) });
    case 'yaml':
      return readYaml(name, opened.text);
    case 'initializer':
      return collect(
        name,
        readInitializerSecrets(opened.text).map((scalar) => ({ environment: null, scalar })),
      );
    case 'generated':
      return collect(name, [{ environment: null, scalar: { kind: 'text', text: opened.text.trim() } }]);
    case 'list': {
      const entries = parseSecretFile(opened.text);
      if (!entries.ok) return note({ file: name, kind: 'unreadable', failure: entries.failure });
      return { found: entries.value.map((entry) => ({ file: name, environment: null, entry })), notes: [] };
    }
  }
}

async function readCredentials(name: string, text: string, keys: readonly CryptoKey[]): Promise<Outcome> {
  const note = (one: SecretFileNote): Outcome => ({ found: [], notes: [one] });
  if (!isEncryptedFile(text)) return note({ file: name, kind: 'malformed-credentials' });
  if (keys.length === 0) return note({ file: name, kind: 'needs-key', key: keyOf(name) });
  for (const key of keys) {
    const yaml = await decryptCredentials(text, key);
    if (yaml.ok) return readYaml(name, yaml.value);
    if (yaml.failure !== 'wrong-key') return note({ file: name, kind: 'malformed-credentials' });
  }
  return note({ file: name, kind: 'wrong-key' });
}

function readYaml(name: string, text: string): Outcome {
  return collect(name, readYamlSecrets(text));
}

function collect(name: string, secrets: readonly { readonly environment: string | null; readonly scalar: SecretScalar }[]): Outcome {
  const found: FoundSecret[] = [];
  const notes: SecretFileNote[] = [];
  for (const { environment, scalar } of secrets) {
    if (scalar.kind === 'code') notes.push({ file: name, kind: 'elsewhere', variable: scalar.variable });
    else if (refuseSecret(scalar.text) === 'too-long') notes.push({ file: name, kind: 'too-large' });
    else if (scalar.text !== '') found.push({ file: name, environment, entry: { label: null, secret: scalar.text, options: {} } });
  }
  // `production` from a variable matters only where nothing else is found.
  if (found.length > 0) return { found, notes: notes.filter(({ kind }) => kind !== 'elsewhere') };
  return { found, notes: notes.length > 0 ? notes.slice(0, 1) : [{ file: name, kind: 'no-secret-key-base' }] };
}

/** `config/master.key`, or beside credentials of one environment `production.key`. */
function keyOf(credentials: string): string {
  const name = baseName(credentials).replace(/\.enc$/i, '');
  if (name === 'secrets.yml') return 'secrets.yml.key';
  return name === 'credentials.yml' ? 'master.key' : name.replace(/\.ya?ml$/i, '.key');
}

function credentialsOf(key: string): string {
  const name = baseName(key);
  if (name === 'secrets.yml.key') return 'secrets.yml.enc';
  return name === 'master.key' ? 'credentials.yml.enc' : name.replace(/\.key$/i, '.yml.enc');
}
