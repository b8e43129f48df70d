import type { Layout, Reading } from '../../readers/reader.ts';
import { asHash } from '../../session/hash.ts';
import { isSignInToken } from '../../session/session-cookie.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Signed but not encrypted, or by Rack without a secret not even that: everyone who has the cookie reads the session.
 *
 *     Set-Cookie: _app_session=eyJzZXNzaW9uX2lkIjoi…--0c8e…; path=/; HttpOnly
 */
export const readableSession: CookieRule = {
  kind: 'readable-session',
  about: 'cookie',
  check(subject) {
    const { reading } = subject;
    const layout = readableLayout(reading?.layout ?? null);
    // Rails 8's `session_id` and `remember_user_token` are signed scalars, which is what they are meant to be.
    if (!subject.session || reading === null || layout === null || !holdsHash(reading) || isSignInToken(subject.name)) return [];
    const parameters = { verified: reading.key !== null, layout };
    return [{ kind: 'readable-session', severity: 'error', ...placeOf(subject), parameters }];
  },
};

function readableLayout(layout: Layout | null): 'signed' | 'rack-hmac' | 'rack-plain' | null {
  return layout === 'signed' || layout === 'rack-hmac' || layout === 'rack-plain' ? layout : null;
}

/** Where the content cannot be read, the first bytes tell a hash of Marshal: version 4.8, then `{` (Ruby's marshal.c). */
function holdsHash({ data, parts }: Reading): boolean {
  if (data !== null) return asHash(data) !== null;
  return parts.some((part) => part.kind === 'plaintext' && part.text.startsWith('\u0004\b{'));
}
