import { type HttpExchange, headerValues } from '../core/http/exchange.ts';
import { createOrdinals, exchangeId, textHash } from '../core/http/exchange-id.ts';
import { mergeExchange } from '../core/http/merge-exchange.ts';
import { hasAllHeaders } from './doubt.ts';
import { entryKey } from './har-log.ts';
import type { ReadEntry } from './read-entry.ts';

/** One recorded exchange. */
interface Known {
  readonly id: string;
  /** Kept only while it may still be joined with another view of it. */
  exchange: HttpExchange | null;
  /** Tells apart the exchanges that share start, method and URL. */
  signature: string;
  /** False while only `getHAR` has shown it. */
  announced: boolean;
  /** How often `getHAR` is still to be asked about it. */
  looks: number;
}

export interface Reconciled {
  /** New or better than before: to be handed on, with the id that they had. */
  readonly exchanges: readonly HttpExchange[];
  /** How many of them no event has announced. */
  readonly unannounced: number;
}

/**
 * What has been recorded, so that the same request seen by an event and by `getHAR` is one exchange. Requests that share start,
 * method and URL are matched as multisets: as many exchanges as the richer of the two views has entries.
 */
export class KnownExchanges {
  readonly #byKey = new Map<string, Known[]>();
  readonly #doubtful = new Set<Known>();
  readonly #ordinalOf = createOrdinals();
  readonly #read: ReadEntry;

  constructor(read: ReadEntry) {
    this.#read = read;
  }

  get inDoubt(): boolean {
    return this.#doubtful.size > 0;
  }

  /** An entry of an event. `looks` is how often `getHAR` is to be asked whether it knows more. */
  announce(entry: unknown, read: HttpExchange, looks: number): HttpExchange {
    const key = entryKey(entry);
    const known = this.#list(key);
    const waiting = known.filter((one) => !one.announced);
    const signature = signatureOf(read);
    const same = waiting.find((one) => one.signature === signature) ?? waiting[0];
    if (!same) return this.#add(key, read, { announced: true, looks });
    same.announced = true;
    same.looks = looks;
    if (looks > 0) this.#doubtful.add(same);
    return this.#join(same, read).exchange;
  }

  /** All entries that `getHAR` has now. It may have fewer than are known (a navigation empties it) and more (filters, lost events). */
  reconcile(entries: readonly unknown[]): Reconciled {
    const exchanges: HttpExchange[] = [];
    let unannounced = 0;
    for (const [key, group] of groupByKey(entries)) {
      const known = this.#list(key);
      if (group.length <= known.length && known.every((one) => one.looks === 0 && one.announced)) continue;
      const views = group.map((entry): View => ({ read: this.#read(entry), complete: hasAllHeaders(entry) }));
      const { pairs, rest } = pair(known, views);
      for (const [one, { read, complete }] of pairs) {
        const { exchange, better } = this.#join(one, read);
        if (better) exchanges.push(exchange);
        if (complete) this.#settle(one);
      }
      for (const { read } of rest) {
        // Still under way, or failed: its event is to come.
        if (read.status === 0) continue;
        exchanges.push(this.#add(key, read, { announced: false, looks: 0 }));
        unannounced++;
      }
    }
    for (const one of [...this.#doubtful]) {
      one.looks--;
      if (one.looks === 0) this.#settle(one);
    }
    return { exchanges, unannounced };
  }

  #list(key: string): readonly Known[] {
    return this.#byKey.get(key) ?? [];
  }

  #add(key: string, read: HttpExchange, { announced, looks }: Pick<Known, 'announced' | 'looks'>): HttpExchange {
    const known = this.#byKey.get(key) ?? [];
    const ordinal = this.#ordinalOf(read.startedAt, read.method, read.url);
    const exchange = { ...read, id: exchangeId(read.startedAt, read.method, read.url, ordinal) };
    const one: Known = { id: exchange.id, exchange, signature: signatureOf(read), announced, looks };
    // An array that is pushed to makes room for many, and hardly any has two.
    if (known.length === 0) this.#byKey.set(key, [one]);
    else known.push(one);
    if (looks > 0) this.#doubtful.add(one);
    else this.#settle(one);
    return exchange;
  }

  /** `better` when the other view has something new. */
  #join(one: Known, read: HttpExchange): { readonly exchange: HttpExchange; readonly better: boolean } {
    const other = { ...read, id: one.id };
    const before = one.exchange;
    if (!before) return { exchange: other, better: false };
    const exchange = mergeExchange(before, other);
    one.exchange = exchange;
    one.signature = signatureOf(exchange);
    if (one.looks === 0 || headerValues(exchange.responseHeaders, 'set-cookie').length > 0) this.#settle(one);
    return { exchange, better: JSON.stringify(exchange) !== JSON.stringify(before) };
  }

  /** Nothing more is expected of `getHAR`, and nothing of an event once there was one. */
  #settle(one: Known): void {
    one.looks = 0;
    this.#doubtful.delete(one);
    if (one.announced) one.exchange = null;
  }
}

/** One entry of `getHAR`. */
interface View {
  readonly read: HttpExchange;
  readonly complete: boolean;
}

function groupByKey(entries: readonly unknown[]): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const entry of entries) {
    const key = entryKey(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

interface Pairing {
  readonly pairs: readonly (readonly [Known, View])[];
  /** What only `getHAR` has. */
  readonly rest: readonly View[];
}

/** First those that look alike, then those in doubt, then the others in order. */
function pair(known: readonly Known[], views: readonly View[]): Pairing {
  const pairs: [Known, View][] = [];
  const free = new Set(known);
  // Requests still under way come last, lest one of them be taken for a finished one.
  let rest = [...views].sort((a, b) => Math.sign(b.read.status) - Math.sign(a.read.status));
  for (const fits of [
    (one: Known, { read }: View) => one.signature === signatureOf(read),
    (one: Known) => one.looks > 0,
    (one: Known) => one.announced,
    () => true,
  ]) {
    rest = rest.filter((candidate) => {
      const one = [...free].find((each) => fits(each, candidate));
      if (!one) return true;
      free.delete(one);
      pairs.push([one, candidate]);
      return false;
    });
  }
  return { pairs, rest };
}

/** Short, because it is kept for every exchange. */
function signatureOf(exchange: HttpExchange): string {
  const lines = headerValues(exchange.responseHeaders, 'set-cookie');
  return lines.length === 0 ? `${exchange.status} 0` : [exchange.status, lines.length, textHash(lines.join('\n'))].join(' ');
}
