import { flashMessages } from '../../session/flash.ts';
import { ValueIds } from '../../session/value-ids.ts';
import type { Version } from '../../session/version.ts';
import type { HistoryFinding, HistoryRule } from '../rule.ts';
import { type HistorySubject, isHonoured } from '../subject.ts';

/** Set for the next page, shown there and gone with its answer: two versions at most hold a message that nobody keeps. */
const TOO_MANY = 3;

/** Versions in a row, each made of the one before, that hold the same message. */
interface Row {
  readonly key: string;
  /** Of the message's value. */
  readonly id: number;
  /** The longest branch. */
  longest: number;
  /** The one that is too many. */
  third: Version | null;
}

/**
 * The flash is set, shown, and still there in the version after, and the one after that. Opened, three versions in a row hold
 *
 *     {"session_id":"…","flash":{"discard":[],"flashes":{"notice":"Saved"}}}
 */
export const flashNotSwept: HistoryRule = {
  kind: 'flash-not-swept',
  about: 'history',
  checkHistory(subject) {
    return rowsOf(subject).flatMap(({ key, longest, third }): readonly HistoryFinding[] => {
      const place = third?.setBy[0];
      if (place === undefined) return [];
      const finding = {
        kind: 'flash-not-swept',
        severity: 'warning',
        cookie: subject.name,
        line: place.line,
        parameters: { key, versions: longest },
      } as const;
      return [{ exchangeId: place.exchangeId, finding }];
    });
  },
};

function rowsOf({ history }: HistorySubject): readonly Row[] {
  const ids = new ValueIds();
  const rows = new Set<Row>();
  const inVersion = new Map<string, ReadonlyMap<string, { readonly row: Row; readonly length: number }>>();
  for (const version of history.versions) {
    const messages = isHonoured(version.reading) ? flashMessages(version.reading.data) : null;
    if (messages === null || messages.size === 0) continue;
    const before = inVersion.get(version.parent ?? '');
    const own = [...messages].map(([key, value]) => {
      const id = ids.of(value);
      const old = before?.get(key);
      const goesOn = old?.row.id === id;
      const row: Row = goesOn ? old.row : { key, id, longest: 0, third: null };
      const length = goesOn ? old.length + 1 : 1;
      row.longest = Math.max(row.longest, length);
      if (length === TOO_MANY) row.third ??= version;
      rows.add(row);
      return [key, { row, length }] as const;
    });
    inVersion.set(version.id, new Map(own));
  }
  return [...rows];
}
