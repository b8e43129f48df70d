import type { Loss } from './loss.ts';
import { originOf } from './request-kind.ts';

/** Groups what several cookies or parallel requests show of one loss. In the order of the traffic. */
export function sameLosses(losses: readonly Loss[]): readonly (readonly Loss[])[] {
  const groups: Loss[][] = [];
  for (const loss of losses.toSorted(compareLosses)) {
    const group = groups.findLast((candidates) => candidates.some((other) => isSame(other, loss)));
    if (group === undefined) groups.push([loss]);
    else group.push(loss);
  }
  return groups;
}

/** The later one is the same when nobody had signed in anew between the two. */
function isSame(earlier: Loss, later: Loss): boolean {
  if (earlier.step.exchange.id === later.step.exchange.id) return true;
  if (earlier.history === later.history && earlier.history !== null) return false;
  if (originOf(earlier.step.exchange) !== originOf(later.step.exchange)) return false;
  const since = later.before?.since ?? later.step.exchange.startedAt;
  return since <= earlier.step.landedAt;
}

function compareLosses(a: Loss, b: Loss): number {
  const [one, other] = [a.step.exchange, b.step.exchange];
  return (
    one.startedAt - other.startedAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0) || nameOf(a).localeCompare(nameOf(b), 'en')
  );
}

const nameOf = ({ history }: Loss): string => history?.name ?? '';
