import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportFormat } from '../../../core/report/print-export.ts';
import type { Redaction } from '../../../core/report/redact.ts';
import { writeClipboard } from '../../components/clipboard.ts';
import { saveFile } from '../../components/save-file.ts';
import { useInitialFocus } from '../../components/use-initial-focus.ts';
import { usePanel } from '../../context.ts';
import { EXPORT_FORMATS, fileNameText, REDACTIONS, remainsText } from '../../text/export.ts';
import { counted, message } from '../../text/message.ts';
import { Choices } from './choices.tsx';

/** What to export, and how; the worker makes the file. The panel behind it stays in use. */
export function ExportDialog() {
  const { exporting, rows, view } = usePanel();
  const dialog = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  useInitialFocus(dialog, 'input:checked');
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Element && target.closest('.export-anchor') === null) exporting.open.value = false;
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, []);

  const format = exporting.format.value;
  const redaction = exporting.redaction.value;
  const working = exporting.step.value === 'working';
  const { type, ending } = EXPORT_FORMATS[format];
  const shown = view.visible.value.length;
  const hidesNone = shown === rows.rows.value.length;

  // The buttons are not disabled meanwhile, or the focus would be lost.
  const make = async (): Promise<string | null> => {
    if (exporting.step.peek() === 'working') return null;
    setSaid('');
    return exporting.make();
  };
  const save = async (): Promise<void> => {
    const text = await make();
    if (text === null) return;
    const name = `${fileNameText(exporting.fileName.peek())}.${ending}`;
    saveFile(name, type, text);
    setSaid(message('exportSaved', name));
  };
  const copy = async (): Promise<void> => {
    const text = await make();
    if (text === null) return;
    setSaid(message((await writeClipboard(text)) ? 'exportCopied' : 'exportNotCopied'));
  };
  return (
    <div
      class="export"
      role="dialog"
      aria-label={message('exportTitle')}
      aria-busy={working}
      ref={dialog}
      data-testid="export-dialog"
      onFocusOut={({ relatedTarget }) => {
        // It would cover what has the focus then.
        if (relatedTarget instanceof Element && relatedTarget.closest('.export-anchor') === null) exporting.open.value = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        exporting.open.value = false;
      }}
    >
      <form
        class="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Choices<ExportFormat>
          name="format"
          label={message('exportFormat')}
          choices={(Object.keys(EXPORT_FORMATS) as ExportFormat[]).map((id) => ({ id, label: message(EXPORT_FORMATS[id].title) }))}
          chosen={exporting.format}
          hint={message(EXPORT_FORMATS[format].hint)}
        />
        <Choices<Redaction>
          name="redaction"
          label={message('exportValues')}
          choices={(Object.keys(REDACTIONS) as Redaction[]).map((id) => ({ id, label: message(REDACTIONS[id]) }))}
          chosen={exporting.redaction}
          hint={`${remainsText(format, redaction)} ${message('exportSecrets')}`}
          isWarning={redaction === 'none' && (format === 'har' || format === 'json')}
        />
        <label class="form-check">
          <input
            type="checkbox"
            data-testid="export-shown"
            disabled={hidesNone}
            checked={exporting.shownOnly.value}
            onChange={(event) => {
              exporting.shownOnly.value = event.currentTarget.checked;
            }}
          />
          <span>{counted('exportShown', shown)}</span>
        </label>
        <label class="form-line">
          <span>{message('exportFile')}</span>
          <span class="export-file">
            <input
              class="input"
              spellcheck={false}
              data-testid="export-file"
              value={exporting.fileName.value}
              onInput={(event) => exporting.nameFile(event.currentTarget.value)}
            />
            <span class="muted">.{ending}</span>
          </span>
        </label>
        <div class="actions">
          <button type="submit" class="button button-primary" aria-disabled={working} data-testid="export-save">
            {message('exportSave')}
          </button>
          {format === 'markdown' && (
            <button type="button" class="button" aria-disabled={working} data-testid="export-copy" onClick={() => void copy()}>
              {message('exportCopy')}
            </button>
          )}
          <span role="status" class="muted" data-testid="export-status">
            {working ? message('exportWorking') : exporting.step.value === 'failed' ? message('exportFailed') : said}
          </span>
        </div>
      </form>
    </div>
  );
}
