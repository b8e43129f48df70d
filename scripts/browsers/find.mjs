import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const WINDOWS = process.platform === 'win32';

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, WINDOWS ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, WINDOWS ? `${name}.exe` : name)));
}

/** @param {readonly string[]} parts such as `Mozilla Firefox/firefox.exe` */
function windowsPrograms(parts) {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return roots.flatMap((root) => (root ? parts.map((part) => join(root, part)) : []));
}

/** @param {readonly string[]} parts such as `Firefox.app/Contents/MacOS/firefox` */
const macApplications = (parts) =>
  ['/Applications', join(homedir(), 'Applications')].flatMap((root) => parts.map((part) => join(root, part)));

/** @param {{ linux: readonly string[], mac: readonly string[], windows: readonly string[] }} places */
function usualPlaces(places) {
  if (WINDOWS) return windowsPrograms(places.windows);
  return process.platform === 'darwin' ? macApplications(places.mac) : places.linux;
}

/**
 * `CHROME_PATH` counts alone when it is set: a wrong path there is null rather than another browser. Chromium comes before Chrome,
 * because branded Chrome refuses some of the flags that tests use.
 * @returns {string | null}
 */
export function findChromium() {
  const given = process.env.CHROME_PATH;
  if (given) return executable(given) ? given : null;
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge', 'brave-browser'];
  const places = usualPlaces({
    linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome', '/var/lib/flatpak/exports/bin/org.chromium.Chromium'],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Google Chrome Canary.app/Contents/MacOS/Google Chrome Canary',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  });
  return [...onPath(names), ...places].find(executable) ?? null;
}

/**
 * `FIREFOX_PATH` counts alone when it is set.
 * @returns {string | null}
 */
export function findFirefox() {
  const given = process.env.FIREFOX_PATH;
  if (given) return executable(given) ? given : null;
  const names = ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'];
  const places = usualPlaces({
    linux: ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/snap/bin/firefox', '/opt/firefox/firefox', '/usr/lib/firefox/firefox'],
    mac: [
      'Firefox.app/Contents/MacOS/firefox',
      'Firefox Developer Edition.app/Contents/MacOS/firefox',
      'Firefox Nightly.app/Contents/MacOS/firefox',
    ],
    windows: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe', 'Firefox Nightly\\firefox.exe'],
  });
  return [...onPath(names), ...places].find(executable) ?? null;
}
