import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectPipe } from './cdp.mjs';
import { findChromium } from './find.mjs';

/** Third-party cookies as most people have them: a fresh profile of newer builds blocks them. */
const THIRD_PARTY_COOKIES = {
  profile: { cookie_controls_mode: 0, block_third_party_cookies: false },
  tracking_protection: { tracking_protection_3pcd_enabled: false, block_all_3pc_toggle_enabled: false },
};

/** @param {Omit<import('./panel-driver.ts').LaunchOptions, 'extension'>} options @param {string} profileDir */
function commandLine(options, profileDir) {
  return [
    ...((options.headless ?? true) ? ['--headless=new'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profileDir}`,
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1280,900',
    ...((options.mapTestHosts ?? true) ? ['--host-resolver-rules=MAP *.test 127.0.0.1'] : []),
    ...(options.ignoreCertificateErrors ? ['--ignore-certificate-errors'] : []),
    // Without the bypass list Chromium keeps localhost away from the proxy.
    ...(options.proxy ? [`--proxy-server=http://${options.proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
    ...(options.args ?? []),
    'about:blank',
  ];
}

/**
 * Starts Chromium and loads the unpacked extension; with `extension` null, none.
 *
 * Branded Chrome: `--load-extension` is gone from 137 on, but `Extensions.loadUnpacked` over the pipe together with
 * `--enable-unsafe-extension-debugging` works from 126 on. `Target.openDevTools`, which the driver needs next, came later still;
 * a Chrome without it is told so by name.
 * @param {Omit<import('./panel-driver.ts').LaunchOptions, 'extension'> & { readonly extension: string | null }} options
 */
export async function startChromium(options) {
  const executable = options.executable ?? findChromium();
  if (!executable) throw new Error('no Chromium or Chrome found: set CHROME_PATH');
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'sessionscope-chromium-'));
  if (!options.profileDir) {
    mkdirSync(join(profileDir, 'Default'));
    writeFileSync(join(profileDir, 'Default', 'Preferences'), JSON.stringify({ ...THIRD_PARTY_COOKIES, ...options.prefs }));
  }
  const child = spawn(executable, commandLine(options, profileDir), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const output = /** @type {import('node:stream').Writable} */ (child.stdio[3]);
  const input = /** @type {import('node:stream').Readable} */ (child.stdio[4]);
  const connection = connectPipe(output, input);
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  exited.then(
    () => connection.end('the browser has gone'),
    () => {},
  );

  /** @param {{ readonly keepProfile?: boolean }} [closing] */
  const close = async (closing = {}) => {
    connection.send('Browser.close').catch(() => {});
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await exited;
    clearTimeout(timer);
    if (!closing.keepProfile && !options.profileDir) rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };

  try {
    /** @type {{ product: string }} */
    const { product } = await connection.send('Browser.getVersion');
    /** @type {{ id: string }} */
    const { id } = options.extension === null ? { id: '' } : await connection.send('Extensions.loadUnpacked', { path: options.extension });
    return { connection, profileDir, exited, close, version: product, extensionUrl: `chrome-extension://${id}/` };
  } catch (error) {
    await close();
    throw error;
  }
}
