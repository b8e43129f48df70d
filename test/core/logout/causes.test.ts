import { describe, expect, test } from 'vitest';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { evidenceText } from '../../../src/core/logout/evidence-info.ts';
import { analyse } from '../recording.ts';
import { causeRecordings, ordinaryRecordings } from './recordings/index.ts';

const named = (recordings: typeof causeRecordings) => recordings.map((each) => [each.cause, each.reason, each] as const);

describe('why a session was lost', () => {
  test.each(named(causeRecordings))('%s: %s', async (_cause, _reason, { exchanges, secrets, expected }) => {
    const analysis = await analyse(exchanges, secrets);
    expect(analysis.logouts()[0]?.cause ?? null).toBe(expected);
  });
});

describe('ordinary traffic loses nothing', () => {
  test.each(named(ordinaryRecordings))('%s: %s', async (_cause, _reason, { exchanges, secrets, expected }) => {
    const analysis = await analyse(exchanges, secrets);
    expect(analysis.logouts().map(({ cause }) => cause)).toEqual(expected === null ? [] : [expected]);
  });
});

test.each(named(causeRecordings))('%s: %s: the verdict and its evidence are sentences', async (_cause, _reason, { exchanges, secrets }) => {
  const analysis = await analyse(exchanges, secrets);
  for (const logout of analysis.logouts()) {
    const { message, remedy } = causeInfo[logout.cause];
    const texts = [message(logout), remedy(logout).text, ...logout.evidence.map(({ fact }) => evidenceText(fact))];
    for (const text of texts) expect(text).toMatch(/^[A-Z0-9“h].*[.]$/s);
    expect(texts.join(' ')).not.toMatch(/undefined|null|NaN|\[object/);
    expect(logout.alternatives).not.toContain(logout.cause);
    for (const { exchangeId } of logout.evidence) expect(exchanges.map(({ id }) => id)).toContain(exchangeId);
  }
});
