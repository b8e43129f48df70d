import type { Layout } from '../../readers/reader.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * A cache between server and browsers keeps the response and hands the session to whoever asks next:
 *
 *     HTTP/1.1 200 OK
 *     Cache-Control: public, max-age=300
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure; SameSite=Lax
 */
export const sessionOnCacheableResponse: CookieRule = {
  kind: 'session-on-cacheable-response',
  about: 'cookie',
  check(subject) {
    const { keptBy, cameFrom } = subject.caching;
    const sameElsewhere = subject.sameSealedElsewhere && isEncrypted(subject.reading?.layout ?? null);
    if (!subject.session || subject.deleted || !(keptBy || cameFrom || sameElsewhere)) return [];
    const parameters = { keptBy, cameFrom, sameElsewhere };
    return [{ kind: 'session-on-cacheable-response', severity: 'error', ...placeOf(subject), parameters }];
  },
};

/** With a random IV or salt, so that no two are equal by chance; a signed value is the same whenever its content is. */
function isEncrypted(layout: Layout | null): boolean {
  return layout === 'encrypted-gcm' || layout === 'encrypted-cbc' || layout === 'rack-encryptor-v1' || layout === 'rack-encryptor-v2';
}
