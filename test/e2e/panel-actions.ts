import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';

/** What people do in the panel, by the same clicks and keys. */
export async function enterSecret(driver: PanelDriver, secret: string, { label = 'current', keep = false } = {}): Promise<void> {
  if (!(await driver.panel(() => !!document.querySelector('[data-testid=secrets-drawer]'))))
    await driver.click('[data-testid=secrets-button]');
  await driver.fill('[data-testid=secret-label]', label);
  await driver.fill('[data-testid=secret-text]', secret);
  if (keep) await driver.click('[data-testid=secret-keep]');
  await driver.click('[data-testid=secret-add]');
  await driver.waitFor('the secret in the list', () => document.querySelector('[data-testid=secret-item]'));
}

/** Opens the newest row of a cookie. */
export async function openRow(driver: PanelDriver, cookie: string): Promise<void> {
  const row = `[data-testid=row][data-cookie=${JSON.stringify(cookie)}]`;
  await driver.waitFor(`a row of ${cookie}`, () => document.querySelectorAll('[data-testid=row]').length > 0);
  await driver.click(row);
  await driver.waitFor('the details', () => !!document.querySelector('[data-testid=details]'));
}
