import type { SetCookie } from '../cookies/set-cookie.ts';
import { ANY_RAILS, type RailsRange, type RailsSign, railsRange, signsOfLine, signsOfReading } from './rails/rails-version.ts';
import type { Framework, Layout, Reading } from './reader.ts';

/** What the traffic shows of the application that sets a cookie, as far as the lines of a remedy depend on it. */
export interface Application {
  /** Null where no reader knows the value. */
  readonly framework: Framework | null;
  /** Where the session is kept; null where nothing tells. */
  readonly store: 'cookie' | 'server' | null;
  readonly rails: RailsRange;
  /** Rack signs up to version 2; rack-session 2 encrypts. Null for Rails, and where nothing tells. */
  readonly rackSession: 'signed' | 'encrypted' | null;
}

export const UNKNOWN_APPLICATION: Application = { framework: null, store: null, rails: ANY_RAILS, rackSession: null };

/** Gathers it over the values and lines of one cookie, in whatever order they come. */
export class ApplicationSigns {
  readonly #ofReadings = new Set<RailsSign>();
  readonly #ofLines = new Set<RailsSign>();
  readonly #layouts = new Set<Layout>();
  #framework: Framework | null = null;

  /** Whether this says something new. */
  addReading(reading: Reading): boolean {
    const before = this.#count();
    if (reading.failure === 'malformed') return false;
    this.#framework ??= reading.framework;
    if (reading.layout !== null) this.#layouts.add(reading.layout);
    if (reading.framework === 'rails') for (const sign of signsOfReading(reading)) this.#ofReadings.add(sign);
    return this.#count() > before;
  }

  addLine(cookie: SetCookie): void {
    for (const sign of signsOfLine(cookie)) this.#ofLines.add(sign);
  }

  /** What the readings said: they are made anew. */
  forgetReadings(): void {
    this.#framework = null;
    this.#ofReadings.clear();
    this.#layouts.clear();
  }

  application(): Application {
    const framework = this.#framework;
    return {
      framework,
      store: this.#layouts.size === 0 ? null : this.#layouts.has('store-id') ? 'server' : 'cookie',
      rails: framework === 'rails' ? railsRange([...this.#ofReadings, ...this.#ofLines]) : ANY_RAILS,
      rackSession: framework === 'rack' ? this.#rackSession() : null,
    };
  }

  #rackSession(): Application['rackSession'] {
    if (this.#layouts.has('rack-encryptor-v1') || this.#layouts.has('rack-encryptor-v2')) return 'encrypted';
    return this.#layouts.has('rack-hmac') || this.#layouts.has('rack-plain') ? 'signed' : null;
  }

  #count(): number {
    return this.#ofReadings.size + this.#layouts.size + (this.#framework === null ? 0 : 1);
  }
}
