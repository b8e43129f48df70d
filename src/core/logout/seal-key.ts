import { configurationOf } from '../readers/explanation/explain-reading.ts';
import type { Configuration } from '../readers/explanation/explanation.ts';
import type { OpeningKey, Reading } from '../readers/reader.ts';
import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import { stepById } from './history-index.ts';
import type { Loss, SiteCase } from './loss.ts';
import { originOf } from './request-kind.ts';
import type { Shown } from './verdict.ts';

/** How a value was sealed, at the exchange that carried or set it. */
export interface Sealing {
  readonly step: HistoryStep;
  readonly reading: Reading;
  readonly key: OpeningKey;
  readonly configuration: Configuration;
}

export function sealing(step: HistoryStep, reading: Reading | null): Sealing | null {
  const opened = reading && configurationOf(reading);
  return reading === null || reading.key === null || opened === null
    ? null
    : { step, reading, key: reading.key, configuration: opened.configuration };
}

/** What the exchange carried, and what it set, of one cookie. */
export function sealingsAt(history: SessionHistory, step: HistoryStep): { readonly carried: Sealing | null; readonly set: Sealing | null } {
  const set = step.lines.findLast(({ deleted }) => !deleted);
  return {
    carried: sealing(step, step.carried[0]?.reading ?? null),
    set: sealing(step, (set && history.set(step).findLast(({ deleted }) => !deleted)?.reading) ?? null),
  };
}

/** The change of the seal around a loss: what was carried there, and how the same application seals from then on. Null when nothing changed hands. */
export function sealChange(loss: Loss, { histories }: SiteCase): { readonly before: Sealing; readonly after: Sealing } | null {
  const { step } = loss;
  const origin = originOf(step.exchange);
  // The cookie itself first; Rails 8's session_id is only carried, and the session beside it shows the new key.
  for (const history of histories.toSorted((a, b) => Number(b === loss.history) - Number(a === loss.history))) {
    const there = stepById(history, step.exchange.id);
    if (there === null) continue;
    const lastSet = loss.before?.version && history === loss.history ? sealing(loss.before.step, loss.before.version.reading) : null;
    const before = sealingsAt(history, there).carried ?? lastSet;
    if (before === null) continue;
    const after = sealingsAt(history, there).set ?? nextSealing(history, there, origin);
    if (after !== null) return { before, after };
  }
  return null;
}

/** The first response after this one by which the same application sets the cookie. */
function nextSealing(history: SessionHistory, from: HistoryStep, origin: string): Sealing | null {
  const index = history.steps.indexOf(from);
  for (const step of history.steps.slice(index + 1)) {
    if (originOf(step.exchange) !== origin) continue;
    const { set } = sealingsAt(history, step);
    if (set !== null) return set;
  }
  return null;
}

export function opensWith({ step, key, configuration }: Sealing): Shown {
  return [step, { kind: 'opens-with', label: key.secret, configuration }];
}

/** Everything that decides whether one server can open what another sealed. */
export function sealText({ reading, key }: Sealing): string {
  return JSON.stringify([key.secretId, key.digest, key.salt, reading.layout]);
}

/** CBC and GCM have salts of their own, so that only the cipher tells them apart. */
export function isOtherCipher(one: Sealing, other: Sealing): boolean {
  return one.key.secretId === other.key.secretId && one.reading.layout !== other.reading.layout;
}

export function isOtherDerivation(one: Sealing, other: Sealing): boolean {
  if (one.key.secretId !== other.key.secretId || one.reading.layout !== other.reading.layout) return false;
  return one.key.digest !== other.key.digest || one.key.salt !== other.key.salt;
}
