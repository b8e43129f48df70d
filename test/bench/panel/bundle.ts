import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What is shipped, in kilobytes of 1,000 bytes after gzip. */
export interface BundleSizes {
  /** The panel's entry with all that it imports at once. */
  readonly panel: number;
  /** What the panel loads only when it is needed. */
  readonly onDemand: number;
  readonly devtools: number;
  readonly worker: number;
  readonly css: number;
}

/** Of the built extension in this folder. */
export function bundleSizes(extension: string): BundleSizes {
  const assets = join(extension, 'assets');
  const read = (path: string): string => readFileSync(join(extension, path), 'utf8');
  const size = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(extension, path))).length / 1000, 0);
  const page = (html: string): ReadonlySet<string> =>
    closure(
      [...read(html).matchAll(/src="\/([^"]+\.js)"/g)].flatMap(([, path]) => path ?? []),
      read,
      STATIC,
    );
  const panel = page('src/panel/panel.html');
  const all = closure(panel, read, DYNAMIC);
  const named = (pattern: RegExp): string[] =>
    readdirSync(assets)
      .filter((name) => pattern.test(name))
      .map((name) => `assets/${name}`);
  return {
    panel: size(panel),
    onDemand: size([...all].filter((path) => !panel.has(path))),
    devtools: size([...page('src/devtools/devtools.html'), ...named(/^timer-worker.*\.js$/)]),
    worker: size(closure(named(/^worker.*\.js$/), read, STATIC)),
    css: size(named(/\.css$/)),
  };
}

const STATIC = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g;
const DYNAMIC = /["'`]\.\/([^"'`]+\.js)["'`]/g;

/** These files and those that they name, and so on. Paths in the extension. */
function closure(files: Iterable<string>, read: (path: string) => string, names: RegExp): ReadonlySet<string> {
  const found = new Set(files);
  for (const file of found) for (const [, name] of read(file).matchAll(names)) found.add(`assets/${name}`);
  return found;
}
