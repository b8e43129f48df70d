// `npm test`: everything, in the order in which it fails fastest. `--check` is the quick part alone, `--soak` the long recording alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { panelChunks } from './bundle-sizes.mjs';
import { overBudget } from './panel-budget.mjs';
import { ensureDependencies, ensureTool, root } from './setup.mjs';

const quick = process.argv.includes('--check');
const soak = process.argv.includes('--soak');
const ci = process.env.CI === 'true';
// Logs are read as text.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';
const results = join(root, 'tmp', 'test-results');
const tests = { passed: 0, failed: 0, skipped: 0 };

ensureDependencies();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

if (!soak) {
  step('format and lint', 'biome', ['ci', '.']);
  step('unused files and exports', 'knip', []);
  step('types: core, without DOM, Node and extension APIs', 'tsc', ['-p', 'src/core']);
  step('types', 'tsc', ['-p', '.']);
}
for (const target of ['chrome', 'firefox', 'cli']) step(`build for ${target}`, 'vite', ['build', '--mode', target]);
if (!soak) {
  weighPanel();
  lintAddOn();
  if (!quick && !ensureTool('rails') && ci) miss('Rails');
  vitest('unit tests', 'unit', [], {});
}
if (!quick) {
  for (const browser of /** @type {const} */ (['chromium', 'firefox'])) {
    const executable = ensureTool(browser);
    if (!executable) {
      if (ci) miss(browser);
      continue;
    }
    vitest(`end to end in ${browser}`, 'e2e', soak ? ['test/e2e/recording.test.ts'] : [], {
      SESSIONSCOPE_BROWSER: browser,
      ...(soak ? { SESSIONSCOPE_REQUESTS: '2000' } : {}),
    });
  }
}
finish();

/**
 * Runs one of the installed tools; a failure ends the run.
 * @param {string} title
 * @param {string} tool
 * @param {string[]} args
 */
function step(title, tool, args) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync('npx', ['--no-install', tool, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.log(`${title}: failed`);
  tests.failed += 1;
  finish();
}

function weighPanel() {
  console.log('\n── weight of the panel’s script');
  const chunks = panelChunks(join(root, 'dist', 'chrome'));
  for (const { name, size, later } of chunks) console.log(`${name}: ${size.toFixed(1)} kB after gzip${later ? ', on demand' : ''}`);
  const grown = overBudget(chunks);
  if (grown === null) return;
  console.log(grown);
  tests.failed += 1;
  finish();
}

/** The add-on linter must have nothing to say at all: notices do not fail it by themselves. */
function lintAddOn() {
  console.log('\n── web-ext lint');
  const { stdout } = spawnSync('npx', ['--no-install', 'web-ext', 'lint', '--source-dir', 'dist/firefox', '--output', 'json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const { summary } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  console.log(`${summary.errors} errors, ${summary.warnings} warnings, ${summary.notices} notices`);
  if (summary.errors + summary.warnings + summary.notices === 0) return;
  console.log(stdout);
  tests.failed += 1;
  finish();
}

/**
 * @param {string} title
 * @param {string} project
 * @param {string[]} files
 * @param {Record<string, string>} env
 */
function vitest(title, project, files, env) {
  console.log(`\n── ${title}`);
  const output = join(results, `${title.replaceAll(' ', '-')}.json`);
  const args = [
    '--no-install',
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
  ];
  spawnSync('npx', [...args, ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (!existsSync(output)) {
    tests.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(output, 'utf8'));
  tests.passed += numPassedTests;
  // A file that fails before its first test counts as one failure.
  tests.failed += Math.max(numFailedTests, success ? 0 : 1);
  tests.skipped += numPendingTests;
}

/** @param {string} what */
function miss(what) {
  console.log(`CI needs ${what}, and it could not be installed.`);
  tests.failed += 1;
}

function finish() {
  console.log(`\n${tests.passed} passed, ${tests.failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ''}`);
  process.exit(tests.failed === 0 ? 0 : 1);
}
