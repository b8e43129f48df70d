import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealSession } from '../../demo/rails-session.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { servePage } from './page-server.ts';
import { enterSecret, forgetSecret, openRow, secretLabels } from './panel-actions.ts';
import { formsOf, searchFiles } from './search-files.ts';
import { browserName, launchPanel } from './target.ts';

const secret = randomBytes(64).toString('hex');
const marker = `decrypted-${randomBytes(16).toString('hex')}`;
const profileDir = mkdtempSync(join(tmpdir(), 'sessionscope-profile-'));
let server: Awaited<ReturnType<typeof servePage>>;
let driver: PanelDriver;

beforeAll(async () => {
  server = await servePage((_request, response) => {
    const value = sealSession({ session_id: randomBytes(16).toString('hex'), marker }, { secret, name: '_vault_session' });
    response.setHeader('Set-Cookie', `_vault_session=${value}; path=/; httponly; samesite=lax`);
    response.setHeader('Content-Type', 'text/html');
    response.end('<h1>Sealed</h1>');
  });
  driver = await launchPanel({ profileDir });
});
afterAll(async () => {
  server.stop();
  await driver.close();
  rmSync(profileDir, { recursive: true, force: true });
});

test(`in ${browserName}, forgetting a secret seals the view again at once`, async () => {
  await driver.goto(`${server.url}/`);
  await openRow(driver, '_vault_session');
  expect(
    await driver.waitFor('a sealed reading', () => document.querySelector<HTMLElement>('[data-testid=reading-state]')?.dataset.state),
  ).toBe('sealed');
  await enterSecret(driver, secret);
  await driver.waitFor('the opened session', () => document.querySelector('[data-testid=tree]')?.textContent?.includes('decrypted-'));
  expect(await driver.panel(() => document.documentElement.outerHTML)).not.toContain(secret);

  await forgetSecret(driver);
  await driver.waitFor(
    'the sealed view',
    () => document.querySelector<HTMLElement>('[data-testid=reading-state]')?.dataset.state === 'sealed',
  );
  expect(await driver.panel(() => document.documentElement.outerHTML)).not.toContain(marker);
});

test(`in ${browserName}, a secret is gone when DevTools closes, unless it is kept until the browser closes`, async () => {
  await enterSecret(driver, secret);
  await driver.reopenDevtools();
  await expectSealed();
  await enterSecret(driver, secret, { keep: true });
  await driver.reopenDevtools();
  await expect.poll(() => secretLabels(driver), { timeout: 10_000 }).toEqual([expect.stringContaining('current')]);
  await forgetSecret(driver);
  await driver.reopenDevtools();
  await expectSealed();
});

/** What the page sets now stays sealed: there is no secret any more. */
async function expectSealed(): Promise<void> {
  await driver.goto(`${server.url}/`);
  await openRow(driver, '_vault_session');
  await driver.waitFor(
    'a sealed reading',
    () => document.querySelector<HTMLElement>('[data-testid=reading-state]')?.dataset.state === 'sealed',
  );
  expect(await secretLabels(driver)).toEqual([]);
}

test(`in ${browserName}, a closed browser has written neither the secret nor decrypted text to its profile`, async () => {
  await driver.goto(`${server.url}/`);
  await enterSecret(driver, secret, { keep: true });
  await openRow(driver, '_vault_session');
  await driver.waitFor('the opened session', () => document.querySelector('[data-testid=tree]')?.textContent?.includes('decrypted-'));
  await driver.close({ keepProfile: true });
  expect(searchFiles(profileDir, [secret, marker])).toEqual([]);
});

test('a copy of the secret in the profile would be found, in each of its forms', () => {
  for (const { form, bytes } of formsOf(secret)) {
    const planted = join(profileDir, 'planted');
    writeFileSync(planted, Buffer.concat([randomBytes(1000), bytes, randomBytes(1000)]));
    expect(searchFiles(profileDir, [secret]), form).toContainEqual({ file: planted, form });
    rmSync(planted);
  }
});
