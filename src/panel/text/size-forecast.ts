import { BROWSER_COOKIE_LIMIT } from '../../core/readers/rails/limits.ts';
import type { DiffView } from '../../core/report/diff-view.ts';
import type { KeyCosts } from '../../core/session/key-cost.ts';
import { counted, message } from './message.ts';
import { formatBytes } from './numbers.ts';

/** A bar of the Size tab. */
export interface SizeBar {
  readonly label: string;
  readonly bytes: number;
  /** Of a key; else what goes around them. */
  readonly isKey: boolean;
}

/** The keys from the dearest on, then what name, envelope and cipher cost. Together they are the whole cookie. */
export function sizeBars({ keys, wire }: KeyCosts): readonly SizeBar[] {
  const bars = keys.map(({ key, bytes }): SizeBar => ({ label: key, bytes: Math.round(bytes), isKey: true }));
  const rest = Math.round(wire) - bars.reduce((sum, { bytes }) => sum + bytes, 0);
  const sorted = bars.toSorted((a, b) => b.bytes - a.bytes);
  return rest > 0 ? [...sorted, { label: message('sizeRest'), bytes: rest, isKey: false }] : sorted;
}

/** Where it leads if it goes on as it did with this response; null where it did not grow. */
export function forecastText({ diff }: { readonly diff: Pick<DiffView, 'before' | 'after'> | null }): string | null {
  const grew = (diff?.after?.wire ?? 0) - (diff?.before?.wire ?? Number.POSITIVE_INFINITY);
  if (diff?.after == null || !(grew > 0)) return null;
  const left = BROWSER_COOKIE_LIMIT - diff.after.wire;
  const grown = message('sizeGrew', formatBytes(grew));
  if (left < 0) return message('sizeGrewOver', grown);
  const more = Math.floor(left / grew) + 1;
  // Nobody watches a session for so long.
  if (more > 100) return null;
  return counted('sizeForecast', more, grown);
}

/** What is left, as people read it. */
export const leftText = (bytes: number): string => (bytes < 0 ? message('sizeTooMany', formatBytes(-bytes)) : formatBytes(bytes));
