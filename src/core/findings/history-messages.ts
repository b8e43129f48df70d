import { counted, message } from '../message.ts';
import { byteCount } from './byte-count.ts';
import type { HistoryParameters, RequestSpan } from './history-parameters.ts';

/** `POST /cart` */
export const asked = ({ method, path }: RequestSpan): string => `${method} ${path}`;

/** What `lost-update` says. */
export function lostUpdate(cookie: string, parameters: HistoryParameters['lost-update']): string {
  const { lost, more, overwritten, overwriting, overlapped } = parameters;
  const paths = lost.map((path) => path.join('.')).join(', ');
  const words = [cookie, asked(overwritten), paths, asked(overwriting)] as const;
  if (more > 0) return counted(overlapped ? 'findingLostUpdateMessageOverlappedMore' : 'findingLostUpdateMessageMore', more, ...words);
  return message(overlapped ? 'findingLostUpdateMessageOverlapped' : 'findingLostUpdateMessage', ...words);
}

/** What `stale-snapshot` says. */
export function snapshotHeld(cookie: string, parameters: HistoryParameters['stale-snapshot']): string {
  const { path, model, heldFor, carried, past, contradictedBy } = parameters;
  const texts = model === null ? RECORD : MODEL;
  const words = model === null ? ([cookie, path.join('.')] as const) : ([cookie, path.join('.'), model] as const);
  if (contradictedBy !== null) return message(texts[contradictedBy], ...words);
  const held = [duration(heldFor), counted('unitRequests', carried)] as const;
  return past === null ? message(texts.held, ...words, ...held) : message(texts.past, ...words, ...held, asked(past));
}

const RECORD = {
  'newer-updated-at': 'findingStaleSnapshotMessageNewer',
  'other-copy': 'findingStaleSnapshotMessageOther',
  held: 'findingStaleSnapshotMessageHeld',
  past: 'findingStaleSnapshotMessagePast',
} as const;

const MODEL = {
  'newer-updated-at': 'findingStaleSnapshotMessageModelNewer',
  'other-copy': 'findingStaleSnapshotMessageModelOther',
  held: 'findingStaleSnapshotMessageModelHeld',
  past: 'findingStaleSnapshotMessageModelPast',
} as const;

/** What `growing-session` says. */
export function grown(cookie: string, { versions, grew, size, left }: HistoryParameters['growing-session']): string {
  const numbers = [cookie, versions, byteCount(grew), byteCount(size)] as const;
  if (left === null) return message('findingGrowingSessionMessage', ...numbers);
  return left === 0
    ? message('findingGrowingSessionMessageLast', ...numbers)
    : counted('findingGrowingSessionMessageLeft', left, ...numbers);
}

/** `40 seconds`, `6 minutes`, `2 hours` */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return counted('unitSeconds', seconds);
  return seconds < 7200 ? counted('unitMinutes', Math.round(seconds / 60)) : counted('unitHours', Math.round(seconds / 3600));
}
