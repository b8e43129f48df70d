import type { RefusalReason } from '../cookies/storage.ts';
import type { MessageKey } from '../message.ts';

/** Completes “the browser refused it because …”. Total: a reason without its text does not build. */
export const REFUSED_BECAUSE: Readonly<Record<RefusalReason, MessageKey>> = {
  'insecure-origin': 'refusedBecauseInsecureOrigin',
  prefix: 'refusedBecausePrefix',
  'samesite-none-insecure': 'refusedBecauseSameSiteNone',
  'domain-mismatch': 'refusedBecauseDomain',
  'public-suffix': 'refusedBecausePublicSuffix',
  'control-character': 'refusedBecauseControlCharacter',
  'secure-overwrite': 'refusedBecauseSecureOverwrite',
  'partitioned-insecure': 'refusedBecausePartitioned',
  'third-party-blocked': 'refusedBecauseThirdParty',
  'samesite-cross-site': 'refusedBecauseCrossSite',
  'credentials-omitted': 'refusedBecauseCredentials',
  empty: 'refusedBecauseEmpty',
  malformed: 'refusedBecauseMalformed',
  'too-large': 'refusedBecauseTooLarge',
};
