import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import type { ResponseRow } from '../../../core/report/response-row.ts';
import type { Criterion, RowFilter } from './read-filter.ts';
import { criterionTest, type Found } from './row-passes.ts';

/** Whether the cookie passes every term: of what it is by itself, or of one of the responses that set it. */
export function cookiePasses(cookie: CookieSummary, { terms }: RowFilter, found: Found): boolean {
  return terms.every(({ term, criterion }) => criterion === null || meets(cookie, criterion, found) !== term.negated);
}

function meets(cookie: CookieSummary, criterion: Criterion, found: Found): boolean {
  const { name, scope, findings } = cookie;
  const ofSomeRow = (meetsIt: (row: ResponseRow) => boolean): boolean => cookie.rows.some(meetsIt);
  switch (criterion.kind) {
    case 'text': {
      const text = [name, scope.domain, scope.path, ...findings.map(({ kind }) => kind)].join('\n').toLowerCase();
      return text.includes(criterion.needle.text) || ofSomeRow(({ id }) => found.has(criterion.needle, id));
    }
    case 'cookie':
      return name.toLowerCase().includes(criterion.text);
    case 'domain':
      return scope.domain.toLowerCase().includes(criterion.text);
    case 'path':
      return scope.path.toLowerCase().includes(criterion.text);
    case 'word':
      // A finding about a request may stand on the row of another cookie.
      if (criterion.token === 'finding') {
        return findings.some(({ kind, severity }) => criterion.words.includes(kind) || criterion.words.includes(severity));
      }
      return ofSomeRow(criterionTest(criterion, found));
    case 'key':
    case 'method':
    case 'status':
    case 'size':
      return ofSomeRow(criterionTest(criterion, found));
  }
}
