import { CopyButton } from '../../components/copy-button.tsx';
import { usePanel } from '../../context.ts';
import { comparisonMarkdown } from '../../text/comparison.ts';
import { sideNames } from '../../text/import.ts';
import { message } from '../../text/message.ts';

/** Whether what is the same shows too, and what takes the comparison elsewhere. */
export function CompareBar() {
  const { comparison, recordings } = usePanel();
  const { showAll, visible } = comparison;
  const markdown = (): string => comparisonMarkdown(visible.peek(), ...sideNames(recordings.shown.peek(), recordings.beside.peek()));
  return (
    <div class="compare-bar" role="toolbar" aria-label={message('compareTab')}>
      <label class="tool-check">
        <input
          type="checkbox"
          data-testid="compare-all"
          checked={showAll.value}
          onChange={(event) => {
            showAll.value = event.currentTarget.checked;
          }}
        />
        <span class="tool-text">{message('compareShowAll')}</span>
      </label>
      <span class="tool-space" />
      <CopyButton
        text={markdown}
        what={message('compareCopied')}
        label={message('compareMarkdown')}
        disabled={visible.value.length === 0}
        testid="compare-markdown"
      />
      <button type="button" class="button" data-testid="compare-stop" onClick={() => recordings.close('beside')}>
        {message('compareStop')}
      </button>
    </div>
  );
}
