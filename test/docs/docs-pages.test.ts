import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docsFiles, renderDocsPage } from '../../scripts/docs-pages.mjs';

const read = (path: string): string => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
const sources = docsFiles().filter((path) => path.endsWith('.md'));
const nameOf = (path: string): string => path.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html');
const pages = new Map(sources.map((path) => [nameOf(path), renderDocsPage(path, read(path))]));
const files = new Set([...pages.keys(), ...docsFiles()]);

describe('the pages that come with the extension', () => {
  test.each([...pages])('%s leads only to what is there, and loads nothing from elsewhere', (page, html) => {
    for (const [, kind, target = ''] of html.matchAll(/ (href|src)="([^"]*)"/g)) {
      const [file = '', hash] = target.split('#');
      expect(file).not.toMatch(/^[a-z]+:|^\//i);
      const path = file === '' ? page : posix.join(posix.dirname(page), file);
      expect(files, `${kind} ${target}`).toContain(path);
      if (hash !== undefined) expect(pages.get(path), target).toContain(`id="${hash}"`);
    }
    expect(html).not.toMatch(/<script| on[a-z]+=| style=/);
  });

  test('an address outside is shown, not linked', () => {
    expect(renderDocsPage('guide.md', '[RFC](https://example.test/a)')).toContain('RFC (<code>https://example.test/a</code>)');
  });

  test('what is outside of docs is no link', () => {
    expect(renderDocsPage('guide.md', 'see [install](../README.md#install-it)')).toContain('see install');
  });
});
