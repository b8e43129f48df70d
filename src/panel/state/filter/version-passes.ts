import { unseenId } from '../../../core/report/row-id.ts';
import { isWithin } from './number-range.ts';
import type { Criterion, RowFilter } from './read-filter.ts';
import { criterionTest, type Found } from './row-passes.ts';
import { isTrueOfVersion, type SetVersion } from './version-words.ts';

/** Whether a version of the session cookie of this name passes every term: by what it is, or by a response that set it. */
export function versionPasses(set: SetVersion, name: string, { terms }: RowFilter, found: Found): boolean {
  return terms.every(({ term, criterion }) => criterion === null || meets(set, name, criterion, found) !== term.negated);
}

function meets(set: SetVersion, name: string, criterion: Criterion, found: Found): boolean {
  const { version, rows } = set;
  const ofSomeRow = (): boolean => rows.some(criterionTest(criterion, found));
  switch (criterion.kind) {
    case 'text':
      return found.has(criterion.needle, unseenId(version.id)) || shownText(set, name).includes(criterion.needle.text) || ofSomeRow();
    case 'key':
      return found.has(criterion.needle, unseenId(version.id)) || ofSomeRow();
    case 'cookie':
      return name.toLowerCase().includes(criterion.text);
    case 'size':
      return !version.deleted && isWithin(criterion.range, version.wire);
    case 'word':
      return criterion.words.some((word) => isTrueOfVersion(set, criterion.token, word, found.lost));
    case 'domain':
    case 'path':
    case 'method':
    case 'status':
      return ofSomeRow();
  }
}

/** What the log shows of a version and no row does, in lower case. */
function shownText({ version }: SetVersion, name: string): string {
  const { label, events, identities, change } = version;
  const keys = change === null ? [] : [...change.added, ...change.removed, ...change.changed];
  const who = (identities ?? []).flatMap(({ scope, key, id }) => [`${scope ?? key} ${id}`, key]);
  return [name, label, ...events.map(({ kind }) => kind), ...keys, ...who].join('\n').toLowerCase();
}
