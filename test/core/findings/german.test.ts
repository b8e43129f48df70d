import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import german from '../../../public/_locales/de/messages.json' with { type: 'json' };
import { englishMessages } from '../../../src/core/english.ts';
import { applicationText } from '../../../src/core/findings/application-text.ts';
import type { Finding, FindingKind } from '../../../src/core/findings/finding.ts';
import { findingInfo, infoOf } from '../../../src/core/findings/finding-info.ts';
import { FINDING_TITLES } from '../../../src/core/findings/finding-title.ts';
import { jsonMessages } from '../../../src/core/json-messages.ts';
import { message, readMessagesFrom } from '../../../src/core/message.ts';
import { explanationText } from '../../../src/core/report/explanations/explanation-info.ts';
import { mixedSerializersText } from '../../../src/core/report/explanations/mixed-serializers-info.ts';
import { repairText } from '../../../src/core/report/explanations/repair-info.ts';
import { APPLICATIONS } from '../applications.ts';
import { EXPLANATIONS, MIXED_SERIALIZERS, REPAIRS } from './explanation-wordings.ts';
import { cases, findingsOf } from './findings-of.ts';
import { FINDINGS } from './wordings.ts';

beforeAll(() => readMessagesFrom(jsonMessages(german, 'de')));
afterAll(() => readMessagesFrom(englishMessages));

const kinds = Object.keys(findingInfo) as FindingKind[];

const texts = (finding: Finding): readonly string[] => {
  const info = infoOf(finding);
  const remedies = APPLICATIONS.map(([, application]) => info.remedy(finding, application).text);
  return [message(FINDING_TITLES[finding.kind]), message(info.why), info.message(finding), ...remedies];
};

/** A name of a text instead of it, a substitution that was not made, or English. */
const UNTRANSLATED = /^$|\b(?:finding|explain|remedyFor|unit|list)[A-Z]\w+|\$|\b(?:the|is|and|of|with)\b/;

const untranslated = (all: readonly string[]): readonly string[] => [...new Set(all)].filter((text) => UNTRANSLATED.test(text));

describe('in German', () => {
  test.each(kinds)('%s says, in each of its cases, what there is to say', async (kind) => {
    const found = await Promise.all(cases[kind].triggers.map(([, , ...given]) => findingsOf(kind, given)));
    const all = [...found.flat(), ...FINDINGS.filter((finding) => finding.kind === kind)];
    expect(untranslated(all.flatMap(texts))).toEqual([]);
  });

  test('explanations say it', () => {
    expect(untranslated(EXPLANATIONS.flatMap((explanation) => Object.values<string>({ ...explanationText(explanation, '_a') })))).toEqual(
      [],
    );
  });

  test('repairs, serializers and versions do', () => {
    const applications = APPLICATIONS.flatMap(([, application]) => applicationText(application) ?? []);
    expect(untranslated([...REPAIRS.map(repairText), ...MIXED_SERIALIZERS.map(mixedSerializersText), ...applications])).toEqual([]);
  });

  test('numbers have German separators', () => {
    const [finding] = FINDINGS.filter(({ kind, cookie }) => kind === 'silent-drop' && cookie !== null);
    expect(finding && infoOf(finding).message(finding)).toBe(
      'Das Session-Cookie „_app_session“ hat bei der Übertragung 4.120 Bytes, mehr als das Limit des Browsers von 4.096 Bytes, daher behält der Browser das alte; 1 Byte davon sind Prozentkodierung, die Rails nicht mitzählt (es zählte 3.801 Bytes und löste nichts aus).',
    );
  });
});
