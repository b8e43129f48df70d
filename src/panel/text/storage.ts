import type { LineStorage, RefusalReason } from '../../core/cookies/storage.ts';
import { REFUSAL_LABELS, refusalLabel } from '../../core/report/refusal-label.ts';
import { type MessageKey, message } from './message.ts';
import { formatTime } from './numbers.ts';

/** Completes “The browser refused it: …”. */
export const refusalText = (reason: RefusalReason): string => message(`${REFUSAL_LABELS[reason]}Text`);

/** What the browser did with a line, as a sentence. */
export function storageText({ stored }: LineStorage): string {
  switch (stored.outcome) {
    case 'created':
      return message('storageCreated');
    case 'replaced':
      return message('storageReplaced');
    case 'deleted':
      return message('storageDeleted');
    case 'ignored':
      return message('storageIgnored');
    case 'refused':
      return message('storageRefused', refusalText(stored.reason));
  }
}

/** What the next request in scope shows of it; null while there was none. */
export function trafficText({ stored, evidence }: LineStorage): string | null {
  if (evidence === null) return null;
  const { carried } = evidence;
  const at = formatTime(evidence.at);
  switch (stored.outcome) {
    case 'created':
    case 'replaced':
      return message(carried ? 'storageCarried' : 'storageNotCarried', at);
    case 'deleted':
    case 'ignored':
      return message(carried ? 'storageStillCarried' : 'storageNoMore', at);
    case 'refused':
      return carried ? null : message('storageNotEither', at);
  }
}

/** Whether the traffic contradicts what was foretold. */
export function isContradicted({ stored, evidence }: LineStorage): boolean {
  if (evidence === null) return false;
  return stored.outcome === 'created' || stored.outcome === 'replaced'
    ? !evidence.carried
    : stored.outcome === 'deleted' && evidence.carried;
}

const WORDS: Readonly<Record<Exclude<LineStorage['stored']['outcome'], 'refused'>, MessageKey>> = {
  created: 'storageWordCreated',
  replaced: 'storageWordReplaced',
  deleted: 'storageWordDeleted',
  ignored: 'storageWordIgnored',
};

/** The same in a word or two, for a table. */
export function storageLabel(storage: LineStorage | null): string {
  if (storage === null) return '–';
  const { stored } = storage;
  return stored.outcome === 'refused' ? message('storageWordRefused', refusalLabel(stored.reason)) : message(WORDS[stored.outcome]);
}
