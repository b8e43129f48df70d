import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { otherSizes, panelChunks } from '../../scripts/bundle-sizes.mjs';
import { overBudget, PANEL_BUDGET } from '../../scripts/panel-budget.mjs';

const FILES = {
  'src/panel/panel.html':
    '<script type="module" src="/assets/shared-abcdefgh.js"></script><script src="/assets/panel-ab_d-fgh.js"></script>',
  'src/devtools/devtools.html': '<script type="module" src="/assets/devtools.html-abcdefgh.js"></script>',
  'assets/shared-abcdefgh.js': 'export const a = 1;',
  'assets/panel-ab_d-fgh.js': 'import{a}from"./shared-abcdefgh.js";import("./later-abcdefgh.js");',
  'assets/later-abcdefgh.js': 'import{a}from"./shared-abcdefgh.js";import{b}from"./deep-abcdefgh.js";',
  'assets/deep-abcdefgh.js': 'export const b = 1;',
  'assets/devtools.html-abcdefgh.js': 'import{a}from"./shared-abcdefgh.js";',
  'assets/worker-abcdefgh.js': 'let c;',
  'assets/panel-abcdefgh.css': 'a{}',
};

describe('the weight of a built extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  beforeAll(() => {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('counts every script of the panel once, and tells what it loads later', () => {
    expect(panelChunks(folder).map(({ name, later }) => [name, later])).toEqual([
      ['shared', false],
      ['panel', false],
      ['later', true],
      ['deep', true],
    ]);
  });

  test('counts what is shared in the devtools page too', () => {
    const shared = panelChunks(folder).find(({ name }) => name === 'shared')?.size ?? 0;
    const { devtools, worker, css } = otherSizes(folder);
    expect(devtools).toBeGreaterThan(shared);
    expect([worker, css].every((size) => size > 0 && size < 0.1)).toBe(true);
  });
});

describe('the budget of the panel’s script', () => {
  const chunk = (name: string, size: number, later = false) => ({ name, size, later });

  test('is kept while the whole keeps to it, whichever chunk takes it', () => {
    expect(overBudget([chunk('panel', PANEL_BUDGET - 1), chunk('later', 1, true)])).toBeNull();
  });

  test('names the chunks that grew, and those that are new', () => {
    const told = overBudget([chunk('shared', 1), chunk('panel', PANEL_BUDGET), chunk('icons', 2)]);
    expect(told).toMatch(/^The panel’s script weighs [\d.]+ kB/);
    expect(
      told
        ?.split('\n')
        .slice(1)
        .map((line) => line.trim().split(':')[0]),
    ).toEqual(['panel', 'icons']);
  });
});
