// `npm run bench`: how many recorded cookies are opened per second, beside what reads the same values elsewhere, and what the panel costs
// in a real browser, beside Chrome's own Network panel. `-- --panel` or `-- --core` does one of the two, `-- --panel=first,rows` some parts of
// the panel's (test/bench/panel/main.ts has their names). Prints figures; nothing fails by a clock. Built first, so that what is measured is
// what is shipped.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, ensureTool, root } from './setup.mjs';

ensureDependencies();
process.chdir(root);
const { build } = await import('vite');
const core = !process.argv.some((argument) => argument.startsWith('--panel'));
const panel = !process.argv.includes('--core');

/** @param {string} entry @param {string} folder */
async function run(entry, folder) {
  const outDir = join('dist', folder);
  await build({
    configFile: false,
    logLevel: 'warn',
    // The recorded cookies are found from where their reader's source is.
    plugins: [{ name: 'own-url', transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) }],
    build: { ssr: entry, outDir, target: 'node20', copyPublicDir: false },
  });
  await import(pathToFileURL(join(root, outDir, 'main.js')).href);
}

if (core) await run('test/bench/main.ts', 'bench');
if (panel && ensureTool('chromium')) {
  await build({ mode: 'chrome', logLevel: 'warn' });
  await run('test/bench/panel/main.ts', 'bench-panel');
} else if (panel) console.log('\nWhat the panel costs in a browser was not measured.');
