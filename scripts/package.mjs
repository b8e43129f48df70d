// `npm run package`: both extensions as the files that are uploaded to the stores, and their digests. The same commit gives the same bytes
// on every machine: the order is by name, and no time and no owner is kept.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { ensureDependencies, root } from './setup.mjs';

/** The first day that a zip file can tell, in local time, which is what it keeps. */
const NO_TIME = new Date(1980, 0, 1);

/** @param {string} folder @returns {Uint8Array} all files of the folder, as a zip file */
export function zipFolder(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  /** @type {import('fflate').Zippable} */
  const files = Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
  return zipSync(files, { level: 9, mtime: NO_TIME, os: 0, attrs: 0 });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureDependencies();
  process.chdir(root);
  const { build } = await import('vite');
  for (const browser of ['chrome', 'firefox']) {
    await build({ mode: browser, logLevel: 'warn' });
    const zip = zipFolder(join(root, 'dist', browser));
    const name = `sessionscope-${browser}.zip`;
    writeFileSync(join(root, 'dist', name), zip);
    console.log(`${createHash('sha256').update(zip).digest('hex')}  dist/${name}  ${zip.length.toLocaleString('en')} bytes`);
  }
}
