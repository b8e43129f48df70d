import type { ImportFailure, ImportState, OpenedSource } from '../../worker/protocol.ts';
import { counted, message } from './message.ts';

/** Why a file could not be opened. */
export function importFailureText(failure: ImportFailure): string {
  switch (failure.code) {
    case 'empty':
      return message('importFailureEmpty');
    case 'unreadable':
      return message('importFailureUnreadable');
    case 'damaged-gzip':
      return message('importFailureDamagedGzip');
    case 'not-json':
      return message('importFailureNotJson', failure.line, failure.column);
    case 'not-a-har':
      return message('importFailureNotHar', failure.field);
  }
}

/** What a recording is called; null for the live one. */
const nameOf = (source: OpenedSource | null): string => {
  if (source === null) return message('compareLive');
  return source.example ? message('importExampleName') : source.name;
};

/** What the two recordings of a comparison are called. */
export const sideNames = (shown: OpenedSource | null, beside: OpenedSource | null): [left: string, right: string] => [
  nameOf(shown),
  beside === null ? '' : nameOf(beside),
];

/** What the file lacks, one sentence each. */
export function lackingTexts({ cookiesStripped, fault }: OpenedSource): readonly string[] {
  return [
    ...(cookiesStripped ? [message('importStripped')] : []),
    ...(fault === null ? [] : [counted('importCutOff', fault.entries, fault.line, fault.column)]),
  ];
}

export function progressText({ bytes, total, entries }: ImportState): string {
  return counted('importProgress', entries, megabytes(bytes), megabytes(total));
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
