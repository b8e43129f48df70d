import { describe, expect, test } from 'vitest';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { evidenceText } from '../../../src/core/logout/evidence-info.ts';
import { utcClock } from '../../../src/core/logout/time-text.ts';
import { analyse } from '../recording.ts';
import { causeRecordings, ordinaryRecordings } from './recordings/index.ts';
import type { Recording } from './recordings/recording.ts';

const named = (recordings: readonly Recording[]) => recordings.map((each) => [each.cause, each.reason, each] as const);

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

describe('what stays quiet stays quiet without the secret', () => {
  const quiet = [...causeRecordings, ...ordinaryRecordings].filter(({ expected, secrets }) => expected === null && secrets.length > 0);
  test.each(named(quiet))('%s: %s', async (_cause, _reason, { exchanges }) => {
    const analysis = await analyse(exchanges);
    expect(analysis.logouts().map(({ cause }) => cause)).toEqual([]);
  });
});

/** Causes that the outside of the traffic shows. */
const OUTSIDE: readonly Recording['cause'][] = [
  'signed-out',
  'dropped-too-large',
  'insecure-origin',
  'refused-by-browser',
  'foreign-app',
  'too-many-cookies',
  'cached-response',
  'cleared-by-stale-client',
  'overflow-exception',
  'cross-site-request',
  'third-party-context',
  'host-changed',
  'path-changed',
  'cookie-expired',
  'browser-restarted',
  'removed-by-script',
  'cleared-in-browser',
  'cleared-by-server',
  'prefetched-sign-out',
];

describe('what the outside shows is seen without the secret', () => {
  const outside = causeRecordings.filter(({ cause, expected }) => cause === expected && OUTSIDE.includes(cause));
  test.each(named(outside))('%s: %s', async (_cause, _reason, { exchanges, expected }) => {
    const analysis = await analyse(exchanges);
    expect(analysis.logouts()[0]?.cause ?? null).toBe(expected);
  });
});

test.each(named(causeRecordings))('%s: %s: the order in which the exchanges arrive changes nothing', async (_cause, _reason, recording) => {
  const forwards = await analyse(recording.exchanges, recording.secrets);
  const backwards = await analyse(recording.exchanges.toReversed(), recording.secrets);
  expect(backwards.logouts()).toEqual(forwards.logouts());
});

test.each(named(causeRecordings))('%s: %s: the verdict and its evidence are sentences', async (_cause, _reason, { exchanges, secrets }) => {
  const analysis = await analyse(exchanges, secrets);
  for (const logout of analysis.logouts()) {
    const { message, remedy } = causeInfo[logout.cause];
    const texts = [
      message(logout, utcClock),
      remedy(logout, analysis.application(logout.cookie)).text,
      ...logout.evidence.map(({ fact }) => evidenceText(fact, utcClock)),
    ];
    for (const text of texts) expect(text).toMatch(/^[A-Z0-9“h].*[.]$/s);
    expect(texts.join(' ')).not.toMatch(/undefined|null|NaN|\[object|“”/);
    expect(logout.alternatives).not.toContain(logout.cause);
    for (const { exchangeId } of logout.evidence) expect(exchanges.map(({ id }) => id)).toContain(exchangeId);
  }
});
