import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../src/core/findings/finding.ts';
import { findingInfo, infoOf } from '../../../src/core/findings/finding-info.ts';
import { FINDING_TITLES } from '../../../src/core/findings/finding-title.ts';
import { rules } from '../../../src/core/findings/rules/index.ts';
import { message } from '../../../src/core/message.ts';
import { RAILS } from '../applications.ts';
import { cases, findingsOf } from './findings-of.ts';

const root = new URL('../../../', import.meta.url);

const kinds = Object.keys(findingInfo) as FindingKind[];

describe.each(kinds)('%s', (kind) => {
  test.each(cases[kind].triggers.map(([severity, reason, ...given]) => ({ severity, reason, given })))(
    'is found ($severity): $reason',
    async ({ severity, given }) => {
      const found = await findingsOf(kind, given);
      expect(found.map((finding) => finding.severity)).toEqual([severity]);
      for (const finding of found) {
        expect(infoOf(finding).message(finding)).toMatch(/^The .*[^.]\.$/);
        expect(infoOf(finding).remedy(finding, RAILS).text).toMatch(/\.$/);
      }
    },
  );

  test.each(cases[kind].quiet.map(([reason, ...given]) => ({ reason, given })))('stays quiet: $reason', async ({ given }) => {
    expect(await findingsOf(kind, given)).toEqual([]);
  });

  test('has a case that triggers it and one that stays quiet', () => {
    expect(cases[kind].triggers.length).toBeGreaterThan(0);
    expect(cases[kind].quiet.length).toBeGreaterThan(0);
  });

  test('is listed once, told in full, and documented', () => {
    expect(rules.filter((rule) => rule.kind === kind)).toHaveLength(1);
    const { why, docs } = findingInfo[kind];
    expect(message(FINDING_TITLES[kind])).not.toBe(FINDING_TITLES[kind]);
    expect(message(why).length).toBeGreaterThan(100);
    expect(docs).toBe(`docs/findings/${kind}.md`);
    const page = readFileSync(new URL(docs, root), 'utf8');
    expect(page.startsWith(`# ${kind}\n`)).toBe(true);
    for (const part of [
      '**Severity**',
      '## How it is detected',
      '## Evidence',
      '## Why it matters',
      '## Remedy in Rails',
      '## In plain Set-Cookie',
      '## References',
    ]) {
      expect(page).toContain(part);
    }
  });

  test('is a file of its own with a header that triggers it in its comment', () => {
    const file = new URL(`src/core/findings/rules/${kind}.ts`, root);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/ \* {5}(Set-Cookie: |HTTP\/1\.1 |\{")/);
  });
});

test('there is no rule and no page without a kind', () => {
  const files = readdirSync(new URL('src/core/findings/rules/', root)).filter((name) => name !== 'index.ts');
  expect(files.map((name) => name.replace(/\.ts$/, '')).toSorted()).toEqual(kinds.toSorted());
  const pages = readdirSync(new URL('docs/findings/', root)).filter((name) => name !== 'README.md');
  const index = readFileSync(new URL('docs/findings/README.md', root), 'utf8');
  for (const kind of kinds) expect(index).toContain(`[${kind}](${kind}.md)`);
  expect(pages.map((name) => name.replace(/\.md$/, '')).toSorted()).toEqual(kinds.toSorted());
});
