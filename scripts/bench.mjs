// `npm run bench`: how many recorded cookies are opened per second, beside what reads the same values elsewhere. Prints figures; nothing
// fails by a clock. Built first, so that what is measured is what is shipped.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, root } from './setup.mjs';

ensureDependencies();
process.chdir(root);
const { build } = await import('vite');
await build({
  configFile: false,
  logLevel: 'warn',
  // The recorded cookies are found from where their reader's source is.
  plugins: [{ name: 'own-url', transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) }],
  build: { ssr: 'test/bench/main.ts', outDir: 'dist/bench', target: 'node20', copyPublicDir: false },
});
await import(pathToFileURL(join(root, 'dist/bench/main.js')).href);
