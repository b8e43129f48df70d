import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import type { FindingKind, Severity } from '../../src/core/findings/finding.ts';
import type { FindingView } from '../../src/core/report/finding-view.ts';
import { extensionFolder } from './recorded.ts';

export interface RecordedFinding {
  readonly rowId: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
}

/** Every finding of the recording by its row, as a view of its own gets them: the table shows but the worst of each row. */
export function readFindings(driver: PanelDriver): Promise<readonly RecordedFinding[]> {
  const worker = readdirSync(join(extensionFolder(driver.browser), 'assets')).find((name) => /^worker-.*\.js$/.test(name));
  if (!worker) throw new Error('the worker is not among the built assets');
  return driver.panel(askWorker, `/assets/${worker}`);
}

/** Runs in the panel. */
function askWorker(url: string): Promise<readonly RecordedFinding[]> {
  type Message =
    | { type: 'state'; rows: { id: string }[] }
    | { type: 'findings'; rows: { rowId: string; findings: FindingView[] }[] }
    | { type: 'rows' };
  const { port } = new SharedWorker(url, { type: 'module', name: `sessionscope-${chrome.devtools.inspectedWindow.tabId}` });
  port.start();
  return new Promise((resolve) => {
    port.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.type === 'state') port.postMessage({ type: 'findings', rowIds: data.rows.map(({ id }) => id) });
      if (data.type !== 'findings') return;
      port.postMessage({ type: 'leave' });
      port.close();
      resolve(data.rows.flatMap(({ rowId, findings }) => findings.map(({ finding: { kind, severity } }) => ({ rowId, kind, severity }))));
    });
    port.postMessage({ type: 'view', language: 'en' });
  });
}
