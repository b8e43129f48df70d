import type { Keyring, SecretKeys } from '../core/readers/reader.ts';
import { importSecret, type SecretInput } from './keyring.ts';

/** A place in the list, taken at once so that the order is that of the calls; `keys` is null while they are being made. */
interface Slot {
  readonly id: string;
  keys: SecretKeys | null;
}

/** The secrets of one recording, in memory only: labelled sets of keys that cannot be exported, newest first. */
export class Vault {
  #slots: readonly Slot[] = [];
  #keyring: Keyring = [];

  /** The same array until something is added or forgotten. */
  get keyring(): Keyring {
    return this.#keyring;
  }

  /** Adds a secret in front of those there are; one with the same id is replaced. Throws a RangeError for a text that `refuseSecret` refuses. */
  async add(input: SecretInput): Promise<void> {
    await this.addAll([input]);
  }

  /** Adds secrets that are in order already, newest first as in a secret file, in front of those there are. */
  async addAll(inputs: readonly SecretInput[]): Promise<void> {
    const slots = inputs.map((input): Slot => ({ id: input.id, keys: null }));
    const replaced = new Set(inputs.map((input) => input.id));
    const before = this.#slots;
    this.#slots = [...slots, ...before.filter((slot) => !replaced.has(slot.id))];
    try {
      const imported = await Promise.all(inputs.map(importSecret));
      slots.forEach((slot, index) => {
        slot.keys = imported[index] ?? null;
      });
    } catch (error) {
      this.#slots = this.#slots.filter((slot) => !slots.includes(slot));
      throw error;
    } finally {
      this.#rebuild();
    }
  }

  /** Whether there was such a secret. One that is still being added is forgotten too. */
  forget(id: string): boolean {
    const kept = this.#slots.filter((slot) => slot.id !== id);
    const found = kept.length < this.#slots.length;
    this.#slots = kept;
    if (found) this.#rebuild();
    return found;
  }

  forgetAll(): void {
    this.#slots = [];
    this.#rebuild();
  }

  #rebuild(): void {
    this.#keyring = this.#slots.flatMap((slot) => (slot.keys === null ? [] : [slot.keys]));
  }
}
