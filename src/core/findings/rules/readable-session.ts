import type { Reading } from '../../readers/reader.ts';
import { asHash } from '../../session/hash.ts';
import { isSignInToken } from '../../session/session-cookie.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Signed but not encrypted: everyone who has the cookie reads the session, no secret needed.
 *
 *     Set-Cookie: _app_session=eyJzZXNzaW9uX2lkIjoi…--0c8e…; path=/; HttpOnly
 */
export const readableSession: CookieRule = {
  kind: 'readable-session',
  about: 'cookie',
  check(subject) {
    const { reading } = subject;
    // Rails 8's `session_id` and `remember_user_token` are signed scalars, which is what they are meant to be.
    if (!subject.session || reading?.layout !== 'signed' || !holdsHash(reading) || isSignInToken(subject.name)) return [];
    const verified = reading.key !== null;
    return [{ kind: 'readable-session', severity: 'error', ...placeOf(subject), parameters: { verified } }];
  },
};

/** Where the content cannot be read, the first bytes tell a hash of Marshal: version 4.8, then `{` (Ruby's marshal.c). */
function holdsHash({ data, parts }: Reading): boolean {
  if (data !== null) return asHash(data) !== null;
  return parts.some((part) => part.kind === 'plaintext' && part.text.startsWith('\u0004\b{'));
}
