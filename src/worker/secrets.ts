import { takesSecret } from '../core/readers/index.ts';
import type { Keyring, Reading, SealedCookie } from '../core/readers/reader.ts';
import { refuseSecret, type SecretInput, type SecretRefusal } from '../vault/keyring.ts';
import { readSecretFiles } from '../vault/secret-files.ts';
import { baseName, type FoundSecret, isKeyFile, type SecretFileNote, type SecretSource } from '../vault/secret-source.ts';
import { Vault } from '../vault/vault.ts';
import type { SecretSummary } from './protocol.ts';

/** What dropped files held: labels of the secrets, and what is missing. */
export interface SecretFilesRead {
  readonly found: readonly string[];
  readonly notes: readonly SecretFileNote[];
}

/** The secrets of one recording, and how many of its sealed values each opened. */
export class Secrets {
  readonly #vault = new Vault();
  /** Encrypted credentials without their key. */
  #waiting: readonly SecretSource[] = [];
  /** Which secret opened a sealed value; null for none. Different values count once. */
  readonly #openedBy = new Map<string, string | null>();
  readonly #opened = new Map<string, number>();

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

  count({ name, value }: SealedCookie, reading: Reading | null): void {
    if (reading === null || !takesSecret(reading)) return;
    const cookie = `${name}=${value}`;
    const id = reading.key?.secretId ?? null;
    const before = this.#openedBy.get(cookie) ?? null;
    this.#openedBy.set(cookie, id);
    if (before === id) return;
    if (before !== null) this.#opened.set(before, (this.#opened.get(before) ?? 1) - 1);
    if (id !== null) this.#opened.set(id, (this.#opened.get(id) ?? 0) + 1);
  }

  /** Before every value is read anew. */
  forgetCounts(): void {
    this.#openedBy.clear();
    this.#opened.clear();
  }

  get summaries(): readonly SecretSummary[] {
    const sealed = this.#openedBy.size;
    return this.keyring.map(({ id, label, options }) => ({ id, label, options, opened: this.#opened.get(id) ?? 0, sealed }));
  }
}

/** The file's own label, or its name, with the environment where it has several. */
function labelOf({ file, environment, entry }: FoundSecret): string {
  return entry.label ?? (environment === null ? baseName(file) : `${baseName(file)} ${environment}`);
}
