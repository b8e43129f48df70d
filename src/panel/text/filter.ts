import { capitals } from '../../core/capitals.ts';
import type { Token } from '../state/filter/filter-terms.ts';
import type { RowFilter } from '../state/filter/read-filter.ts';
import { message } from './message.ts';

/** What a token filters by, in a few words. */
export const filterHelp = (token: Token): string => message(`filterHelp${capitals(token)}`);

/** The first thing in the filter that cannot be understood; null where there is none. */
export function filterFault({ terms }: RowFilter): string | null {
  const faulty = terms.find(({ fault }) => fault !== null);
  if (faulty?.fault == null) return null;
  const { value } = faulty.term;
  if (faulty.fault === 'size') return message('filterFaultSize', value);
  if (faulty.fault === 'status') return message('filterFaultStatus', value);
  return message('filterFaultWord', value, `${faulty.fault}:`);
}
