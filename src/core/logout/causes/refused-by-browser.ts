import type { RefusalReason } from '../../cookies/storage.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';
import { confidenceOf, refusedLine } from './refused.ts';

/** These have causes of their own. */
const OTHERS: ReadonlySet<RefusalReason> = new Set(['too-large', 'insecure-origin', 'third-party-blocked', 'samesite-cross-site']);

/** Any other refusal: prefix, domain, public suffix, malformed name, SameSite=None without Secure. */
export const refusedByBrowser: Cause = {
  cause: 'refused-by-browser',
  explain(loss) {
    const refused = refusedLine(loss);
    return refused === null || OTHERS.has(refused.reason) ? null : verdict(loss, confidenceOf(refused.line), [], ['dropped-too-large']);
  },
};
