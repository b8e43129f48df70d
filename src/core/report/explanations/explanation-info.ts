import type { Explanation, ExplanationKind } from '../../readers/explanation/explanation.ts';
import { damageInfo } from './damage-info.ts';
import { openingInfo } from './opening-info.ts';
import type { ExplanationInfo } from './prose.ts';

/** Total: a kind without its prose does not build. */
export const explanationInfo: { readonly [K in ExplanationKind]: ExplanationInfo<K> } = { ...damageInfo, ...openingInfo };

/** An explanation in words: a heading, what is wrong, what to do. */
export interface ExplanationText {
  readonly title: string;
  readonly sentence: string;
  readonly remedy: string;
}

/** The words for an explanation; `cookie` is the cookie's name as text. */
export function explanationText(explanation: Explanation, cookie: string): ExplanationText {
  const info = infoOf(explanation);
  return { title: info.title(explanation), sentence: info.sentence(explanation, cookie), remedy: info.remedy(explanation, cookie) };
}

function infoOf<K extends ExplanationKind>(explanation: { readonly kind: K }): ExplanationInfo<K> {
  return explanationInfo[explanation.kind];
}
