import { takesSecret } from '../core/readers/index.ts';
import type { Reading } from '../core/readers/reader.ts';
import { counted } from './text-style.ts';

/** Counts what secrets opened, to say so when they opened nothing. */
export class OpeningTally {
  #sealed = 0;
  #opened = 0;
  #tried = 0;

  count(reading: Reading | null): Reading | null {
    if (reading !== null && takesSecret(reading)) {
      this.#sealed++;
      if (reading.key !== null) this.#opened++;
      this.#tried = Math.max(this.#tried, reading.tried);
    }
    return reading;
  }

  /** One line where secrets were given, there was something to open, and nothing opened. */
  messages(secrets: number): readonly string[] {
    if (secrets === 0 || this.#sealed === 0 || this.#opened > 0) return [];
    const values = counted(this.#sealed, 'sealed value', 'sealed values');
    return [`no secret opened any of ${values}; tried ${tried(secrets, this.#tried)} on each`];
  }
}

/** `2 secrets in 24 combinations of digest, salt and key length` */
export function tried(secrets: number, combinations: number): string {
  const what = counted(combinations, 'combination', 'combinations');
  return `${counted(secrets, 'secret', 'secrets')} in ${what} of digest, salt and key length`;
}
