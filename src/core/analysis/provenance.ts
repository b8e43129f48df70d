import type { ParsedExchange } from '../report/parsed-exchange.ts';
import { Sightings } from './sightings.ts';

/**
 * Where each cookie value comes from and where it first goes: which recorded response set it, which request carried it first.
 * Values are keyed by name and value alone, since a cookie may be set on one host and sent to another.
 */
export class Provenance {
  readonly #setters = new Sightings();
  readonly #carriers = new Sightings();
  /** Responses that set a value which their request did not carry. */
  readonly #makers = new Sightings();
  /** Value to the exchange that is flagged for it. */
  readonly #flagged = new Map<string, string>();
  /** Exchange to the values that it is flagged for. */
  readonly #flags = new Map<string, Set<string>>();

  /** Takes an exchange in, `before` being what was taken in under its id. Returns the exchanges that are to be judged anew. */
  add(after: ParsedExchange, before: ParsedExchange | null): ReadonlySet<string> {
    const { id, startedAt } = after.exchange;
    const place = { id, startedAt };
    const affected = new Set([id]);
    const carried = difference(carriedKeys(after), before && carriedKeys(before));
    const recount = (key: string, change: () => void) => {
      this.#touchCarrier(key, affected);
      change();
      this.#touchCarrier(key, affected);
      this.#reflag(key, affected);
    };
    for (const key of carried.added) recount(key, () => this.#carriers.add(key, place));
    for (const key of carried.removed) recount(key, () => this.#carriers.remove(key, id));
    this.#remake(after, before, affected);
    const set = setKeys(after);
    const changed = difference(set, before && setKeys(before));
    for (const key of changed.added) this.#setters.add(key, place);
    for (const key of changed.removed) this.#setters.remove(key, id);
    for (const key of [...changed.added, ...changed.removed]) this.#reflag(key, affected);
    // How a version grew is told on the request that carries it first.
    for (const key of set) if (this.#setters.earliest(key) === id) this.#touchCarrier(key, affected);
    for (const key of changed.removed) this.#touchCarrier(key, affected);
    return affected;
  }

  /** The exchange whose response set this value first; null when no recorded one did. */
  setter(key: string): string | null {
    return this.#setters.earliest(key);
  }

  /** The exchange whose request carried this value first. */
  firstCarrier(key: string): string | null {
    return this.#carriers.earliest(key);
  }

  /** The request is the first to carry this value, and no recorded response set it. */
  isFlagged(id: string, key: string): boolean {
    return this.#flagged.get(key) === id;
  }

  /** Another response made the same value, and neither was given it by its request. */
  isMadeElsewhere(id: string, key: string): boolean {
    const makers = this.#makers.all(key);
    return makers.length > 1 && makers.includes(id);
  }

  /** How many exchanges are flagged. */
  get flagged(): number {
    return this.#flags.size;
  }

  #remake(after: ParsedExchange, before: ParsedExchange | null, affected: Set<string>): void {
    const { id, startedAt } = after.exchange;
    const { added, removed } = difference(madeKeys(after), before && madeKeys(before));
    for (const key of added) this.#makers.add(key, { id, startedAt });
    for (const key of removed) this.#makers.remove(key, id);
    // The second one is news to the first, and to nobody else after that.
    for (const key of [...added, ...removed]) {
      const makers = this.#makers.all(key);
      if (makers.length <= 2) for (const maker of makers) affected.add(maker);
    }
  }

  #touchCarrier(key: string, affected: Set<string>): void {
    const carrier = this.#carriers.earliest(key);
    if (carrier !== null) affected.add(carrier);
  }

  #reflag(key: string, affected: Set<string>): void {
    const was = this.#flagged.get(key) ?? null;
    const is = this.#setters.earliest(key) === null ? this.#carriers.earliest(key) : null;
    if (was === is) return;
    if (was !== null) {
      affected.add(was);
      this.#flagged.delete(key);
      const flags = this.#flags.get(was);
      flags?.delete(key);
      if (flags?.size === 0) this.#flags.delete(was);
    }
    if (is !== null) {
      affected.add(is);
      this.#flagged.set(key, is);
      this.#flags.set(is, (this.#flags.get(is) ?? new Set()).add(key));
    }
  }
}

function difference(
  after: ReadonlySet<string>,
  before: ReadonlySet<string> | null,
): { added: readonly string[]; removed: readonly string[] } {
  return {
    added: [...after].filter((key) => !before?.has(key)),
    removed: [...(before ?? [])].filter((key) => !after.has(key)),
  };
}

function carriedKeys(exchange: ParsedExchange): ReadonlySet<string> {
  return new Set(exchange.carried.map((value) => value.key));
}

/** A line that deletes says nothing of its own. */
function madeKeys({ lines, carried }: ParsedExchange): ReadonlySet<string> {
  const given = new Set(carried.map((value) => value.key));
  return new Set(lines.filter(({ deleted, key }) => !deleted && !given.has(key)).map(({ key }) => key));
}

function setKeys(exchange: ParsedExchange): ReadonlySet<string> {
  return new Set(exchange.lines.map((line) => line.key));
}
