import type { DetailView } from '../../../core/report/detail-view.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

/** Opens the menu of what there is to copy of the row below itself. */
export function CopyAsButton({ detail }: { readonly detail: DetailView }) {
  const { copyMenu } = usePanel();
  return (
    <button
      type="button"
      class="tool"
      title={message('copyAsMenu')}
      aria-label={message('copyAsMenu')}
      aria-haspopup="menu"
      data-testid="copy-as"
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        copyMenu.openWith(detail, { x: left, y: bottom });
      }}
    >
      <Icon name="copy" />
    </button>
  );
}
