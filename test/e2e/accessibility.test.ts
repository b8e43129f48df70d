import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { type AxeProblem, runAxe } from './axe.ts';
import { grantedExtension } from './granted-extension.ts';
import { cutOff, focusNotSeen, notOneStop } from './panel-checks.ts';
import type { PanelStateOfTest } from './panel-state-of-test.ts';
import { PREPARE, SCENES } from './panel-states.ts';
import { serveStates } from './state-traffic.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

const WIDTHS = [1400, 800, 400, 320] as const;
/** The width at which axe looks. */
const CHECKED = 800;

describe(`what axe and the keyboard find in the panel, in ${browserName}`, () => {
  const granted = browserName === 'chromium' ? grantedExtension() : null;
  let server: Awaited<ReturnType<typeof serveStates>>;
  let driver: PanelDriver;
  const themes: ('light' | 'dark')[] = ['light', 'dark'];

  beforeAll(async () => {
    server = await serveStates();
    driver = await launchPanel({
      ...(granted === null ? {} : { extension: granted }),
      ...(browserName === 'firefox' ? { prefs: { 'extensions.webextOptionalPermissionPrompts': false } } : {}),
    });
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    server.stop();
    if (granted !== null) rmSync(granted, { recursive: true });
  });

  const load = async (): Promise<void> => {
    await driver.resizePanel(1400, 700);
    await driver.reloadPanel();
    await driver.waitFor('the panel', () => document.querySelector('[data-testid=status]') !== null);
  };
  /** Throws where the state was not reached. */
  const reach = async ({ reach, proof, says }: PanelStateOfTest, rows: boolean, timeout = 8_000): Promise<void> => {
    await load();
    if (rows) await driver.waitFor('rows', () => document.querySelector('[data-testid=row]') !== null);
    await reach(driver);
    const shown = () =>
      driver.panel((css) => {
        const element = document.querySelector(css);
        return element !== null && element.getClientRects().length > 0 ? element.textContent : null;
      }, proof);
    await expect.poll(shown, { timeout, message: `${proof} was not reached` }).toMatch(says ?? /^/);
  };

  test('a state that was not reached fails', async () => {
    const never: PanelStateOfTest = { name: 'never', reach: async () => {}, proof: '[data-testid=help]' };
    await expect(reach(never, false, 500)).rejects.toThrow();
  });

  describe.each(SCENES)('$scene', ({ scene, rows, states }) => {
    beforeAll(async () => {
      await load();
      await PREPARE[scene](driver, server.play);
    });

    test.each(states)('$name', async (state) => {
      await reach(state, rows);
      const widths = state.detail === true ? [CHECKED] : WIDTHS;
      for (const [nth, theme] of themes.entries()) {
        await driver.setTheme(theme);
        for (const width of nth === 0 ? widths.toReversed() : widths) {
          await driver.resizePanel(width, 700);
          await savePicture(driver, `state-${scene}-${state.name}-${theme}-${width}`);
          if (width !== CHECKED) continue;
          // Names, roles and order are the same in both.
          const { violations, incomplete, passes } = await runAxe(driver, nth === 0 ? 'all' : 'contrast');
          for (const { rule, nodes } of incomplete)
            console.log(`${scene} ${state.name}, ${theme}: axe leaves ${rule} to us\n  ${nodes.join('\n  ')}`);
          expect.soft(linesOf(violations), theme).toEqual([]);
          expect.soft(passes, theme).toBeGreaterThan(nth === 0 ? 15 : 0);
        }
      }
      // The next state begins in the theme that shows.
      themes.reverse();
      // 800 by 600 at 200 %, and 1280 by 1600 at 400 % (WCAG 2.2, 1.4.10).
      for (const [width, height] of [
        [400, 300],
        [320, 400],
      ] as const) {
        await driver.resizePanel(width, height);
        expect.soft(await driver.panel(cutOff), `${width} by ${height}`).toEqual([]);
      }
      await driver.press(null, 'Tab');
      expect.soft(await driver.panel(notOneStop)).toEqual([]);
      expect.soft(await driver.panel(focusNotSeen)).toEqual([]);
    });
  });
});

const linesOf = (problems: readonly AxeProblem[]): readonly string[] =>
  problems.flatMap(({ rule, nodes }) => nodes.map((node) => `${rule} ${node}`));
