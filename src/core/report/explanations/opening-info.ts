import { counted, message } from '../../message.ts';
import type { Damage, ExplanationKind } from '../../readers/explanation/explanation.ts';
import { configurationConsequence, differencesText, isUpgrade } from './configuration-differences.ts';
import type { ExplanationInfo, ExplanationOf } from './prose.ts';
import { serializerText } from './serializer-text.ts';
import { unreadableText } from './unreadable-text.ts';

type OpeningKind = Exclude<ExplanationKind, Damage['kind']>;

/** The prose of what is whole and does not open, or not as the rest does. */
export const openingInfo: { readonly [K in OpeningKind]: ExplanationInfo<K> } = {
  'no-secret-fits': {
    title: ({ readable }) => message(readable ? 'explainNoSecretFitsTitleReadable' : 'explainNoSecretFitsTitle'),
    sentence: ({ tried, readable, framework }) => {
      if (readable) return counted('explainNoSecretFitsSentenceReadable', tried);
      return counted(framework === 'rack' ? 'explainNoSecretFitsSentenceRack' : 'explainNoSecretFitsSentence', tried);
    },
    remedy: ({ framework }) => message(framework === 'rack' ? 'explainNoSecretFitsRemedyRack' : 'explainNoSecretFitsRemedy'),
  },
  'cipher-missing': {
    title: () => message('explainCipherMissingTitle'),
    sentence: () => message('explainCipherMissingSentence'),
    remedy: () => message('explainCipherMissingRemedy'),
  },
  'wrong-seal': {
    title: ({ stage, altered }) => message(altered ? 'explainWrongSealTitleAltered' : WRONG_SEAL[stage].title),
    sentence: ({ stage, tried, altered }) => counted(altered ? WRONG_SEAL[stage].altered : WRONG_SEAL[stage].sentence, tried),
    remedy: ({ altered }) => message(altered ? 'explainWrongSealRemedyAltered' : 'explainWrongSealRemedy'),
  },
  'other-configuration': {
    title: () => message('explainOtherConfigurationTitle'),
    sentence: (explanation) =>
      `${message('explainOtherConfigurationSentence', differencesText(explanation))} ${message(configurationConsequence(explanation))}`,
    remedy: (explanation) => message(isUpgrade(explanation) ? 'explainOtherConfigurationRemedyUpgrade' : 'explainOtherConfigurationRemedy'),
  },
  'other-cookie': {
    title: () => message('explainOtherCookieTitle'),
    sentence: ({ purpose }, cookie) => message('explainOtherCookieSentence', purpose, cookie),
    remedy: ({ cookie }) => (cookie === null ? message('explainOtherCookieRemedyPurpose') : message('explainOtherCookieRemedy', cookie)),
  },
  expired: {
    title: () => message('explainExpiredTitle'),
    sentence: expired,
    remedy: () => message('explainExpiredRemedy'),
  },
  unreadable: {
    title: () => message('explainUnreadableTitle'),
    sentence: ({ serializer, at }) =>
      at === null || serializer === null
        ? message('explainUnreadableSentenceEnvelope')
        : message('explainUnreadableSentence', serializerText(serializer), unreadableText(at)),
    remedy: () => message('explainUnreadableRemedy'),
  },
};

const WRONG_SEAL = {
  tag: { title: 'explainWrongSealTitleTag', sentence: 'explainWrongSealSentenceTag', altered: 'explainWrongSealSentenceTagAltered' },
  signature: {
    title: 'explainWrongSealTitleSignature',
    sentence: 'explainWrongSealSentenceSignature',
    altered: 'explainWrongSealSentenceSignatureAltered',
  },
} as const;

function expired({ expires, late }: ExplanationOf<'expired'>): string {
  if (late === null) return message('explainExpiredSentence', expires);
  return late < 1000 ? message('explainExpiredSentenceNow', expires) : message('explainExpiredSentenceLate', expires, duration(late));
}

const UNITS = [
  ['unitDays', 86_400_000],
  ['unitHours', 3_600_000],
  ['unitMinutes', 60_000],
  ['unitSeconds', 1000],
] as const;

/** `14 days`: the largest unit that fits, rounded. */
function duration(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => milliseconds >= length) ?? (['unitSeconds', 1000] as const);
  return counted(unit, Math.round(milliseconds / size));
}
