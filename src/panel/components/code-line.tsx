import { CopyButton } from './copy-button.tsx';

/** Text to copy as it stands: a command, a path, a line of Ruby. */
export function CodeLine({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <div class="code-line">
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </div>
  );
}
