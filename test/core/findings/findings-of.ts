import type { Finding, FindingKind } from '../../../src/core/findings/finding.ts';
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

/** Total: a kind without its cases does not build. */
export const cases: { readonly [K in FindingKind]: Cases } = {
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
export async function findingsOf(kind: FindingKind, given: readonly GivenCase[]): Promise<readonly Finding[]> {
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
