import type { HistoryStep } from '../session/history-step.ts';
import { isSignInAttempt } from './answer.ts';
import type { Confidence, Evidence, EvidenceFact, LogoutCause } from './logout.ts';
import type { Loss, Verdict } from './loss.ts';

/** A fact with the exchange that shows it. */
export type Shown = readonly [step: HistoryStep, fact: EvidenceFact];

/** A verdict on a loss: what the loss shows by itself, and the facts that speak for this cause. */
export function verdict(
  loss: Loss,
  confidence: Confidence,
  facts: readonly (Shown | null)[] = [],
  rulesOut: readonly LogoutCause[] = [],
): Verdict {
  const shown = [...lossFacts(loss), ...facts.filter((fact) => fact !== null)];
  const inOrder = shown
    .map(([step, fact], index) => ({ step, fact, index }))
    .sort((a, b) => a.step.exchange.startedAt - b.step.exchange.startedAt || a.index - b.index);
  const seen = new Map<string, Evidence>();
  for (const { step, fact } of inOrder) {
    const key = `${step.exchange.id} ${JSON.stringify(fact)}`;
    if (!seen.has(key)) seen.set(key, { exchangeId: step.exchange.id, fact });
  }
  return { confidence, evidence: [...seen.values()], rulesOut };
}

/** What every verdict on the loss tells: where somebody was signed in, and what shows that nobody is any more. */
function lossFacts(loss: Loss): readonly Shown[] {
  const { before, step } = loss;
  const facts: Shown[] = [];
  if (before !== null && before.step !== step)
    facts.push([before.step, { kind: isSignInAttempt(before.step) ? 'signed-in' : before.known ? 'carried-signed-in' : 'set-signed-in' }]);
  for (const fact of factsAt(loss)) facts.push([step, fact]);
  if (loss.culprit !== null && loss.culprit !== step && isSignInAttempt(loss.culprit)) facts.push([loss.culprit, { kind: 'signed-in' }]);
  return facts;
}

function factsAt({ kind, before, after, step, history }: Loss): readonly EvidenceFact[] {
  const { status, errorPage } = step.exchange;
  const carriesIt = history?.carried(step)?.identities?.length ? [{ kind: 'carried-signed-in' } as const] : [];
  const page = errorPage === null ? [] : [{ kind: 'error-page', page: errorPage, status } as const];
  switch (kind) {
    case 'signed-out':
      return [...carriesIt, { kind: 'sign-out-request' }, ...(after?.deleted ? [{ kind: 'deleted' } as const] : [])];
    case 'reset':
    case 'overwritten':
      return [...carriesIt, { kind: 'set-without-identity' }, ...page];
    case 'deleted':
      return [...carriesIt, { kind: 'deleted' }];
    case 'not-sent':
      return [{ kind: 'not-carried', setAt: before?.version?.setBy[0]?.landedAt ?? null }, ...page];
    case 'replaced':
      return after === null || after.root ? [] : [{ kind: 'carried-old-version', setAt: after.setBy[0]?.landedAt ?? null }];
    case 'not-honoured':
    case 'cached-page':
      return [...carriesIt, { kind: 'starts-over', status }];
    case 'another-id':
      return [{ kind: 'set-another-session-id' }];
    case 'never-set':
      return page.length > 0 ? [...page, { kind: 'no-set-cookie' }] : [{ kind: 'not-carried', setAt: null }];
    case 'refused': {
      const line = step.lines.findLast(({ storage }) => storage?.stored.outcome === 'refused');
      const stored = line?.storage?.stored;
      if (line === undefined || stored?.outcome !== 'refused') return [];
      return [{ kind: 'set-signed-in' }, { kind: 'refused', reason: stored.reason, wire: line.wire }];
    }
    case 'overflow':
    case 'error':
      return [...carriesIt, ...page];
    case 'rejected':
      return [...carriesIt, { kind: 'starts-over', status }];
  }
}
