import type { Reading, ReadingState } from '../readers/reader.ts';
import { type Diff, diffValues } from '../session/diff.ts';

/** One of two versions that are compared. */
export interface DiffSide {
  /** Name + value as sent, in bytes. */
  readonly wire: number;
  /** Null for a value that no reader knows. */
  readonly state: ReadingState | null;
}

/** What tells two versions of a session cookie apart. */
export interface SessionDiff {
  /** Null where there was none: nothing was carried, or it was deleted. */
  readonly before: DiffSide | null;
  readonly after: DiffSide | null;
  /** Byte for byte the same value. */
  readonly sameValue: boolean;
  /** Null where one of the two cannot be looked into. */
  readonly content: Diff | null;
}

/** A value as it is compared; null for none. */
export interface ComparedValue {
  /** Name and value as on the wire, joined. */
  readonly key: string;
  readonly wire: number;
  readonly reading: Reading | null;
}

export function diffSessions(before: ComparedValue | null, after: ComparedValue | null): SessionDiff {
  const sameValue = before !== null && after !== null && before.key === after.key;
  return { before: side(before), after: side(after), sameValue, content: contentDiff(before, after) };
}

const side = (value: ComparedValue | null): DiffSide | null => value && { wire: value.wire, state: value.reading?.state ?? null };

function contentDiff(before: ComparedValue | null, after: ComparedValue | null): Diff | null {
  const was = before?.reading?.data ?? null;
  const is = after?.reading?.data ?? null;
  if ((before !== null && was === null) || (after !== null && is === null)) return null;
  return diffValues(was, is);
}
