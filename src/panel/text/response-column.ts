import type { ResponseColumn } from '../state/response-columns.ts';
import { type MessageKey, message } from './message.ts';

const TITLES: Record<ResponseColumn, MessageKey> = {
  time: 'tableTime',
  method: 'tableMethod',
  path: 'tablePath',
  status: 'tableStatus',
  cookie: 'tableCookie',
  size: 'tableSize',
  flags: 'tableFlags',
  session: 'tableSession',
  finding: 'tableFinding',
};

const HINTS: Partial<Record<ResponseColumn, MessageKey>> = {
  size: 'tableSizeHint',
  flags: 'tableFlagsHint',
  session: 'tableSessionHint',
};

export const columnTitle = (column: ResponseColumn): string => message(TITLES[column]);

/** What the column means, where its title does not say so, and what a click on it does. */
export function columnHint(column: ResponseColumn): string {
  const hint = HINTS[column];
  return hint === undefined ? message('tableSortHint') : `${message(hint)} ${message('tableSortHint')}`;
}
