import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find.mjs';
import { connectMarionette } from './marionette.mjs';
import { sleep, until } from './wait.mjs';

/** @param {import('./panel-driver.ts').LaunchOptions} options @returns {Record<string, unknown>} */
function preferences(options) {
  const [host = '', port = ''] = (options.proxy ?? '').split(':');
  return {
    'marionette.port': 0, // a free one, which Firefox writes to the profile
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'devtools.toolbox.host': 'bottom',
    'devtools.toolbox.footer.height': 500,
    'devtools.everOpened': true,
    // Plain http stays plain http for hosts that are not localhost.
    'dom.security.https_first': false,
    ...((options.mapTestHosts ?? true) ? { 'network.dns.native-is-localhost': true } : {}),
    ...(options.proxy
      ? {
          'network.proxy.type': 1,
          'network.proxy.http': host,
          'network.proxy.http_port': Number(port),
          'network.proxy.ssl': host,
          'network.proxy.ssl_port': Number(port),
          'network.proxy.no_proxies_on': '',
          'network.proxy.allow_hijacking_localhost': true,
        }
      : {}),
    ...options.prefs,
  };
}

/**
 * Starts Firefox, connects to it and loads the unpacked extension for this run.
 * @param {import('./panel-driver.ts').LaunchOptions} options
 */
export async function startFirefox(options) {
  const executable = options.executable ?? findFirefox();
  if (!executable) throw new Error('no Firefox found: set FIREFOX_PATH');
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'sessionscope-firefox-'));
  const lines = Object.entries(preferences(options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profileDir, 'user.js'), lines.join(''));
  const portFile = join(profileDir, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const headless = options.headless ?? true;
  const child = spawn(
    executable,
    [
      ...['--profile', profileDir, '--no-remote', '--new-instance', '--marionette', '--remote-allow-system-access'],
      ...['--width', '1280', '--height', '900', ...(headless ? ['--headless'] : []), ...(options.args ?? []), 'about:blank'],
    ],
    {
      stdio: 'ignore',
      // As root Firefox insists on a home of its own.
      env: { ...process.env, ...(process.getuid?.() === 0 ? { HOME: profileDir } : {}), MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  );
  let running = true;
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    const gone = () => {
      running = false;
      resolve();
    };
    child.once('exit', gone);
    child.once('error', gone);
  });
  /** @type {import('./marionette.mjs').Marionette | null} */
  let marionette = null;
  /** @param {{ readonly keepProfile?: boolean }} [closing] */
  const close = async (closing = {}) => {
    const quit = marionette?.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    await Promise.race([quit, sleep(5000)]);
    await Promise.race([exited, sleep(5000)]);
    if (running) child.kill('SIGKILL');
    await exited;
    marionette?.close();
    if (!closing.keepProfile && !options.profileDir) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  try {
    const port = await until(
      'Firefox to listen',
      () => {
        if (!running) throw new Error('Firefox has exited');
        return existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
      },
      60_000,
    );
    marionette = await connectMarionette(port);
    const { capabilities } = await marionette.send('WebDriver:NewSession', {
      acceptInsecureCerts: options.ignoreCertificateErrors ?? false,
    });
    await marionette.send('WebDriver:SetTimeouts', { script: 120_000, pageLoad: 30_000, implicit: 0 });
    /** @type {{ value: string }} */
    const { value: addonId } = await marionette.send('Addon:Install', { path: options.extension, temporary: true });
    /** @type {string} */
    const extensionUrl = await marionette.chrome(`return WebExtensionPolicy.getByID(args[0]).getURL("");`, addonId);
    const version = `${capabilities.browserName}/${capabilities.browserVersion}`;
    return { marionette, profileDir, exited, close, version, addonId, extensionUrl };
  } catch (error) {
    await close();
    throw error;
  }
}
