import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/server.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { runAxe } from './axe.ts';
import { EXAMPLE_STATES, openExample } from './example-states.ts';
import { openRow, shownRows, waitForRow } from './panel-actions.ts';
import { cutOff } from './panel-checks.ts';
import { browserName, extension, launchPanel, savePicture } from './target.ts';

const OWN = 'Reload the page, in the language of the browser';

/**
 * Neither browser speaks German without a language pack of its own, which machines that run tests have not. So here the roles are
 * turned around: a copy of the extension whose complete language is German, and which has a single text in the browser's English.
 */
function plantGerman(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-german-'));
  cpSync(extension, folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), default_locale: 'de' }));
  writeFileSync(join(folder, '_locales/en/messages.json'), JSON.stringify({ emptyReload: { message: OWN } }));
  return folder;
}

describe(`the panel in German, in ${browserName}`, () => {
  const folder = plantGerman();
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    demo = await startDemo({ port: 0 });
    driver = await launchPanel({ mapTestHosts: false, extension: folder });
    await driver.resizePanel(1200, 700);
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('says which language its texts are in', async () => {
    expect(await driver.panel(() => document.documentElement.lang)).toBe('de');
  });

  test('takes a text in the browser’s own language, and every other one in the language that is complete', async () => {
    await expect.poll(() => driver.text('[data-testid=empty] button')).toBe(OWN);
    expect(await driver.text('[data-testid=empty] h2')).toBe('Aufzeichnung läuft, noch keine Antworten');
    expect(await driver.text('[data-testid=tab-responses]')).toBe('Antworten');
  });

  test('counts, and writes numbers, as Germans do', async () => {
    await driver.goto(`${demo.url}/near-limit`);
    await waitForRow(driver, '/near-limit');
    await expect.poll(() => driver.text('[data-testid=status]')).toMatch(/\d Antwort(en)?, davon 1 mit gesetzter Session/);
    await openRow(driver, (await shownRows(driver)).at(-1)?.cookie ?? '');
    await driver.click('[data-testid=tab-size]');
    await expect.poll(() => driver.text('[data-testid=size-tab]')).toMatch(/3\.\d{3} Bytes von 4\.096 bei der Übertragung/);
    await savePicture(driver, 'german');
  });

  test('gets what the worker says in German too', async () => {
    await driver.click('[data-testid=tab-findings]');
    const finding = '[data-testid=finding][data-kind=near-limit]';
    await expect.poll(() => driver.text(finding)).toContain('Abhilfe');
    const words = await driver.text(finding);
    expect(words).toMatch(/Übertragung 3\.\d{3} Bytes, \d+\s% der 4\.096 Bytes/);
    expect(words).toContain('Die Zeilen sind für Rails');
  });

  describe('what axe finds', () => {
    beforeAll(() => openExample(driver));
    // The words alone differ: names that must hold what shows, words that make more of a line.
    const states = EXAMPLE_STATES.filter(({ name }) =>
      ['responses', 'cookies', 'history', 'logouts', 'identity-keys', 'overlap', 'find'].includes(name),
    );

    test.each(states)('$name', async ({ name, reach, proof }) => {
      await driver.reloadPanel();
      await driver.waitFor('the rows', () => document.querySelector('[data-testid=row]') !== null);
      await reach(driver);
      await expect.poll(() => driver.text(proof), { timeout: 8_000 }).not.toBeNull();
      await savePicture(driver, `german-${name}`);
      await driver.resizePanel(320, 700);
      expect.soft(await driver.panel(cutOff)).toEqual([]);
      await savePicture(driver, `german-${name}-320`);
      await driver.resizePanel(1200, 700);
      const { violations, passes } = await runAxe(driver, 'all');
      expect(violations).toEqual([]);
      expect(passes).toBeGreaterThan(15);
    });
  });
});
