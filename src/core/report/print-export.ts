import { printHar } from '../http/har-export.ts';
import { buildReport, type Recorded } from './build-report.ts';
import { type Redaction, redactReport } from './redact.ts';
import { redactExchanges } from './redact-exchanges.ts';
import type { Report, ReportSource } from './report.ts';
import { printReportHtml } from './report-html.ts';
import { printReport } from './report-json.ts';
import { printReportMarkdown } from './report-markdown.ts';
import { exchangeOfRow } from './row-id.ts';

export type ExportFormat = 'har' | 'json' | 'markdown' | 'html';

/** What is to be exported, and how. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly redaction: Redaction;
  /** Only these rows of the table, and of a HAR the exchanges that they belong to; null for everything. */
  readonly rowIds: readonly string[] | null;
}

export interface ExportSource extends Omit<ReportSource, 'entries'> {
  /** Of this program. */
  readonly version: string;
  /** What recorded the traffic, as `creator` has it: who reads the HAR again replays that browser's rules. */
  readonly recorder: string | null;
}

const COMMENTS: Readonly<Record<Redaction, string>> = {
  none: 'Without bodies, and with the headers that tell of sessions only.',
  mask: 'Without bodies, and with the headers that tell of sessions only. Cookie values are masked: their length and punctuation are kept.',
  remove: 'Without bodies, and with the headers that tell of sessions only. Cookie values and the queries of addresses are removed.',
};

/** The recording as a file. Everything goes through `redact`; secrets are not part of a recording. The analysis should be settled. */
export function printExport(recorded: Recorded, { format, redaction, rowIds }: ExportChoice, source: ExportSource): string {
  if (format === 'har') {
    const exchangeIds = rowIds && new Set(rowIds.map(exchangeOfRow));
    const exchanges = recorded.exchanges().filter(({ id }) => exchangeIds === null || exchangeIds.has(id));
    return printHar(redactExchanges(exchanges, redaction), {
      version: source.version,
      recorder: source.recorder,
      comment: COMMENTS[redaction],
    });
  }
  const shown = rowIds === null ? recorded : onlyRows(recorded, new Set(rowIds));
  const entries = recorded.exchanges().map(({ id }) => id);
  return printReportAs(format, redactReport(buildReport(shown, source, entries), redaction));
}

function printReportAs(format: Exclude<ExportFormat, 'har'>, report: Report): string {
  switch (format) {
    case 'json':
      return printReport(report);
    case 'markdown':
      return printReportMarkdown(report);
    case 'html':
      return printReportHtml(report);
  }
}

/** A report of some rows tells of the logouts that their exchanges show; the evidence may lie beyond them. */
function onlyRows(recorded: Recorded, rowIds: ReadonlySet<string>): Recorded {
  const exchangeIds = new Set([...rowIds].map(exchangeOfRow));
  return {
    allRows: () => recorded.allRows().filter(({ id }) => rowIds.has(id)),
    facts: (rowId) => recorded.facts(rowId),
    histories: () => recorded.histories(),
    logouts: () => recorded.logouts().filter(({ exchangeId }) => exchangeIds.has(exchangeId)),
    exchanges: () => recorded.exchanges(),
    application: (cookie) => recorded.application(cookie),
  };
}
