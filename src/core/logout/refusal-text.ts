import type { RefusalReason } from '../cookies/storage.ts';

/** Completes “the browser refused it because …”. Total: a reason without its text does not build. */
export const REFUSED_BECAUSE: Readonly<Record<RefusalReason, string>> = {
  'insecure-origin': 'it is Secure and came over plain http',
  prefix: 'it does not meet the conditions of the prefix in its name',
  'samesite-none-insecure': 'it says SameSite=None without Secure',
  'domain-mismatch': 'its Domain is neither the host that set it nor a parent of it',
  'public-suffix': 'its Domain is a public suffix, under which others have their sites too',
  'control-character': 'there is a control character in the line',
  'secure-overwrite': 'it came over plain http and would overwrite or hide a cookie that is Secure',
  'partitioned-insecure': 'it is Partitioned without Secure',
  'third-party-blocked': 'it is a third-party cookie',
  'samesite-cross-site': 'its SameSite forbids a request from another site to set it',
  'credentials-omitted': 'the request was made without credentials',
  empty: 'it has neither a name nor a value',
  malformed: 'the line cannot be read as a cookie',
  'too-large': 'name and value together are over 4,096 bytes',
};
