// `npm run dev`: the panel in a browser while its source changes. Chromium takes changes at once (hot reload); Firefox gets the
// extension built and loaded again. `-- --browser firefox` chooses, `-- --url …` opens another page than the demo.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, ensureTool, root } from './setup.mjs';

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' }, url: { type: 'string' } } });
const browser = values.browser === 'firefox' ? 'firefox' : 'chromium';

ensureDependencies();
const executable = ensureTool(browser);
if (!executable) process.exit(1);

const { launchBrowser } = await import('./browsers/launch.mjs');
const { startDemo } = await import('../demo/server.mjs');
const { build, createServer } = await import('vite');
const demo = values.url ? null : await startDemo();
const url = values.url ?? /** @type {NonNullable<typeof demo>} */ (demo).url;
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** @type {import('./browsers/panel-driver.ts').PanelDriver | undefined} */
let driver;
if (browser === 'chromium') {
  const server = await createServer({ root, mode: 'chrome' });
  await server.listen();
  await server.waitForRequestsIdle();
  driver = await launchBrowser(browser, { extension: join(root, 'dist/dev-chrome'), executable, headless, url });
  await driver.exited;
  await server.close();
} else {
  const extension = join(root, 'dist/dev-firefox');
  const watcher = /** @type {import('vite').Rollup.RollupWatcher} */ (await build({ root, mode: 'firefox-dev', build: { watch: {} } }));
  await /** @type {Promise<void>} */ (
    new Promise((built) => {
      watcher.on('event', (event) => {
        if (event.code === 'END') built();
      });
    })
  );
  driver = await launchBrowser(browser, { extension, executable, headless, url });
  watcher.on('event', (event) => {
    if (event.code === 'END') void driver?.reloadExtension?.().then(() => console.log('The extension was loaded again.'));
  });
  await driver.exited;
  await watcher.close();
}
await demo?.stop();
