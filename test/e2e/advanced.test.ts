import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { SECRET, sealGcm, wrap } from '../core/readers/seal.ts';
import { servePage } from './page-server.ts';
import { openRow, waitForRows } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

const SESSION = '{"session_id":"0123456789abcdef0123456789abcdef","user_id":7}';
const cookies = new Map([
  ['/own', `_own_session=${sealGcm(SESSION, { digest: 'sha512', iterations: 2000, bits: 128, salt: 'salt of its own' })}`],
  ['/long', `_long_session=${sealGcm(SESSION, { bits: 192 })}`],
  ['/late', `_late_session=${sealGcm(wrap(SESSION, { exp: '2026-01-15T13:00:00.000Z' }))}`],
]);
let server: Awaited<ReturnType<typeof servePage>>;
let driver: PanelDriver;

beforeAll(async () => {
  server = await servePage((request, response) => {
    const cookie = cookies.get(request.url ?? '');
    if (cookie !== undefined) response.setHeader('Set-Cookie', `${cookie}; path=/; httponly; samesite=lax`);
    response.setHeader('Content-Type', 'text/html');
    response.end('<link rel="icon" href="data:,"><h1>Sealed</h1>');
  });
  driver = await launchPanel();
  await driver.resizePanel(1300, 900);
  for (const path of cookies.keys()) await driver.goto(`${server.url}${path}`);
  await waitForRows(driver, cookies.size);
});
afterAll(async () => {
  server.stop();
  await driver.close();
});

/** Adds the secret with these options, each by the label of its field. */
async function addSecret(options: Readonly<Record<string, string>>): Promise<void> {
  const open = await driver.panel(() => document.querySelector('[data-testid=secrets-drawer]') !== null);
  if (!open) await driver.click('[data-testid=secrets-button]');
  if (await driver.panel(() => document.querySelector('.advanced') === null)) await driver.click('[data-testid=advanced]');
  await driver.waitFor('the options', () => document.querySelector('.advanced') !== null);
  const labels = await driver.panel(() =>
    [...document.querySelectorAll('.advanced .form-line > span')].map((span) => span.textContent ?? ''),
  );
  // One after another, as people do: each change starts from what the one before has left.
  for (const [index, label] of labels.entries()) {
    await driver.panel(
      (place, value) => {
        const field = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.advanced .input')][place];
        if (field === undefined) throw new Error('no such field');
        field.value = value;
        field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
      },
      index,
      options[label] ?? '',
    );
  }
  await driver.fill('[data-testid=secret-text]', SECRET);
  await driver.click('[data-testid=secret-add]');
  await driver.waitFor('the secret', () => document.querySelectorAll('[data-testid=secret-item]').length === 1);
}

async function forget(): Promise<void> {
  await driver.click('[data-testid=secret-forget]');
  await driver.waitFor('the secret to be gone', () => document.querySelector('[data-testid=secret-item]') === null);
}

test(`in ${browserName}, digest, iterations, key length and salt that are told open the session`, async () => {
  await openRow(driver, '_own_session');
  await addSecret({
    'Key digest': 'SHA512',
    Iterations: '2000',
    encrypted_cookie_cipher: '128',
    authenticated_encrypted_cookie_salt: 'salt of its own',
  });
  await driver.waitFor('the opened session', () => document.querySelector('[data-testid=tree]')?.textContent?.includes('user_id'));
  expect(await driver.text('[data-testid=reading-key]')).toMatch(/AES-128-GCM · SHA512 · JSON/);
  await forget();
});

test(`in ${browserName}, a key length that the browser lacks is named as the reason`, async () => {
  await openRow(driver, '_long_session');
  await addSecret({ encrypted_cookie_cipher: '192' });
  if (browserName === 'firefox') {
    await driver.waitFor('the opened session', () => document.querySelector('[data-testid=tree]')?.textContent?.includes('user_id'));
  } else {
    await driver.waitFor('the reason', () =>
      document.querySelector('[data-testid=reading-state]')?.textContent?.includes('this browser lacks the cipher'),
    );
    await savePicture(driver, 'cipher-missing');
  }
  await forget();
});

test(`in ${browserName}, how to revoke is said of what the server accepts, not of what has expired`, async () => {
  await addSecret({});
  await openRow(driver, '_late_session');
  await driver.waitFor('the expiry', () => document.querySelector('[data-testid=reading-state][data-state=failed]') !== null);
  await driver.waitFor('the tree', () => document.querySelector('[data-testid=tree]') !== null);
  expect(await driver.text('[data-testid=revocation]')).toBeNull();
});

test(`in ${browserName}, the drawer has a command for each place that holds a secret`, async () => {
  await driver.panel(() => {
    for (const more of document.querySelectorAll<HTMLElement>('[data-testid=secrets-drawer] .disclosure')) {
      if (more.textContent?.includes('Where to find it')) more.click();
    }
  });
  const places = await driver.waitFor('the places', () =>
    [...document.querySelectorAll('[data-testid=secrets-drawer] .where-to-find code')].map((code) => code.textContent),
  );
  expect(places).toContain('cat tmp/local_secret.txt');
  expect(places).toContain('printenv SECRET_KEY_BASE');
  expect(await driver.problems()).toEqual([]);
});
