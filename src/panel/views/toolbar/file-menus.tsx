import type { ComponentChildren } from 'preact';
import type { MenuItem } from '../../components/menu.tsx';
import { MenuButton } from '../../components/menu-button.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';
import { FileChooser, useImport } from '../import/use-import.tsx';

/** What can be opened, before the other tools; and at the end, where the toolbar is narrow, what it has no room for. */
export function FileMenus({ children }: { readonly children: ComponentChildren }) {
  const { view, exporting, help } = usePanel();
  const { items, chooser, onChosen } = useImport();
  const more: readonly MenuItem[] = [
    {
      id: 'preserve',
      content: message('preserveLog'),
      checked: view.preserveLog.value,
      onChoose: () => {
        view.preserveLog.value = !view.preserveLog.peek();
      },
    },
    ...items.map((item, index) => ({ ...item, divided: index === 0 })),
    { id: 'export', content: message('exportButton'), onChoose: () => void exporting.show() },
    {
      id: 'help',
      content: message('keysTitle'),
      divided: true,
      onChoose: () => {
        help.value = true;
      },
    },
  ];
  return (
    <>
      <MenuButton label={message('importMenu')} icon="import" testid="import" items={items} class="tool-roomy" />
      {children}
      <MenuButton label={message('toolbarMore')} icon="more" testid="more" items={more} class="tool-tight" />
      <FileChooser chooser={chooser} onChosen={onChosen} />
    </>
  );
}
