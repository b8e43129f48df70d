import { expect, test } from 'vitest';
import { infoOf } from '../../../src/core/findings/finding-info.ts';
import { UNKNOWN_APPLICATION } from '../../../src/core/readers/application.ts';
import { analyse, exchange } from '../recording.ts';
import { SESSION_SECRET, sessionCases } from './session-cases.ts';

test('what is sensitive is named by its path, and its value is nowhere in the finding', async () => {
  const values = ['correct horse', 'ann@example.test', 'x'.repeat(40), 'ghp_', '4242', 'abcdefgh12345678'];
  for (const [, , ...given] of sessionCases['sensitive-in-session'].triggers) {
    const analysis = await analyse(given.map(exchange), [SESSION_SECRET]);
    const findings = analysis.allRows().flatMap((row) => analysis.detail(row.id)?.findings ?? []);
    const found = findings.filter(({ kind }) => kind === 'sensitive-in-session');
    const told = JSON.stringify(
      found.map((finding) => [finding, infoOf(finding).message(finding), infoOf(finding).remedy(finding, UNKNOWN_APPLICATION)]),
    );
    expect(found).toHaveLength(1);
    for (const value of values) expect(told).not.toContain(value);
  }
});
