import type { Confidence } from '../../core/logout/logout.ts';
import { isPlainSignOut, type LogoutExchange, type LogoutView } from '../../core/report/logout-view.ts';

/** Path with query, as the table of responses shows it; the whole address where it is no URL. */
export function pathText({ url }: LogoutExchange): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** What the Session column says of the response that shows a logout. */
export function logoutWord({ logout }: LogoutView): string {
  return isPlainSignOut(logout) ? 'signed out' : 'logged out';
}

/** How much the evidence says, for tooltips and screen readers. */
export const CONFIDENCE_TEXT: Record<Confidence, string> = {
  certain: 'Certain: the evidence allows no other cause',
  likely: 'Likely: the evidence fits this cause better than any other',
  possible: 'Possible: the evidence fits, and other causes are not ruled out',
};
