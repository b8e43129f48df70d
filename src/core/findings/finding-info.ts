import { cookieFlagInfo } from './cookie-flag-info.ts';
import { cookieSizeInfo } from './cookie-size-info.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { sessionContentInfo } from './session-content-info.ts';
import { sessionIdentityInfo } from './session-identity-info.ts';
import { sessionStateInfo } from './session-state-info.ts';

/** Total: a kind without its prose does not build. */
export const findingInfo: { readonly [K in FindingKind]: FindingInfo<K> } = {
  ...cookieFlagInfo,
  ...cookieSizeInfo,
  ...sessionContentInfo,
  ...sessionIdentityInfo,
  ...sessionStateInfo,
};

/** The prose for a finding, also where its kind is not known beforehand: `infoOf(finding).message(finding)`. */
export function infoOf<K extends FindingKind>(finding: { readonly kind: K }): FindingInfo<K> {
  return findingInfo[finding.kind];
}
