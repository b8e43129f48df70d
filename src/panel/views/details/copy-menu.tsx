import { useEffect, useState } from 'preact/hooks';
import { writeClipboard } from '../../components/clipboard.ts';
import { Menu } from '../../components/menu.tsx';
import { usePanel } from '../../context.ts';
import { type CopyChoice, copyChoices } from '../../text/copy-as.ts';
import { message } from '../../text/message.ts';

const CONFIRMATION_MS = 1500;

/** The menu of what there is to copy of a row, and what became of it. Stands once in the panel. */
export function CopyMenu() {
  const { copyMenu, printer } = usePanel();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async ({ text, label }: CopyChoice): Promise<void> => {
    setSaid((await writeClipboard(text())) ? message('copyAsCopied', message(label)) : message('copyAsFailed'));
  };
  const place = copyMenu.place.value;
  const detail = copyMenu.detail.value;
  const items =
    detail === null
      ? []
      : copyChoices(detail, printer).map((choice) => ({
          id: choice.id,
          content: <CopyLabel choice={choice} />,
          onChoose: () => void copy(choice),
        }));
  return (
    <>
      {place !== null && items.length > 0 && (
        <Menu key={`${place.x} ${place.y}`} label={message('copyAsMenu')} items={items} x={place.x} y={place.y} onClose={copyMenu.close} />
      )}
      <span role="status" class={said === '' ? 'visually-hidden' : 'menu-said'} data-testid="menu-said">
        {said}
      </span>
    </>
  );
}

function CopyLabel({ choice: { label, note } }: { readonly choice: CopyChoice }) {
  return (
    <>
      {message(label)}
      {note !== null && <span class="muted"> ({message(note)})</span>}
    </>
  );
}
