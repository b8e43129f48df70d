/** @typedef {{ getModuleInfo(id: string): { isEntry: boolean, importers: readonly string[] } | null }} Graph */

/**
 * Name of the chunk of a module; null leaves it where the bundler would put it. A chunk is compressed by itself, so what the panel loads
 * at once is one, and what other pages load too another: left alone there would be two dozen, most of them under a kilobyte.
 * @param {string} id
 * @param {Graph} graph
 */
export function chunkOf(id, graph) {
  if (id.includes('@crx/') || graph.getModuleInfo(id)?.isEntry) return null;
  const pages = new Set();
  findPages(id, graph, pages, new Set());
  if (pages.size > 1) return 'shared';
  return [...pages].some((page) => page.endsWith('panel.html')) ? 'panel' : null;
}

/**
 * The entries that load a module at once.
 * @param {string} id
 * @param {Graph} graph
 * @param {Set<string>} pages
 * @param {Set<string>} seen
 */
function findPages(id, graph, pages, seen) {
  const module = graph.getModuleInfo(id);
  if (module === null || seen.has(id)) return;
  seen.add(id);
  if (module.isEntry) pages.add(id);
  for (const importer of module.importers) findPages(importer, graph, pages, seen);
}
