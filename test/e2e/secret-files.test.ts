import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealSession } from '../../demo/rails-session.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { servePage } from './page-server.ts';
import { openRow } from './panel-actions.ts';
import { browserName, launchPanel } from './target.ts';

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/secrets/${name}`, import.meta.url), 'utf8');
const [secret = ''] = /[0-9a-f]{128}/.exec(fixture('credentials.yml')) ?? [];
let server: Awaited<ReturnType<typeof servePage>>;
let driver: PanelDriver;

beforeAll(async () => {
  server = await servePage((_request, response) => {
    const value = sealSession({ session_id: '0'.repeat(32), marker: 'opened by credentials' }, { secret, name: '_files_session' });
    response.setHeader('Set-Cookie', `_files_session=${value}; path=/; httponly; samesite=lax`);
    response.setHeader('Content-Type', 'text/html');
    response.end('<h1>Sealed</h1>');
  });
  driver = await launchPanel();
});
afterAll(async () => {
  server.stop();
  await driver.close();
});

/** Drops files as a file manager does. */
async function drop(...names: readonly string[]): Promise<void> {
  await driver.panel(
    (files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
      const place = document.querySelector('[data-testid=secret-files]');
      place?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    names.map((name) => ({ name, text: fixture(name) })),
  );
}

test(`in ${browserName}, dropped credentials open the session with their key, and the panel names what is missing`, async () => {
  await driver.goto(`${server.url}/`);
  await openRow(driver, '_files_session');
  await driver.click('[data-testid=secrets-button]');
  await driver.waitFor('the place to drop files', () => document.querySelector('[data-testid=secret-files]') !== null);
  await drop('credentials.yml.enc');
  await driver.waitFor(
    'what is missing',
    () => document.querySelector('[data-testid=secret-files-answer]')?.textContent === 'credentials.yml.enc needs master.key: drop it too.',
  );
  await drop('master.key');
  await driver.waitFor(
    'what was found',
    () => document.querySelector('[data-testid=secret-files-answer]')?.textContent === 'Found: credentials.yml.enc.',
  );
  await driver.waitFor('the opened session', () => document.querySelector('[data-testid=tree]')?.textContent?.includes('opened by'));
  expect(await driver.panel(() => document.documentElement.outerHTML)).not.toContain(secret);
});
