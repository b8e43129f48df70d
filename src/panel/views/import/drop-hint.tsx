import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A HAR file may be dropped anywhere on the panel, but for where other files are asked for: what takes a drag prevents the default. */
export function DropHint() {
  const { recordings } = usePanel();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      const isOurs = !event.defaultPrevented && holdsFiles(event);
      if (isOurs) event.preventDefault();
      setOver(isOurs);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Null where it leaves the document.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (event.defaultPrevented) return;
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      recordings.open(file, 'shown');
    };
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    };
  }, [recordings]);
  if (!over) return null;
  return (
    <div class="drop-hint" data-testid="drop-hint">
      <p>
        <Icon name="import" />
        {message('importDrop')}
      </p>
    </div>
  );
}
