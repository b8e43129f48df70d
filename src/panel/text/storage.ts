import type { LineStorage, RefusalReason } from '../../core/cookies/storage.ts';
import { formatTime } from './numbers.ts';

interface RefusalText {
  /** A few words for a cell. */
  readonly label: string;
  /** Completes “The browser refused it: …”. */
  readonly reason: string;
}

/** Total: a reason without its words does not build. */
const REFUSALS: Record<RefusalReason, RefusalText> = {
  'insecure-origin': { label: 'Secure on http', reason: 'Secure from a plain http origin.' },
  prefix: {
    label: 'prefix',
    reason:
      'its name begins with a prefix that asks for more: Secure over https, for __Host- also Path=/ and no Domain, for __Http- HttpOnly.',
  },
  'samesite-none-insecure': { label: 'SameSite=None', reason: 'SameSite=None without Secure.' },
  'domain-mismatch': { label: 'other domain', reason: 'its Domain is not this host nor a domain above it.' },
  'public-suffix': { label: 'public suffix', reason: 'its Domain is a public suffix, which strangers share.' },
  'control-character': { label: 'control character', reason: 'a control character stands in it.' },
  'secure-overwrite': { label: 'Secure exists', reason: 'from plain http it would overwrite or hide a cookie that is Secure.' },
  'partitioned-insecure': { label: 'Partitioned', reason: 'Partitioned without Secure.' },
  'third-party-blocked': { label: 'third party', reason: 'third-party cookies are blocked, and it is not Partitioned.' },
  'samesite-cross-site': {
    label: 'cross-site',
    reason: 'it has SameSite, and the request came from another site without being a navigation.',
  },
  'credentials-omitted': {
    label: 'no credentials',
    reason: 'the request went to another origin without credentials, so cookies were not looked at.',
  },
  empty: { label: 'empty', reason: 'neither a name nor a value.' },
  malformed: { label: 'malformed', reason: 'the line cannot be read as a cookie.' },
  'too-large': { label: 'too large', reason: 'name and value are over 4,096 bytes.' },
};

/** Completes “The browser refused it: …”. */
export const refusalText = (reason: RefusalReason): string => REFUSALS[reason].reason;

export const refusalLabel = (reason: RefusalReason): string => REFUSALS[reason].label;

/** What the browser did with a line, as a sentence. */
export function storageText({ stored }: LineStorage): string {
  switch (stored.outcome) {
    case 'created':
      return 'The browser stored it as a new cookie.';
    case 'replaced':
      return 'The browser stored it in place of the version it had.';
    case 'deleted':
      return 'The browser deleted the cookie.';
    case 'ignored':
      return 'The browser had no such cookie to delete.';
    case 'refused':
      return `The browser refused it: ${REFUSALS[stored.reason].reason}`;
  }
}

/** What the next request in scope shows of it; null while there was none. */
export function trafficText({ stored, evidence }: LineStorage): string | null {
  if (evidence === null) return null;
  const { carried } = evidence;
  const request = `The next request in scope, at ${formatTime(evidence.at)},`;
  switch (stored.outcome) {
    case 'created':
    case 'replaced':
      return carried
        ? `${request} carries it.`
        : `${request} does not carry it: a script removed it, it was cleared, or the browser refused it.`;
    case 'deleted':
    case 'ignored':
      return carried ? `${request} still carries it, so it was not deleted.` : `${request} carries it no more.`;
    case 'refused':
      return carried ? null : `${request} does not carry it either.`;
  }
}

/** Whether the traffic contradicts what was foretold. */
export function isContradicted({ stored, evidence }: LineStorage): boolean {
  if (evidence === null) return false;
  return stored.outcome === 'created' || stored.outcome === 'replaced'
    ? !evidence.carried
    : stored.outcome === 'deleted' && evidence.carried;
}

/** The same in a word or two, for a table. */
export function storageLabel(storage: LineStorage | null): string {
  if (storage === null) return '–';
  return storage.stored.outcome === 'refused' ? `refused: ${refusalLabel(storage.stored.reason)}` : storage.stored.outcome;
}
