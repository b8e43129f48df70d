import type { Snippet } from '../../core/findings/remedy.ts';
import { message } from '../text/message.ts';
import { CodeLine } from './code-line.tsx';
import { CopyButton } from './copy-button.tsx';

interface SnippetsProps {
  readonly snippets: readonly Snippet[];
  /** Which version they are for, where that matters. */
  readonly version: string | null;
}

/** The code of a remedy, each snippet to be copied as a whole, and for which version it is. */
export function Snippets({ snippets, version }: SnippetsProps) {
  return (
    <>
      {version !== null && (
        <p class="muted" data-testid="remedy-version">
          {version}
        </p>
      )}
      {snippets.map((snippet) => (
        <SnippetView key={snippet.lines.join('\n')} snippet={snippet} />
      ))}
    </>
  );
}

function SnippetView({ snippet: { lines } }: { readonly snippet: Snippet }) {
  const text = lines.join('\n');
  if (lines.length === 1) return <CodeLine text={text} what={message('copyLine')} />;
  return (
    <div class="code-block" data-testid="remedy-lines">
      <pre>{text}</pre>
      <CopyButton text={text} what={message('copyTheseLines')} />
    </div>
  );
}
