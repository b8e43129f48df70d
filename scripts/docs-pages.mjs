// The pages of docs/ as HTML, bundled with the extension: every finding and cause can be read about without a connection.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';

const docs = fileURLToPath(new URL('../docs', import.meta.url));

/** @param {string} text */
const escapeHtml = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** As GitHub names the anchors of headings. @param {string} text */
const anchorOf = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');

/** `logout/README.md` is `logout/index.html`. @param {string} path */
const pageOf = (path) => path.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html');

/** @param {string} path @param {string} href @returns {string | null} null for what is not bundled */
function linkFrom(path, href) {
  if (href.startsWith('#')) return href;
  if (/^[a-z]+:/i.test(href)) return null;
  const [file = '', hash] = href.split('#');
  const target = posix.join(posix.dirname(path), file);
  if (target.startsWith('..')) return null;
  return pageOf(file) + (hash === undefined ? '' : `#${hash}`);
}

/**
 * @param {string} path from docs/, such as `findings/silent-drop.md`
 * @param {string} source Markdown
 * @returns {string}
 */
export function renderDocsPage(path, source) {
  const title = /^# (.+)$/m.exec(source)?.[1] ?? path;
  const up = '../'.repeat(path.split('/').length - 1);
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${escapeHtml(anchorOf(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const to = linkFrom(path, href);
        // Addresses outside are shown, not followed: what the extension opens makes no request.
        if (to === null) return /^https?:/.test(href) ? `${text} (<code>${escapeHtml(href)}</code>)` : text;
        return `<a href="${escapeHtml(to)}">${text}</a>`;
      },
    },
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Sessionscope</title>
<link rel="stylesheet" href="${up}docs.css">
</head>
<body>
<nav><a href="${up}index.html">Sessionscope</a> <a href="${up}guide.html">Guide</a> <a href="${up}findings/index.html">Findings</a> <a href="${up}logout/index.html">Logouts</a></nav>
<main>
${marked.parse(source)}</main>
</body>
</html>
`;
}

/** The files of docs/, from there. @returns {readonly string[]} */
export const docsFiles = () =>
  readdirSync(docs, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(docs.length + 1))
    .sort();

/**
 * Adds the pages, their pictures and their style to the extension, under `docs/`.
 * @returns {import('vite').Plugin}
 */
export const docsPages = () => ({
  name: 'docs-pages',
  generateBundle() {
    for (const path of docsFiles()) {
      const content = readFileSync(join(docs, path));
      if (path.endsWith('.md')) {
        this.emitFile({ type: 'asset', fileName: `docs/${pageOf(path)}`, source: renderDocsPage(path, content.toString()) });
      } else this.emitFile({ type: 'asset', fileName: `docs/${path}`, source: content });
    }
  },
});
