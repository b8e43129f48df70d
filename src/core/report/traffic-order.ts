/** What decides the order of the traffic: the start, and where two started at once the id, so that the order is always the same. */
export interface TrafficPlace {
  readonly startedAt: number;
  readonly id: string;
}

/** For sorting: earlier first. */
export function compareTraffic(a: TrafficPlace, b: TrafficPlace): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
