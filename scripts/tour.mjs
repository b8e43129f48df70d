// What `npm start` shows where there is no display.

/**
 * Signs in to the demo, enters its secret in the panel and opens the newest session.
 * @param {import('./browsers/panel-driver.ts').PanelDriver} driver
 * @param {{ url: string, secret: string }} demo
 */
export async function tourDemo(driver, demo) {
  await driver.resizePanel(1100, 600);
  await driver.goto(`${demo.url}/sign_in`);
  await driver.page(() => document.querySelector('form')?.submit());
  await driver.waitFor('the sign-in', () => !!document.querySelector('[data-testid=row][data-status="302"]'));
  await driver.click('[data-testid=secrets-button]');
  await driver.fill('[data-testid=secret-label]', 'demo');
  await driver.fill('[data-testid=secret-text]', demo.secret);
  await driver.click('[data-testid=secret-add]');
  await driver.waitFor('the secret', () => !!document.querySelector('[data-testid=secret-item]'));
  await driver.press(null, 'Escape');
  await driver.click('[data-testid=row]:last-child [data-testid=cell-cookie]');
  await driver.waitFor('the opened session', () => !!document.querySelector('[data-testid=reading-state][data-state=opened]'));
}

/**
 * Prints the panel's rows and its open details.
 * @param {import('./browsers/panel-driver.ts').PanelDriver} driver
 */
export async function printPanel(driver) {
  const lines = await driver.panel(() => {
    /** @param {Element} element */
    const words = (element) => {
      const copy = /** @type {Element} */ (element.cloneNode(true));
      for (const button of copy.querySelectorAll('button')) button.remove();
      return [...copy.childNodes].map((node) => node.textContent?.trim()).filter(Boolean);
    };
    /** @param {string} css */
    const all = (css) => [...document.querySelectorAll(css)];
    const rows = all('[data-testid=row]').map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join('  '));
    const key = all('[data-testid=reading-key]').map((element) => element.textContent ?? '');
    const tree = all('[data-testid=tree] [role=treeitem]').map((item) => `  ${words(item).join(' ')}`);
    return [...rows, '', ...all('[data-testid=status]').map((status) => words(status).join(' ')), '', ...key, ...tree];
  });
  console.log(`\n${lines.join('\n')}`);
}
