import { byteCount } from '../../findings/byte-count.ts';
import { counted, formatCount, type MessageKey, message } from '../../message.ts';
import type { Damage, LimitHit, MissingPart } from '../../readers/explanation/explanation.ts';
import type { ExplanationInfo } from './prose.ts';

/** The prose of what can have happened to a value that no key opens. */
export const damageInfo: { readonly [K in Damage['kind']]: ExplanationInfo<K> } = {
  empty: {
    title: () => message('explainEmptyTitle'),
    sentence: () => message('explainEmptySentence'),
    remedy: () => message('explainEmptyRemedy'),
  },
  'too-long': {
    title: () => message('explainTooLongTitle'),
    sentence: ({ bytes, limit }) => message('explainTooLongSentence', byteCount(bytes), formatCount(limit)),
    remedy: () => message('explainTooLongRemedy'),
  },
  quoted: {
    title: () => message('explainQuotedTitle'),
    sentence: ({ quote }) => message(quote === 'double' ? 'explainQuotedSentenceDouble' : 'explainQuotedSentenceSingle'),
    remedy: () => message('explainQuotedRemedy'),
  },
  'white-space-around': {
    title: () => message('explainWhiteSpaceAroundTitle'),
    sentence: () => message('explainWhiteSpaceAroundSentence'),
    remedy: () => message('explainWhiteSpaceAroundRemedy'),
  },
  'encoded-twice': {
    title: () => message('explainEncodedTwiceTitle'),
    sentence: ({ escapes }) => counted('explainEncodedTwiceSentence', escapes),
    remedy: () => message('explainEncodedTwiceRemedy'),
  },
  'decoded-already': {
    title: () => message('explainDecodedAlreadyTitle'),
    sentence: ({ spaces }) => counted('explainDecodedAlreadySentence', spaces),
    remedy: () => message('explainDecodedAlreadyRemedy'),
  },
  'cut-in-escape': {
    title: () => message('explainCutInEscapeTitle'),
    sentence: ({ wire, limit }) => message(CUT_IN_ESCAPE[limit ?? 'none'], byteCount(wire)),
    remedy: () => message('explainCutRemedy'),
  },
  truncated: {
    title: () => message('explainTruncatedTitle'),
    sentence: ({ missing, wire, limit }) => `${message(MISSING[missing])} ${message(TRUNCATED[limit ?? 'none'], byteCount(wire))}`,
    remedy: () => message('explainCutRemedy'),
  },
  unrecognised: {
    title: () => message('explainUnrecognisedTitle'),
    sentence: () => message('explainUnrecognisedSentence'),
    remedy: () => message('explainUnrecognisedRemedy'),
  },
};

const MISSING: Readonly<Record<MissingPart, MessageKey>> = {
  tag: 'explainTruncatedTag',
  iv: 'explainTruncatedIv',
  signature: 'explainTruncatedSignature',
  seal: 'explainTruncatedSeal',
};

const CUT_IN_ESCAPE: Readonly<Record<LimitHit | 'none', MessageKey>> = {
  'name-and-value': 'explainCutInEscapeSentenceNameAndValue',
  value: 'explainCutInEscapeSentenceValue',
  'raw-value': 'explainCutInEscapeSentenceRawValue',
  none: 'explainCutInEscapeSentence',
};

const TRUNCATED: Readonly<Record<LimitHit | 'none', MessageKey>> = {
  'name-and-value': 'explainTruncatedSentenceNameAndValue',
  value: 'explainTruncatedSentenceValue',
  'raw-value': 'explainTruncatedSentenceRawValue',
  none: 'explainTruncatedSentence',
};
