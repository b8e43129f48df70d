import { compareTraffic, type TrafficPlace } from '../report/traffic-order.ts';

/**
 * In which exchanges something was seen, by key, and which of them came first in the traffic, whatever order they arrive in.
 * Adding is constant work; taking back is linear only in the exchanges that share the key, and only for the first of them.
 */
export class Sightings {
  readonly #places = new Map<string, { readonly all: Map<string, TrafficPlace>; earliest: TrafficPlace }>();

  add(key: string, place: TrafficPlace): void {
    const seen = this.#places.get(key);
    if (seen === undefined) {
      this.#places.set(key, { all: new Map([[place.id, place]]), earliest: place });
      return;
    }
    seen.all.set(place.id, place);
    if (compareTraffic(place, seen.earliest) < 0) seen.earliest = place;
  }

  remove(key: string, id: string): void {
    const seen = this.#places.get(key);
    if (seen === undefined || !seen.all.delete(id)) return;
    const [first, ...rest] = seen.all.values();
    if (first === undefined) this.#places.delete(key);
    else if (seen.earliest.id === id)
      seen.earliest = rest.reduce((earliest, place) => (compareTraffic(place, earliest) < 0 ? place : earliest), first);
  }

  /** Every exchange where it was seen, in no order. */
  all(key: string): readonly string[] {
    return [...(this.#places.get(key)?.all.keys() ?? [])];
  }

  /** The id of the exchange where it was seen first; null when nowhere. */
  earliest(key: string): string | null {
    return this.#places.get(key)?.earliest.id ?? null;
  }
}
