import type { Snippet } from '../../core/findings/remedy.ts';
import { CodeLine } from './code-line.tsx';
import { CopyButton } from './copy-button.tsx';

/** The code of a remedy: each snippet is copied as a whole. */
export function Snippets({ snippets }: { readonly snippets: readonly Snippet[] }) {
  return snippets.map(({ lines }) => {
    const text = lines.join('\n');
    if (lines.length === 1) return <CodeLine key={text} text={text} what="line" />;
    return (
      <div key={text} class="code-block" data-testid="remedy-lines">
        <pre>{text}</pre>
        <CopyButton text={text} what="these lines" />
      </div>
    );
  });
}
