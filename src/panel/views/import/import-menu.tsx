import { useRef } from 'preact/hooks';
import type { OpenedPlace } from '../../../worker/protocol.ts';
import { Icon } from '../../components/icon.tsx';
import { MenuButton } from '../../components/menu-button.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

/** Opens a HAR file in place of the live recording, or beside it, or the bundled example. */
export function ImportMenu() {
  const { recordings } = usePanel();
  const chooser = useRef<HTMLInputElement>(null);
  const place = useRef<OpenedPlace>('shown');
  const choose = (next: OpenedPlace) => (): void => {
    place.current = next;
    chooser.current?.click();
  };
  return (
    <>
      <MenuButton
        label={message('importMenu')}
        testid="import"
        items={[
          { id: 'har', label: message('importHar'), run: choose('shown') },
          { id: 'compare', label: message('importCompare'), run: choose('beside') },
          { id: 'example', label: message('importExample'), run: recordings.openExample },
        ]}
      >
        <Icon name="import" />
      </MenuButton>
      <input
        ref={chooser}
        type="file"
        accept=".har,.json,.gz"
        hidden
        aria-label={message('importHar')}
        data-testid="import-input"
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file !== undefined) recordings.open(file, place.current);
          // The same file may be chosen again.
          field.value = '';
        }}
      />
    </>
  );
}
