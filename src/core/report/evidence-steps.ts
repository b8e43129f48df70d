import type { EvidenceFact } from '../logout/logout.ts';
import type { LogoutExchange, LogoutView } from './logout-view.ts';

/** What is told of one exchange at one place of the story. */
export interface EvidenceStep {
  /** Null when the recording does not hold it any more. */
  readonly exchange: LogoutExchange | null;
  readonly facts: readonly EvidenceFact[];
}

/** The evidence as a story: facts of one exchange that follow one another are one step. */
export function evidenceSteps({ logout, exchanges }: LogoutView): readonly EvidenceStep[] {
  const steps: { readonly id: string; readonly exchange: LogoutExchange | null; readonly facts: EvidenceFact[] }[] = [];
  for (const { exchangeId, fact } of logout.evidence) {
    const last = steps.at(-1);
    if (last?.id === exchangeId) last.facts.push(fact);
    else steps.push({ id: exchangeId, exchange: exchanges.find(({ id }) => id === exchangeId) ?? null, facts: [fact] });
  }
  return steps;
}
