import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

export function HelpButton() {
  const { help } = usePanel();
  return (
    <button
      type="button"
      class="tool tool-roomy"
      title={message('keysButton')}
      aria-label={message('keysTitle')}
      aria-haspopup="dialog"
      data-testid="help-button"
      onClick={() => {
        help.value = true;
      }}
    >
      <Icon name="unknown" />
    </button>
  );
}
