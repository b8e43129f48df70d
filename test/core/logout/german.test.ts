import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import german from '../../../public/_locales/de/messages.json' with { type: 'json' };
import { englishMessages } from '../../../src/core/english.ts';
import { jsonMessages } from '../../../src/core/json-messages.ts';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { CAUSE_TITLES } from '../../../src/core/logout/cause-title.ts';
import { evidenceText } from '../../../src/core/logout/evidence-info.ts';
import type { EvidenceFact, Logout, LogoutCause } from '../../../src/core/logout/logout.ts';
import { utcClock } from '../../../src/core/logout/time-text.ts';
import { message, readMessagesFrom } from '../../../src/core/message.ts';
import { REVOCATION, STORE_NOTES } from '../../../src/core/readers/rails/store-notes.ts';
import { printLogoutMarkdown } from '../../../src/core/report/logout-markdown.ts';
import { APPLICATIONS } from '../applications.ts';
import { analyse, exchangesOf } from '../recording.ts';
import { logoutView } from '../report/logout-views.ts';
import { stories, storyHar } from '../stories.ts';
import { everyFact } from './every-fact.ts';
import { causeRecordings, ordinaryRecordings } from './recordings/index.ts';

beforeAll(() => readMessagesFrom(jsonMessages(german, 'de')));
afterAll(() => readMessagesFrom(englishMessages));

const causes = Object.keys(causeInfo) as LogoutCause[];

function logout(cause: LogoutCause, facts: readonly EvidenceFact[], cookie: string | null): Logout {
  const evidence = facts.map((fact, index) => ({ exchangeId: `e${index}`, fact }));
  return { exchangeId: 'e0', at: 0, cookie, cause, confidence: 'likely', evidence, alternatives: [] };
}

/** A name of a text instead of it, a substitution that was not made, or English. */
const UNTRANSLATED = /^\s*$|\b(?:cause|evidence|refusedBecause|store|clock|unit)[A-Z]|\$|\b(?:the|is|and|of|by|because)\b/;

const untranslated = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter((text) => UNTRANSLATED.test(text));

// The remedy for a refused cookie is the one of its finding.
const isOwnRemedy = (cause: LogoutCause, facts: readonly EvidenceFact[]): boolean =>
  cause !== 'refused-by-browser' || facts.every(({ kind }) => kind !== 'refused');

describe.each(causes)('in German, %s', (cause) => {
  const info = causeInfo[cause];
  const pairs = everyFact.flatMap((fact) => [[fact], ...everyFact.filter(({ kind }) => kind === fact.kind).map((other) => [fact, other])]);

  test('says in every sentence what there is to say', () => {
    const facts = [[], ...pairs, everyFact];
    const verdicts = facts.flatMap((each) => ['_a', null].map((cookie) => info.message(logout(cause, each, cookie), utcClock)));
    expect(untranslated([message(CAUSE_TITLES[cause]), message(info.why), ...verdicts])).toEqual([]);
  });

  test('says for every application what to do', () => {
    const facts = [[], ...pairs].filter((each) => isOwnRemedy(cause, each));
    const remedies = APPLICATIONS.flatMap(([, application]) =>
      facts.map((each) => info.remedy(logout(cause, each, '_a'), application).text),
    );
    expect(untranslated(remedies)).toEqual([]);
  });
});

test('every fact is told in German', () => {
  expect(untranslated(everyFact.map((fact) => evidenceText(fact, utcClock)))).toEqual([]);
});

test('the verdicts on all recordings and stories are', async () => {
  const recordings = [...causeRecordings, ...ordinaryRecordings].map(({ exchanges, secrets }) => [exchanges, secrets] as const);
  const told = stories.map((story) => [exchangesOf(storyHar(story)), story.secrets] as const);
  const verdicts = await Promise.all(
    [...recordings, ...told].map(async ([exchanges, secrets]) => (await analyse(exchanges, secrets)).logouts()),
  );
  const texts = verdicts
    .flat()
    .flatMap((each) => [causeInfo[each.cause].message(each, utcClock), ...each.evidence.map(({ fact }) => evidenceText(fact, utcClock))]);
  expect(texts.length).toBeGreaterThan(200);
  expect(untranslated(texts)).toEqual([]);
  expect(texts.filter((text) => text.includes('„“'))).toEqual([]);
});

test('what is said of stores is', () => {
  expect(untranslated([...Object.values(REVOCATION), ...Object.values(STORE_NOTES).flat()].map((key) => message(key)))).toEqual([]);
});

test('numbers, durations and quotation marks are German', () => {
  const facts: readonly EvidenceFact[] = [
    { kind: 'refused', reason: 'too-large', wire: 4120 },
    { kind: 'rails-counted', bytes: 3801 },
    { kind: 'heavy-key', key: 'cart', wire: 2310 },
  ];
  expect(causeInfo['dropped-too-large'].message(logout('dropped-too-large', facts, '_a'), utcClock)).toMatch(
    /„_a“.* 4\.120 .* 3\.801 .*„cart“ kostet 2\.310 /,
  );
  const gap: EvidenceFact = { kind: 'gap', milliseconds: 7_200_000 };
  expect(evidenceText(gap, utcClock)).toBe('Davor kam 2 Stunden lang keine Anfrage.');
});

test('a verdict that is copied has German headings', () => {
  const text = printLogoutMarkdown(logoutView());
  expect(text).toMatch(/^## Zu groß für den Browser \(sicher\)\n/);
  expect(text).toContain('Ursache: `dropped-too-large` · Cookie: `_app_session` · Wann: 2026-01-15 10:02:15 UTC');
  expect(text.match(/^### .*$/gm)).toEqual(['### Belege', '### Was geschehen ist', '### Abhilfe']);
  expect(text).toMatch(/^Ausgeschlossen: .+\.\n\nMehr in `docs/m);
});
