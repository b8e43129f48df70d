import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding, FindingKind } from '../../../src/core/findings/finding.ts';
import { findingInfo, infoOf } from '../../../src/core/findings/finding-info.ts';
import { rules } from '../../../src/core/findings/rules/index.ts';
import { judgeExchange } from '../../../src/core/report/judged-exchange.ts';
import { parseExchange } from '../../../src/core/report/parsed-exchange.ts';
import { SECRET } from '../readers/seal.ts';
import { analyse, exchange } from '../recording.ts';
import { cachingCases } from './cases/caching.ts';
import type { Cases, GivenCase } from './cases/cases.ts';
import { contentCases } from './cases/content.ts';
import { flagCases } from './cases/flags.ts';
import { lineCases } from './cases/lines.ts';
import { refusalCases } from './cases/refusals.ts';
import { scopeCases } from './cases/scope.ts';
import { sealCases } from './cases/seal.ts';
import { sizeCases } from './cases/size.ts';
import { historyCases, OLD_SECRET } from './history-cases.ts';
import { SESSION_SECRET, sessionCases } from './session-cases.ts';

const root = new URL('../../../', import.meta.url);

/** Total: a kind without its cases does not build. */
const cases: { readonly [K in FindingKind]: Cases } = {
  ...flagCases,
  ...scopeCases,
  ...lineCases,
  ...refusalCases,
  ...sizeCases,
  ...contentCases,
  ...sealCases,
  ...cachingCases,
  ...sessionCases,
  ...historyCases,
};

/** Every finding of this kind; what the browser did and what other responses set is as given, or unknown. */
async function findingsOf(kind: FindingKind, given: readonly GivenCase[]): Promise<readonly Finding[]> {
  const analysis = await analyse(given.map(exchange), [SECRET, SESSION_SECRET, OLD_SECRET]);
  const found = given.flatMap((each): readonly Finding[] => {
    const { id } = exchange(each);
    const details = analysis.rows(id).flatMap((row) => analysis.detail(row.id) ?? []);
    if (each.stored === undefined && each.elsewhere === undefined) return details.flatMap(({ findings }) => findings);
    const judged = judgeExchange(parseExchange(exchange(each)), {
      reading: (value) => details.find(({ cookie }) => cookie?.value === value.sealed.value)?.reading ?? null,
      storage: ({ line }) => {
        const stored = each.stored?.[line] ?? null;
        return (
          stored && { stored, scope: { domain: 'app.test', hostOnly: true, path: '/', partition: null }, expiresAt: null, evidence: null }
        );
      },
      grewFrom: () => null,
      sameSealedElsewhere: () => each.elsewhere ?? false,
    });
    return [...judged.findings, ...judged.lines.flatMap(({ findings }) => findings)];
  });
  return found.filter((finding) => finding.kind === kind);
}

const kinds = Object.keys(findingInfo) as FindingKind[];

describe.each(kinds)('%s', (kind) => {
  test.each(cases[kind].triggers.map(([severity, reason, ...given]) => ({ severity, reason, given })))(
    'is found ($severity): $reason',
    async ({ severity, given }) => {
      const found = await findingsOf(kind, given);
      expect(found.map((finding) => finding.severity)).toEqual([severity]);
      for (const finding of found) {
        expect(infoOf(finding).message(finding)).toMatch(/^The .*[^.]\.$/);
        expect(infoOf(finding).remedy(finding).text).toMatch(/\.$/);
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
    const { title, why, docs } = findingInfo[kind];
    expect(title).not.toBe('');
    expect(why.length).toBeGreaterThan(100);
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
