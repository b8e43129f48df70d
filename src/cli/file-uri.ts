/** A path as a URI reference (RFC 3986, 4.2): relative as it is, from the root with `file:`. Standard input has a name of its own. */
export function fileUri(path: string): string {
  if (path === '-') return 'standard-input.har';
  const parts = path.toWellFormed().replaceAll('\\', '/').split('/');
  const drive = /^[A-Za-z]:$/.test(parts[0] ?? '') ? parts.shift() : undefined;
  const encoded = parts.map(encodeURIComponent).join('/');
  if (drive !== undefined) return `file:///${drive}/${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(?:\.\/)+/, '');
}
