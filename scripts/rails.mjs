/**
 * Finds, starts and asks the real Rails application in `test/apps/rails`.
 * It runs on whatever Ruby has Rails 6.1 or later, Puma and SQLite as gems; Debian's packages are enough.
 */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} RailsFound
 * @property {string} ruby  the command that runs Ruby
 * @property {string} version  of Rails
 *
 * @typedef {object} LoggedCookie
 * @property {string} name
 * @property {number} raw_value  bytes of the value before percent-encoding
 * @property {number} wire_name_value  bytes of name and value as sent
 *
 * @typedef {object} LoggedResponse  One response as the server saw it; `session` is null when the request never loaded it.
 * @property {number} n
 * @property {string} at
 * @property {string} method
 * @property {string} url
 * @property {number} status
 * @property {string | null} location
 * @property {string | null} request_cookie
 * @property {string[]} set_cookie  the lines as sent
 * @property {LoggedCookie[]} cookies
 * @property {Record<string, unknown> | null} session
 * @property {string | null} exception  the class of what the application raised
 * @property {{ name: string, raw_value: number } | null} overflow  the cookie that Rails refused to send
 *
 * @typedef {object} RunningRails
 * @property {string} url  without a slash at the end
 * @property {string} version
 * @property {() => Promise<LoggedResponse[]>} log
 * @property {() => Promise<void>} clearLog
 * @property {() => Promise<void>} stop
 *
 * @typedef {{ name: string, value: string, kind?: 'session' | 'signed' | 'encrypted', settings?: Record<string, string> }} CookieToOpen
 * @typedef {{ ok: boolean, name?: string, value?: unknown, exception?: string, message?: string }} OpenedCookie
 * @typedef {{ session: Record<string, unknown>, settings?: Record<string, string> }
 *   | { kind: string, name: string, value: unknown, settings?: Record<string, string> }} CookieToSeal
 * @typedef {{ set_cookie?: string[], exception?: string, message?: string }} SealedCookie
 */

/** Debian packages that bring Ruby, Rails and what the application needs. */
export const RAILS_PACKAGES = ['ruby-rails', 'puma', 'ruby-sqlite3'];

const APP = fileURLToPath(new URL('../test/apps/rails/app.rb', import.meta.url));
const START_TIMEOUT = 60_000;
const HOW = `apt-get install -y --no-install-recommends ${RAILS_PACKAGES.join(' ')} (or: gem install rails:6.1.7.10 puma:5.6.5 sqlite3:1.4.2)`;
/** What the application reads from its environment: none of it may leak in from the caller's shell. */
const SETTINGS =
  'HOST PORT SECRET_KEY_BASE OLD_SECRET OLD_SECRET_KEY_BASE INITIALIZER KEY_DIGEST SERIALIZER CIPHER STORE METADATA EXPIRE_AFTER SAME_SITE DOMAIN SECURE HTTPONLY SESSION_KEY COOKIES CSRF TIMEOUT_IN ERRORS LOG_FILE RAILS_ENV RUBYOPT'.split(
    ' ',
  );

/** @type {{ rails: RailsFound | null, reason: string } | undefined} */
let found;

/**
 * Looks for Ruby with Rails, once per process unless `again`. Without it `rails` is null and `reason` is one line that says what is missing and how to get it.
 * @param {{ again?: boolean }} [options]
 * @returns {{ rails: RailsFound | null, reason: string }}
 */
export function findRails({ again = false } = {}) {
  if (again) found = undefined;
  found ??= lookForRails(process.env.RUBY ?? 'ruby');
  return found;
}

/** @param {string} ruby @returns {{ rails: RailsFound | null, reason: string }} */
function lookForRails(ruby) {
  const script = '%w[rails puma sqlite3].each { |name| puts "#{name} #{Gem::Specification.find_by_name(name).version rescue :missing}" }';
  const run = spawnSync(ruby, ['-e', script], { encoding: 'utf8', env: environment({}) });
  if (run.error || run.status !== 0) return { rails: null, reason: `Ruby was not found: ${HOW}` };
  const gems = new Map(run.stdout.split('\n').map((line) => /** @type {[string, string]} */ (line.split(' ', 2))));
  const missing = [...gems].filter(([, version]) => version === 'missing').map(([name]) => name);
  if (missing.length > 0) return { rails: null, reason: `Ruby lacks ${missing.join(' and ')}: ${HOW}` };
  const version = gems.get('rails') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 6 || (major === 6 && minor < 1)) return { rails: null, reason: `Rails ${version} is older than 6.1: ${HOW}` };
  return { rails: { ruby, version }, reason: '' };
}

/** @returns {RailsFound} */
function requireRails() {
  const { rails, reason } = findRails();
  if (!rails) throw new Error(reason);
  return rails;
}

/**
 * Starts the application on a free port (or `PORT`) and waits until it answers. The settings are listed in `test/apps/rails/app.rb`.
 * It ends with `stop()`, and by itself when this process ends. Throws with the application's own output when it does not come up.
 * @param {Record<string, string>} [settings]
 * @returns {Promise<RunningRails>}
 */
export async function startRails(settings = {}) {
  const { ruby } = requireRails();
  const child = spawn(ruby, ['-EUTF-8', APP, 'serve'], { env: environment(settings), stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
  });

  const ready = await new Promise((resolve, reject) => {
    /** @param {string} what */
    const fail = (what) => {
      clearTimeout(timer);
      reject(new Error(`The Rails application ${what}. Its output:\n${output.slice(-4000)}`));
    };
    const timer = setTimeout(() => {
      child.kill();
      fail(`did not start within ${START_TIMEOUT / 1000} seconds`);
    }, START_TIMEOUT);
    child.once('error', (error) => fail(`could not be run (${error.message})`));
    child.once('close', (code) => fail(`ended with status ${code} before it was ready`));
    child.stdout.on('data', () => {
      const line = output.split('\n').find((text) => text.startsWith('{"url"'));
      if (!line?.endsWith('}')) return;
      clearTimeout(timer);
      resolve(JSON.parse(line));
    });
  });

  return {
    url: ready.url,
    version: ready.rails,
    log: async () => (await fetch(`${ready.url}/__log`)).json(),
    clearLog: async () => void (await fetch(`${ready.url}/__log`, { method: 'DELETE' })),
    stop: async () => {
      child.stdin.end();
      const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(force);
    },
  };
}

/**
 * What real Rails reads from cookies that were sent to it, in order.
 * @param {CookieToOpen[]} cookies  `value` as sent, percent-encoded
 * @param {Record<string, string>} [settings]  for all of them; each cookie's own go before
 * @returns {OpenedCookie[]}
 */
export function openWithRails(cookies, settings = {}) {
  return askRails('open', cookies, settings);
}

/**
 * The Set-Cookie lines that real Rails writes for sessions or cookies, in order. `kind` is a jar: `signed`, `encrypted`, `signed.permanent`.
 * @param {CookieToSeal[]} cookies
 * @param {Record<string, string>} [settings]
 * @returns {SealedCookie[]}
 */
export function sealWithRails(cookies, settings = {}) {
  return askRails('seal', cookies, settings);
}

/**
 * @param {'open' | 'seal'} verb
 * @param {readonly object[]} lines
 * @param {Record<string, string>} settings
 */
function askRails(verb, lines, settings) {
  const { ruby } = requireRails();
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const run = spawnSync(ruby, ['-EUTF-8', APP, verb], { input, encoding: 'utf8', env: environment(settings), maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`ruby app.rb ${verb} ended with status ${run.status}. Its output:\n${run.stderr.slice(-4000)}`);
  const answers = run.stdout.trim().split('\n');
  if (lines.length > 0 && answers.length !== lines.length)
    throw new Error(`ruby app.rb ${verb} answered ${answers.length} of ${lines.length} lines`);
  return lines.length > 0 ? answers.map((text) => JSON.parse(text)) : [];
}

/** @param {Record<string, string>} settings */
function environment(settings) {
  const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name));
  return { ...Object.fromEntries(inherited), PORT: '0', ...settings };
}
