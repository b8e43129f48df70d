import type { ExportFormat } from '../../core/report/print-export.ts';
import type { Redaction } from '../../core/report/redact.ts';
import { type MessageKey, message } from './message.ts';

/** Media type and ending of each format, and how it is called. */
export const EXPORT_FORMATS: Readonly<
  Record<ExportFormat, { readonly type: string; readonly ending: string; readonly title: MessageKey; readonly hint: MessageKey }>
> = {
  har: { type: 'application/json', ending: 'har', title: 'exportHar', hint: 'exportHarHint' },
  json: { type: 'application/json', ending: 'json', title: 'exportJson', hint: 'exportJsonHint' },
  markdown: { type: 'text/markdown', ending: 'md', title: 'exportMarkdown', hint: 'exportMarkdownHint' },
  html: { type: 'text/html', ending: 'html', title: 'exportHtml', hint: 'exportHtmlHint' },
};

export const REDACTIONS: Readonly<Record<Redaction, MessageKey>> = { mask: 'exportMask', remove: 'exportRemove', none: 'exportNone' };

const REMAINS: Readonly<Record<'har' | 'json' | 'report', Readonly<Record<Redaction, MessageKey>>>> = {
  har: { mask: 'exportMaskHar', remove: 'exportRemoveHar', none: 'exportNoneHar' },
  json: { mask: 'exportMaskJson', remove: 'exportRemoveJson', none: 'exportNoneJson' },
  report: { mask: 'exportReportMask', remove: 'exportReport', none: 'exportReportNone' },
};

/** One sentence: what is left in the file. */
export function remainsText(format: ExportFormat, redaction: Redaction): string {
  return message(REMAINS[format === 'markdown' || format === 'html' ? 'report' : format][redaction]);
}

/** `sessionscope-app.test-2026-01-15`, by the clock of the traffic; what file systems refuse becomes a dash. */
export function exportFileName(host: string | null, at: number | null): string {
  const date = at === null || !(Math.abs(at) <= 8.64e15) ? [] : [new Date(at).toISOString().slice(0, 10)];
  return fileNameText(['sessionscope', ...(host === null ? [] : [host]), ...date].join('-'));
}

/** A name that every file system takes. */
export function fileNameText(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\p{Bidi_Control}\\/:*?"<>|]/gu, '-')
      .replace(/^[\s.]+|[\s.]+$/g, '')
      .slice(0, 120) || 'sessionscope'
  );
}
