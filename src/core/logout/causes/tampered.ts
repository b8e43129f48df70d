import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** The value carried is not the value set: truncated, quoted, encoded again, altered. */
export const tampered: Cause = {
  cause: 'tampered',
  explain(loss) {
    const { step, history, before } = loss;
    const carried = history?.carried(step) ?? null;
    const set = before?.version ?? null;
    if (carried === null || set === null || !carried.root || set === carried) return null;
    const { reading } = carried;
    if (reading !== null && reading.failure === null && reading.state !== 'sealed') return null;
    const [is, was] = [textAfterName(carried.key), textAfterName(set.key)];
    const isLike = isAlike(is, was);
    if (!isLike && reading?.failure !== 'malformed') return null;
    return verdict(loss, isLike ? 'certain' : 'likely', [[step, { kind: 'altered' }]], ['secret-changed', 'foreign-app', 'session-reset']);
  },
};

const textAfterName = (key: string): string => key.slice(key.indexOf('=') + 1);

/** The same value but for quotes, escapes, or some characters: sealed values of different sessions have nothing in common. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === '' || b === '') return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end >= Math.max(8, shorter / 2);
}

/** Without quotes, and without as many layers of percent-encoding as there are. */
function bare(value: string): string {
  let text = value.replace(/^"|"$/g, '');
  for (let layer = 0; layer < 3; layer++)
    text = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return text.replaceAll(' ', '+');
}
