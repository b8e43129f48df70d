// `npm start`: a browser with Sessionscope open on the demo application, on a machine that has nothing but Node.
//   -- --url http://localhost:3000    another application than the demo
//   -- --browser firefox
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDemo } from '../demo/server.mjs';
import { launchBrowser } from './browsers/launch.mjs';
import { ensureDependencies, ensureTool, root, run } from './setup.mjs';
import { printPanel, tourDemo } from './tour.mjs';

const { url, browser } = parseOptions();
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

ensureDependencies();
const executable = ensureTool(browser);
if (!executable) process.exit(1);
const target = browser === 'firefox' ? 'firefox' : 'chrome';
run('npx', ['--no-install', 'vite', 'build', '--mode', target, '--logLevel', 'warn']);

const demo = url ? null : await startDemo();
const page = url ?? demo?.url ?? '';
console.log(`Opening ${page} in ${browser} …`);
const driver = await launchBrowser(browser, {
  extension: join(root, 'dist', target),
  executable,
  headless,
  mapTestHosts: false,
  url: page,
});
process.once('SIGINT', () => void driver.close());

if (headless) {
  console.log('There is no display: running headless.');
  if (demo) await tourDemo(driver, demo);
  else await driver.goto(page);
  await printPanel(driver);
  const picture = join(root, 'tmp', `sessionscope-${browser}.png`);
  mkdirSync(join(root, 'tmp'), { recursive: true });
  writeFileSync(picture, await driver.screenshot());
  console.log(`\nA picture of the panel: ${picture}`);
  await driver.close();
} else {
  console.log('Sessionscope is open in DevTools. Close the browser, or press Ctrl+C, to end.');
  if (demo) console.log(`The demo's secret_key_base, to enter in the panel:\n${demo.secret}`);
  await driver.exited;
}
await demo?.stop();

/** @returns {{ url: string | undefined, browser: 'chromium' | 'firefox' }} */
function parseOptions() {
  try {
    const { values } = parseArgs({ options: { url: { type: 'string' }, browser: { type: 'string', default: 'chromium' } } });
    if (values.url !== undefined && !/^https?:\/\//.test(values.url))
      throw new Error(`--url wants an http or https address, not ${values.url}`);
    if (!['chromium', 'chrome', 'firefox'].includes(values.browser))
      throw new Error(`--browser is chromium or firefox, not ${values.browser}`);
    return { url: values.url, browser: values.browser === 'firefox' ? 'firefox' : 'chromium' };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
