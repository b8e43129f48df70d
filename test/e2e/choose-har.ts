import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';

/** Chooses a file as the file dialog does; `megabytes` of a field that nobody needs come into its middle. */
export async function chooseHar(driver: PanelDriver, item: 'har' | 'compare', name: string, text: string, megabytes = 0): Promise<void> {
  await driver.click('[data-testid=import]');
  // The dialog itself is the browser's own: it is not opened, and the file comes as it would from it.
  await driver.panel(() => {
    const input = document.querySelector<HTMLInputElement>('[data-testid=import-input]');
    if (input !== null) input.click = () => {};
  });
  await driver.click(`[data-testid=import-${item}]`);
  await driver.panel(
    (file) => {
      const filling = 'x'.repeat(1 << 20);
      const middle = file.text.indexOf('"entries"');
      const parts = [
        file.text.slice(0, middle),
        '"_own":"',
        ...Array.from({ length: file.megabytes }, () => filling),
        '",',
        file.text.slice(middle),
      ];
      const transfer = new DataTransfer();
      transfer.items.add(new File(file.megabytes === 0 ? [file.text] : parts, file.name));
      const input = document.querySelector<HTMLInputElement>('[data-testid=import-input]');
      if (input === null) throw new Error('There is no field for files.');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { name, text, megabytes },
  );
}

/** As Chrome saves it without its sensitive data. */
export const SANITISED = JSON.stringify({
  log: {
    creator: { name: 'WebInspector', version: '537.36' },
    entries: [
      {
        startedDateTime: '2026-01-15T10:00:00.000Z',
        request: { method: 'GET', url: 'https://customer.test/', headers: [] },
        response: { status: 200, headers: [{ name: 'Server', value: 'x' }] },
      },
    ],
  },
});
