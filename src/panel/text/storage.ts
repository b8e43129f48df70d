import type { LineStorage, RefusalReason } from '../../core/cookies/storage.ts';
import { type MessageKey, message } from './message.ts';
import { formatTime } from './numbers.ts';

interface RefusalText {
  /** A few words for a cell. */
  readonly label: MessageKey;
  /** Completes “The browser refused it: …”. */
  readonly reason: MessageKey;
}

/** Total: a reason without its words does not build. */
const REFUSALS: Readonly<Record<RefusalReason, RefusalText>> = {
  'insecure-origin': { label: 'refusalInsecureOrigin', reason: 'refusalInsecureOriginText' },
  prefix: { label: 'refusalPrefix', reason: 'refusalPrefixText' },
  'samesite-none-insecure': { label: 'refusalSameSiteNone', reason: 'refusalSameSiteNoneText' },
  'domain-mismatch': { label: 'refusalDomain', reason: 'refusalDomainText' },
  'public-suffix': { label: 'refusalPublicSuffix', reason: 'refusalPublicSuffixText' },
  'control-character': { label: 'refusalControlCharacter', reason: 'refusalControlCharacterText' },
  'secure-overwrite': { label: 'refusalSecureOverwrite', reason: 'refusalSecureOverwriteText' },
  'partitioned-insecure': { label: 'refusalPartitioned', reason: 'refusalPartitionedText' },
  'third-party-blocked': { label: 'refusalThirdParty', reason: 'refusalThirdPartyText' },
  'samesite-cross-site': { label: 'refusalCrossSite', reason: 'refusalCrossSiteText' },
  'credentials-omitted': { label: 'refusalCredentials', reason: 'refusalCredentialsText' },
  empty: { label: 'refusalEmpty', reason: 'refusalEmptyText' },
  malformed: { label: 'refusalMalformed', reason: 'refusalMalformedText' },
  'too-large': { label: 'refusalTooLarge', reason: 'refusalTooLargeText' },
};

/** Completes “The browser refused it: …”. */
export const refusalText = (reason: RefusalReason): string => message(REFUSALS[reason].reason);

export const refusalLabel = (reason: RefusalReason): string => message(REFUSALS[reason].label);

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
