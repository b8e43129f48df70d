import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { enterSecret, openRow, shownRows, waitForRows } from './panel-actions.ts';
import { browserName, launchPanel, lookAround, savePicture } from './target.ts';

const { rails, reason } = findRails();
if (!rails) console.log(`Not run, ${reason}`);
const cookie = '_shop_session';
const secret = randomBytes(64).toString('hex');

describe.runIf(rails || process.env.CI === 'true')(`real Rails ${rails?.version}, in ${browserName}`, () => {
  let app: Awaited<ReturnType<typeof startRails>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    app = await startRails({ SECRET_KEY_BASE: secret, SESSION_KEY: cookie });
    driver = await launchPanel();
    await driver.resizePanel(1200, 700);
  });
  afterAll(async () => {
    await driver?.close();
    await app?.stop();
  });

  /** Every Set-Cookie line of the log is a row, in order, with the server's own numbers. */
  const expectRowsToEqualTheLog = async () => {
    const logged = (await app.log()).flatMap((response) =>
      response.cookies.map((one) => ({
        path: new URL(response.url).pathname + new URL(response.url).search,
        status: response.status,
        wire: one.wire_name_value,
        rails: one.raw_value + one.name.length,
      })),
    );
    await waitForRows(driver, logged.length, cookie);
    const rows = (await shownRows(driver)).filter((row) => row.cookie === cookie);
    expect(rows.map(({ path, status, wire, rails: count }) => ({ path, status, wire, rails: count }))).toEqual(logged);
  };

  test('a sign-in shows each response with its size and flags, sealed', async () => {
    await driver.goto(`${app.url}/sign_in`);
    // At the pace of a person: Firefox reports nothing of a response that is followed by a navigation within a fifth of a second.
    await waitForRows(driver, 1, cookie);
    await lookAround();
    await driver.page(() => document.querySelector<HTMLFormElement>('form')?.submit());
    await waitForRows(driver, 3, cookie);
    await expectRowsToEqualTheLog();
    const rows = await shownRows(driver);
    expect(rows.map((row) => row.session)).toEqual(expect.arrayContaining(['new', 'sealed']));
    expect(rows.every((row) => /HttpOnly/.test(row.flags) && /SameSite=Lax/.test(row.flags))).toBe(true);
    await openRow(driver, cookie);
    await driver.waitFor(
      'the sealed session',
      () => document.querySelector<HTMLElement>('[data-testid=reading-state]')?.dataset.state === 'sealed',
    );
    await savePicture(driver, 'rails-sealed');
  });

  test('the secret opens it, and the tree shows the session that the server has', async () => {
    await enterSecret(driver, secret);
    await driver.waitFor(
      'the opened session',
      () => document.querySelector<HTMLElement>('[data-testid=reading-state]')?.dataset.state === 'opened',
    );
    const { session } = (await app.log()).findLast((response) => response.session !== null) ?? { session: null };
    const tree = await driver.text('[data-testid=tree]');
    for (const [key, value] of Object.entries(session ?? {})) {
      expect(tree).toContain(key);
      if (typeof value !== 'object') expect(tree).toContain(String(value));
    }
    expect(tree).toContain('user_id');
    expect(await driver.text('[data-testid=reading-key]')).toMatch(/current.*AES-256-GCM.*SHA1.*JSON/s);
    await savePicture(driver, 'rails-open');
  });

  test('a session that is filled until it overflows is followed to the exception', async () => {
    await driver.panel(() => document.querySelector<HTMLElement>('[data-testid=details-close]')?.click());
    for (let added = 0; added < 12; added++) {
      const status = await driver.page(
        async () => (await fetch('/cart', { method: 'POST', body: new URLSearchParams({ bytes: '300' }) })).status,
      );
      if (status === 500) break;
    }
    expect((await app.log()).some((response) => response.overflow?.name === cookie)).toBe(true);
    await driver.waitFor('the exception', () =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=row][data-status="500"]')].some((row) =>
        row.textContent?.includes('cookie-overflow'),
      ),
    );
    await expectRowsToEqualTheLog();
    // Whether the browser still takes the last one that Rails wrote is a matter of its random bytes; the cell says all its findings.
    const told = (await shownRows(driver)).map((row) => row.finding).join('\n');
    expect(told).toMatch(/The cookie is near the browser’s limit|The browser drops this session/);
    await savePicture(driver, 'rails-overflowing');
  });

  test('signing out shows what the session lost', async () => {
    await driver.goto(`${app.url}/sign_out`);
    await expectRowsToEqualTheLog();
    const signedOut = async () => (await shownRows(driver)).find((row) => row.path === '/sign_out')?.session;
    await expect.poll(signedOut, { timeout: 10_000 }).toContain('▼ signed out');
    await driver.setTheme('dark');
    await openRow(driver, cookie);
    await savePicture(driver, 'rails-dark');
    await driver.resizePanel(400, 700);
    await savePicture(driver, 'rails-narrow');
    expect(await driver.problems()).toEqual([]);
  });
});
