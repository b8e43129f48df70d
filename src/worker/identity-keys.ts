import type { FromWorker } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** Keys of the session that the user says are identity too; every view knows them. They last as long as the devtools page does. */
export class IdentityKeys {
  #keys: readonly string[] = [];
  readonly #views: ReadonlySet<Send>;
  readonly #onChange: (keys: readonly string[]) => void;

  constructor(views: ReadonlySet<Send>, onChange: (keys: readonly string[]) => void) {
    this.#views = views;
    this.#onChange = onChange;
  }

  get all(): readonly string[] {
    return this.#keys;
  }

  greet(send: Send): void {
    send({ type: 'identity-keys', keys: this.#keys });
  }

  /** In place of those before. */
  use(keys: readonly string[]): void {
    this.#keys = [...new Set(keys)];
    for (const send of this.#views) this.greet(send);
    this.#onChange(this.#keys);
  }

  /** The devtools page is another one. */
  forget(): void {
    this.#keys = [];
    for (const send of this.#views) this.greet(send);
  }
}
