// What every command needs on a bare machine: the dependencies, a browser, Ruby with Rails. Node's own modules only,
// since it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './browsers/find.mjs';
import { findRails, RAILS_PACKAGES } from './rails.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const rubyWithRails = () => findRails({ again: true }).rails?.ruby ?? null;

/** @typedef {'chromium' | 'firefox' | 'rails'} Tool */

/** @type {Record<Tool, { name: string, packages: string[], elsewhere: string, find: () => string | null }>} */
const tools = {
  chromium: {
    name: 'Chromium',
    packages: ['chromium', 'fonts-dejavu-core'],
    elsewhere: 'install Chrome or Chromium, or set CHROME_PATH to its executable',
    find: findChromium,
  },
  firefox: {
    name: 'Firefox',
    packages: ['firefox-esr', 'fonts-dejavu-core'],
    elsewhere: 'install Firefox 142 or newer, or set FIREFOX_PATH to its executable',
    find: findFirefox,
  },
  rails: { name: 'Ruby on Rails', packages: RAILS_PACKAGES, elsewhere: 'gem install rails:6.1.7.10 puma sqlite3', find: rubyWithRails },
};

/**
 * Runs a command with its output shown; ends this process with its status when it fails.
 * @param {string} command
 * @param {string[]} args
 */
export function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs what package-lock.json names, unless that is what is installed. */
export function ensureDependencies() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing the dependencies (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Debian and its derivatives, as root: packages can be installed without asking anybody. */
function mayInstallPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && isDebian();
}

function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync(file, 'utf8'));
}

/**
 * The tool's executable; installs its Debian packages where that is possible. Null, with one printed line that says how to get it, otherwise.
 * @param {Tool} tool
 * @returns {string | null}
 */
export function ensureTool(tool) {
  const { name, packages, elsewhere, find } = tools[tool];
  const found = find();
  if (found) return found;
  if (mayInstallPackages()) {
    console.log(`Installing ${name} (apt-get install ${packages.join(' ')}) …`);
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-q'], options);
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
    const installed = find();
    if (installed) return installed;
  }
  const how = process.platform === 'linux' && isDebian() ? `sudo apt-get install ${packages.join(' ')}` : elsewhere;
  console.log(`${name} was not found: ${how}`);
  return null;
}
