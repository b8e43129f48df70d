import type { Keyring } from '../core/readers/reader.ts';
import { refuseSecret, type SecretInput, type SecretRefusal } from '../vault/keyring.ts';
import { readSecretFiles } from '../vault/secret-files.ts';
import { baseName, type FoundSecret, isKeyFile, type SecretFileNote, type SecretSource } from '../vault/secret-source.ts';
import { Vault } from '../vault/vault.ts';

/** What dropped files held: labels of the secrets, and what is missing. */
export interface SecretFilesRead {
  readonly found: readonly string[];
  readonly notes: readonly SecretFileNote[];
}

/** The secrets of one inspected tab, which open whatever recording is shown. */
export class Secrets {
  readonly #vault = new Vault();
  /** Encrypted credentials without their key. */
  #waiting: readonly SecretSource[] = [];

  get keyring(): Keyring {
    return this.#vault.keyring;
  }

  /** Null when it was added. */
  async add(input: SecretInput): Promise<SecretRefusal | null> {
    const refused = refuseSecret(input.text);
    if (refused === null) await this.#vault.add(input);
    return refused;
  }

  /** Files that were dropped together, and with a key the credentials that wait for one. */
  async addFiles(files: readonly SecretSource[]): Promise<SecretFilesRead> {
    const names = new Set(files.map(({ name }) => name));
    const waiting = this.#waiting.filter(({ name }) => !names.has(name));
    const together = files.some(({ name }) => isKeyFile(name)) ? [...waiting, ...files] : files;
    const read = await readSecretFiles(together);
    this.#waiting = together === files ? [...waiting, ...read.waiting] : read.waiting;
    const inputs = read.found.map((secret) => ({
      id: crypto.randomUUID(),
      label: labelOf(secret),
      text: secret.entry.secret,
      options: secret.entry.options,
    }));
    await this.#vault.addAll(inputs);
    return { found: inputs.map(({ label }) => label), notes: read.notes };
  }

  /** Without an id: all, and the credentials that wait. */
  forget(id: string | null): void {
    if (id !== null) {
      this.#vault.forget(id);
      return;
    }
    this.#vault.forgetAll();
    this.#waiting = [];
  }
}

/** The file's own label, or its name, with the environment where it has several. */
function labelOf({ file, environment, entry }: FoundSecret): string {
  return entry.label ?? (environment === null ? baseName(file) : `${baseName(file)} ${environment}`);
}
