import { version } from '../../package.json';
import type { Analysis } from '../core/analysis.ts';
import type { Browser } from '../core/cookies/browser.ts';
import type { HarFacts } from '../core/http/har-stream.ts';
import { type ExportChoice, printExport } from '../core/report/print-export.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const BROWSER_NAMES: Readonly<Record<Browser, string>> = { chromium: 'Chromium', firefox: 'Firefox' };

/** `recorder` is what the file says of itself, or the browser of the live recording. Answers `export` when everything that is recorded so far was opened or found sealed. */
export async function exportRecording(
  send: (message: FromWorker) => void,
  analysis: Analysis,
  recorder: HarFacts | Browser,
  { request, choice }: Extract<ToWorker, { type: 'export' }>,
): Promise<void> {
  await analysis.settled();
  send({ type: 'exported', request, text: textOf(analysis, recorder, choice) });
}

/** Null where the file would be longer than a text can be. */
function textOf(analysis: Analysis, recorder: HarFacts | Browser, choice: ExportChoice): string | null {
  try {
    const source =
      typeof recorder === 'string'
        ? ({ kind: 'recording', creator: null, cookiesStripped: false, recorder: BROWSER_NAMES[recorder] } as const)
        : ({ kind: 'har', ...recorder, recorder: recorder.creator } as const);
    return printExport(analysis, choice, { ...source, version });
  } catch {
    return null;
  }
}
