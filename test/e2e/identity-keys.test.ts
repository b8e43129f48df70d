import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { enterSecret, openRow, waitForRows } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

/** The worker tells the histories at most once a second. */
const SOON = { timeout: 10_000 };

const { rails, reason } = findRails();
if (!rails) console.log(`Not run, ${reason}`);
const cookie = '_shop_session';
const secret = randomBytes(64).toString('hex');

describe.runIf(rails || process.env.CI === 'true')(
  `an identity key of one’s own, with real Rails ${rails?.version}, in ${browserName}`,
  () => {
    let app: Awaited<ReturnType<typeof startRails>>;
    let driver: PanelDriver;

    beforeAll(async () => {
      app = await startRails({ SECRET_KEY_BASE: secret, SESSION_KEY: cookie });
      driver = await launchPanel();
      await driver.resizePanel(1400, 700);
      await driver.goto(`${app.url}/write?key=locale&value=de`);
      await driver.goto(`${app.url}/write?key=member_ref&value=7`);
      await waitForRows(driver, 2, cookie);
      await enterSecret(driver, secret);
    });
    afterAll(async () => {
      expect(await driver?.problems()).toEqual([]);
      await driver?.close();
      await app?.stop();
    });

    const events = () =>
      driver.panel(() => [...document.querySelectorAll('[data-testid=version-events]')].map((cell) => cell.textContent ?? ''));
    const who = () => driver.panel(() => [...document.querySelectorAll('[data-testid=version-who]')].map((cell) => cell.textContent ?? ''));

    test('nobody is signed in before it is named', async () => {
      await driver.click('[data-testid=tab-history]');
      await expect.poll(events, SOON).toEqual(['new', 'changed']);
      expect(await who()).toEqual(['–', '–']);
    });

    test('a key of the session is named where it is shown, and what was recorded is told anew', async () => {
      await driver.click('[data-testid=tab-responses]');
      await openRow(driver, cookie);
      const line = '[role=treeitem][data-path=\'session["member_ref"]\']';
      await driver.waitFor('the tree', () => !!document.querySelector('[data-path=\'session["member_ref"]\']'));
      await driver.click(line);
      await savePicture(driver, 'identity-tree');
      await driver.click(`${line} [data-testid=treat-as-identity]`);
      await driver.waitFor('its mark', () => !!document.querySelector('[data-testid=identity-mark]'));
      await expect
        .poll(() => driver.panel(() => [...document.querySelectorAll('[data-testid=cell-session]')].at(-1)?.textContent), SOON)
        .toContain('signed in');
      await driver.click('[data-testid=tab-history]');
      await expect.poll(events, SOON).toEqual(['new', 'signed in']);
      expect((await who())[1]).toBe('member_ref 7');
    });

    test('it is kept while DevTools are open, and can be taken back', async () => {
      await driver.reloadPanel();
      // The counts on the tabs before it move the tab.
      await waitForRows(driver, 1, cookie);
      await driver.click('[data-testid=tab-history]');
      await expect.poll(events, SOON).toEqual(['new', 'signed in']);
      await driver.click('[data-testid=identity-keys-button]');
      await expect.poll(() => driver.text('[data-testid=identity-key] code'), SOON).toBe('member_ref');
      await savePicture(driver, 'identity-keys');
      await driver.click('[data-testid=identity-key] button');
      await expect.poll(events, SOON).toEqual(['new', 'changed']);
    });

    test('one is named by typing, too', async () => {
      await driver.fill('[data-testid=identity-field]', 'member_ref');
      await driver.press('[data-testid=identity-field]', 'Enter');
      await expect.poll(events, SOON).toEqual(['new', 'signed in']);
    });
  },
);
