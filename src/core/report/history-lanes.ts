/** What the graph asks of a version: its place in the list is its row. */
export interface Branching {
  /** Row of the version that it was made of; null where it has none. */
  readonly parent: number | null;
  /** It never goes on in its parent's lane: the browser refused it, or had nothing to delete. */
  readonly aside: boolean;
}

/** Versions that follow one another in one lane. */
interface Chain {
  /** The first row that the lane is needed from: of a branch the parent's, where its edge begins. */
  readonly start: number;
  readonly head: number;
  end: number;
}

/**
 * A lane for each row, 0 the first. The first child goes on in its parent's lane and every other one gets a lane of its own, so what is
 * drawn stays where it is while more comes. A lane is used again once its last version has been passed.
 */
export function assignLanes(rows: readonly Branching[]): readonly number[] {
  const chainOf: Chain[] = [];
  const continued = new Set<number>();
  const chains: Chain[] = [];
  rows.forEach(({ parent, aside }, row) => {
    const before = parent === null || aside || continued.has(parent) ? undefined : chainOf[parent];
    const chain = before ?? { start: Math.min(parent ?? row, row), head: row, end: row };
    if (before === undefined) chains.push(chain);
    else if (parent !== null) continued.add(parent);
    chain.end = Math.max(chain.end, row, parent ?? row);
    chainOf[row] = chain;
  });
  const lanes = new Map<Chain, number>();
  const ends: number[] = [];
  for (const chain of chains.toSorted((a, b) => a.start - b.start || a.head - b.head)) {
    const free = ends.findIndex((end) => end < chain.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = chain.end;
    lanes.set(chain, lane);
  }
  return chainOf.map((chain) => lanes.get(chain) ?? 0);
}
