import { cookieFlagInfo } from './cookie-flag-info.ts';
import { cookieLineInfo } from './cookie-line-info.ts';
import { cookieRefusedInfo } from './cookie-refused-info.ts';
import { cookieScopeInfo } from './cookie-scope-info.ts';
import { cookieSizeInfo } from './cookie-size-info.ts';
import type { FindingKind } from './finding.ts';
import { historyInfo } from './history-info.ts';
import type { FindingInfo } from './prose.ts';
import { sessionCachingInfo } from './session-caching-info.ts';
import { sessionContentInfo } from './session-content-info.ts';
import { sessionIdentityInfo } from './session-identity-info.ts';
import { sessionSealInfo } from './session-seal-info.ts';
import { sessionStateInfo } from './session-state-info.ts';

/** Total: a kind without its prose does not build. */
export const findingInfo: { readonly [K in FindingKind]: FindingInfo<K> } = {
  ...cookieFlagInfo,
  ...cookieScopeInfo,
  ...cookieLineInfo,
  ...cookieRefusedInfo,
  ...cookieSizeInfo,
  ...sessionContentInfo,
  ...sessionSealInfo,
  ...sessionCachingInfo,
  ...historyInfo,
  ...sessionIdentityInfo,
  ...sessionStateInfo,
};

/** The prose for a finding, also where its kind is not known beforehand: `infoOf(finding).message(finding)`. */
export function infoOf<K extends FindingKind>(finding: { readonly kind: K }): FindingInfo<K> {
  return findingInfo[finding.kind];
}
