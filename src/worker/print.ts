import { printText } from '../core/report/print-text.ts';
import { reportFault } from './fault.ts';
import { inPanelLanguage } from './panel-language.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Answers `print`. */
export function print(send: (message: FromWorker) => void, { request, what }: Extract<ToWorker, { type: 'print' }>): void {
  let text: string | null = null;
  try {
    text = inPanelLanguage(() => printText(what));
  } catch (error) {
    reportFault('printing', error);
  }
  send({ type: 'printed', request, text });
}
