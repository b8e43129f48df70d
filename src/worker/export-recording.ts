import { version } from '../../package.json';
import type { Analysis } from '../core/analysis.ts';
import type { HarFacts } from '../core/http/har-stream.ts';
import { type ExportChoice, printExport } from '../core/report/print-export.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** `file` is null for the live recording. Answers `export` when everything that is recorded so far was opened or found sealed. */
export async function exportRecording(
  send: (message: FromWorker) => void,
  analysis: Analysis,
  file: HarFacts | null,
  { request, choice }: Extract<ToWorker, { type: 'export' }>,
): Promise<void> {
  await analysis.settled();
  send({ type: 'exported', request, text: textOf(analysis, file, choice) });
}

/** Null where the file would be longer than a text can be. */
function textOf(analysis: Analysis, file: HarFacts | null, choice: ExportChoice): string | null {
  try {
    const source =
      file === null ? ({ kind: 'recording', creator: null, cookiesStripped: false } as const) : ({ kind: 'har', ...file } as const);
    return printExport(analysis, choice, { ...source, version });
  } catch {
    return null;
  }
}
