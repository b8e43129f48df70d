import type { RefusalReason } from '../cookies/storage.ts';
import { message } from '../message.ts';

/** Total: a reason without its label does not build. */
export const REFUSAL_LABELS = {
  'insecure-origin': 'refusalInsecureOrigin',
  prefix: 'refusalPrefix',
  'samesite-none-insecure': 'refusalSameSiteNone',
  'domain-mismatch': 'refusalDomain',
  'public-suffix': 'refusalPublicSuffix',
  'control-character': 'refusalControlCharacter',
  'secure-overwrite': 'refusalSecureOverwrite',
  'partitioned-insecure': 'refusalPartitioned',
  'third-party-blocked': 'refusalThirdParty',
  'samesite-cross-site': 'refusalCrossSite',
  'credentials-omitted': 'refusalCredentials',
  empty: 'refusalEmpty',
  malformed: 'refusalMalformed',
  'too-large': 'refusalTooLarge',
} as const satisfies Record<RefusalReason, string>;

/** Why the browser refused a line, in a few words for a cell. */
export const refusalLabel = (reason: RefusalReason): string => message(REFUSAL_LABELS[reason]);
