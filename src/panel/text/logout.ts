import { parseUrl } from '../../core/http/parse-url.ts';
import type { Confidence } from '../../core/logout/logout.ts';
import { isPlainSignOut, type LogoutExchange, type LogoutView } from '../../core/report/logout-view.ts';
import { type MessageKey, message } from './message.ts';

/** Path with query, as the table of responses shows it; the whole address where it is no URL. */
export function pathText({ url }: LogoutExchange): string {
  const parsed = parseUrl(url);
  return parsed === null ? url : parsed.pathname + parsed.search;
}

/** What the Session column says of the response that shows a logout. */
export function logoutWord({ logout }: LogoutView): string {
  return message(isPlainSignOut(logout) ? 'logoutsWordSignedOut' : 'logoutsWordLoggedOut');
}

const CONFIDENCES: Readonly<Record<Confidence, { readonly word: MessageKey; readonly text: MessageKey }>> = {
  certain: { word: 'confidenceCertain', text: 'confidenceCertainText' },
  likely: { word: 'confidenceLikely', text: 'confidenceLikelyText' },
  possible: { word: 'confidencePossible', text: 'confidencePossibleText' },
};

/** How much the evidence says. */
export const confidenceWord = (confidence: Confidence): string => message(CONFIDENCES[confidence].word);

/** The same in a sentence, for tooltips and screen readers. */
export const confidenceText = (confidence: Confidence): string => message(CONFIDENCES[confidence].text);
