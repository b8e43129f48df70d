import { version } from '../../package.json';
import type { Analysis } from '../core/analysis.ts';
import { printExport } from '../core/report/print-export.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Answers `export` when everything that is recorded so far was opened or found sealed. */
export async function exportRecording(
  send: (message: FromWorker) => void,
  analysis: Analysis,
  { request, choice }: Extract<ToWorker, { type: 'export' }>,
): Promise<void> {
  await analysis.settled();
  send({ type: 'exported', request, text: textOf(analysis, choice) });
}

/** Null where the file would be longer than a text can be. */
function textOf(analysis: Analysis, choice: Extract<ToWorker, { type: 'export' }>['choice']): string | null {
  try {
    return printExport(analysis, choice, { kind: 'recording', creator: null, cookiesStripped: false, version });
  } catch {
    return null;
  }
}
