import type { RefusalReason } from '../cookies/storage.ts';
import { type MessageKey, message } from '../message.ts';

/** Total: a reason without its label does not build. */
const LABELS: Readonly<Record<RefusalReason, MessageKey>> = {
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
};

/** Why the browser refused a line, in a few words for a cell. */
export const refusalLabel = (reason: RefusalReason): string => message(LABELS[reason]);
