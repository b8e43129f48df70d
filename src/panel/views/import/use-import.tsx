import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { OpenedPlace } from '../../../worker/protocol.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

interface Import {
  /** A HAR file in place of the live recording, or beside it, or the bundled example. */
  readonly items: readonly MenuItem[];
  readonly chooser: RefObject<HTMLInputElement | null>;
  readonly onChosen: (file: File) => void;
}

/** What can be opened; whoever offers it renders the chooser as well. */
export function useImport(): Import {
  const { recordings } = usePanel();
  const chooser = useRef<HTMLInputElement>(null);
  const place = useRef<OpenedPlace>('shown');
  const choose = (next: OpenedPlace) => (): void => {
    place.current = next;
    chooser.current?.click();
  };
  return {
    items: [
      { id: 'har', content: message('importHar'), onChoose: choose('shown') },
      { id: 'compare', content: message('importCompare'), onChoose: choose('beside') },
      { id: 'example', content: message('importExample'), onChoose: recordings.openExample },
    ],
    chooser,
    onChosen: (file) => recordings.open(file, place.current),
  };
}

export function FileChooser({ chooser, onChosen }: Pick<Import, 'chooser' | 'onChosen'>) {
  return (
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
        if (file !== undefined) onChosen(file);
        // The same file may be chosen again.
        field.value = '';
      }}
    />
  );
}
