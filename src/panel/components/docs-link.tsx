import { message } from '../text/message.ts';

/** Opens the page of a finding or a cause in a tab; it comes with the extension. `page` as `docs/findings/silent-drop.md`. */
export function DocsLink({ page }: { readonly page: string }) {
  return (
    <a class="link docs-link" href={`/${page.replace(/\.md$/, '.html')}`} target="_blank" rel="noopener" data-testid="docs-link">
      {message('docsMore')}
    </a>
  );
}
