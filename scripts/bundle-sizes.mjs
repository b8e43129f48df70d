import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * A script that the panel's document loads, by the name that the bundler gave it, without the hash. Kilobytes of 1,000 bytes after gzip.
 * @typedef {{ readonly name: string, readonly size: number, readonly later: boolean }} PanelChunk
 */

/**
 * The panel's entry with all that it imports at once, then what it loads only when it is needed.
 * @param {string} extension folder of the built extension
 * @returns {readonly PanelChunk[]}
 */
export function panelChunks(extension) {
  const read = readerOf(extension);
  const first = closure(scriptsOf('src/panel/panel.html', read), read, STATIC);
  return [...closure(first, read, DYNAMIC)].map((path) => ({
    name: path.replace(/^assets\/(.*)-[\w-]{8}\.js$/, '$1'),
    size: sizeOf(read(path)),
    later: !first.has(path),
  }));
}

/**
 * What is shipped beside the panel's script.
 * @param {string} extension folder of the built extension
 */
export function otherSizes(extension) {
  const read = readerOf(extension);
  /** @param {RegExp} pattern */
  const named = (pattern) =>
    readdirSync(join(extension, 'assets'))
      .filter((name) => pattern.test(name))
      .map((name) => `assets/${name}`);
  /** @param {Iterable<string>} paths */
  const sum = (paths) => total([...paths].map((path) => sizeOf(read(path))));
  const devtools = closure(scriptsOf('src/devtools/devtools.html', read), read, STATIC);
  return {
    devtools: sum([...devtools, ...named(/^timer-worker.*\.js$/)]),
    worker: sum(closure(named(/^worker.*\.js$/), read, STATIC)),
    css: sum(named(/\.css$/)),
  };
}

/** @param {readonly number[]} sizes */
export const total = (sizes) => sizes.reduce((sum, size) => sum + size, 0);

const STATIC = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g;
const DYNAMIC = /["'`]\.\/([^"'`]+\.js)["'`]/g;

/** @param {string} text */
const sizeOf = (text) => gzipSync(text).length / 1000;

/**
 * @param {string} extension
 * @returns {(path: string) => string}
 */
const readerOf = (extension) => (path) => readFileSync(join(extension, path), 'utf8');

/**
 * @param {string} html
 * @param {(path: string) => string} read
 */
const scriptsOf = (html, read) => [...read(html).matchAll(/src="\/([^"]+\.js)"/g)].map(([, path = '']) => path);

/**
 * These files and those that they name, and so on. Paths in the extension.
 * @param {Iterable<string>} files
 * @param {(path: string) => string} read
 * @param {RegExp} names
 */
function closure(files, read, names) {
  const found = new Set(files);
  for (const file of found) for (const [, name] of read(file).matchAll(names)) found.add(`assets/${name}`);
  return found;
}
