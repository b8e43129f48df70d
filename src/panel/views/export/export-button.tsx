import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';
import { ExportDialog } from './export-dialog.tsx';

/** For the toolbar: opens the dialog below itself. */
export function ExportButton() {
  const { exporting } = usePanel();
  const open = exporting.open.value;
  return (
    <span class="export-anchor">
      <button
        type="button"
        class="tool tool-roomy"
        title={message('exportTitle')}
        aria-label={message('exportButton')}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-testid="export"
        onClick={() => {
          if (open) exporting.open.value = false;
          else void exporting.show();
        }}
      >
        <Icon name="save" />
      </button>
      {open && <ExportDialog />}
    </span>
  );
}
