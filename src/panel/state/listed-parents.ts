import type { VersionView } from '../../core/report/history-view.ts';

/** What a listed version is drawn from. */
export interface ListedParent {
  readonly row: number;
  /** Versions between the two are not listed. */
  readonly skips: boolean;
}

/** The nearest ancestor of each listed version that is listed too, by id; of those that have none, nothing. `all` has parents before children. */
export function listedParents(all: readonly VersionView[], listed: readonly VersionView[]): ReadonlyMap<string, ListedParent> {
  const rowOf = new Map(listed.map(({ id }, row) => [id, row]));
  const nearest = new Map<string, ListedParent>();
  for (const { id, parent } of all) {
    if (parent === null) continue;
    const row = rowOf.get(parent);
    const further = nearest.get(parent);
    if (row !== undefined) nearest.set(id, { row, skips: false });
    else if (further !== undefined) nearest.set(id, { row: further.row, skips: true });
  }
  return nearest;
}
