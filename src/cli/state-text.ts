import type { ReadingFailure } from '../core/readers/reader.ts';
import type { ReportSession } from '../core/report/report.ts';

/** `opened (encrypted-gcm, json)`, `sealed: wrong key (encrypted-gcm)`. */
export function describeState(session: Pick<ReportSession, 'state' | 'failure' | 'layout' | 'serializer'>): string {
  const how = [session.layout, session.serializer].filter((part) => part !== null);
  return stateWords(session) + (how.length === 0 ? '' : ` (${how.join(', ')})`);
}

function stateWords({ state, failure }: Pick<ReportSession, 'state' | 'failure'>): string {
  switch (state) {
    case 'opened':
      return 'opened';
    case 'readable':
      return 'readable, not verified';
    case 'identifier':
      return 'id of a server-side session';
    case 'sealed':
      return failure === null ? 'sealed' : `sealed: ${failureWords(failure)}`;
    case 'failed':
      return failure === null ? 'failed' : `refused: ${failureWords(failure)}`;
  }
}

function failureWords(failure: ReadingFailure): string {
  switch (failure) {
    case 'malformed':
      return 'malformed';
    case 'purpose-mismatch':
      return 'sealed for another purpose';
    case 'expired':
      return 'expired';
    case 'unreadable':
      return 'content broken';
    case 'wrong-key':
      return 'no secret fits';
    case 'tampered':
      return 'altered on the way';
  }
}
