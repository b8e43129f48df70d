import { applicationText } from '../../core/findings/application-text.ts';
import type { Snippet } from '../../core/findings/remedy.ts';
import type { Application } from '../../core/readers/application.ts';
import { message } from '../text/message.ts';
import { CodeLine } from './code-line.tsx';
import { CopyButton } from './copy-button.tsx';

interface SnippetsProps {
  readonly snippets: readonly Snippet[];
  /** What is known of the one that they are for. */
  readonly application: Application;
}

/** The code of a remedy, each snippet to be copied as a whole, and for which version it is. */
export function Snippets({ snippets, application }: SnippetsProps) {
  const made = snippets.some(({ language }) => language === 'ruby') ? applicationText(application) : null;
  return (
    <>
      {made !== null && (
        <p class="muted" data-testid="remedy-version">
          {made}
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
