import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Sealed as Rails did before 5.2 (AES-256-CBC with HMAC, two parts instead of three) or before 7.0 (a key derived with SHA1, which
 * shows when it is opened):
 *
 *     Set-Cookie: _app_session=VVFZQ2d…--b1946ac92492d2347c6235b4d2611184…; path=/; HttpOnly
 */
export const outdatedCipher: CookieRule = {
  kind: 'outdated-cipher',
  about: 'cookie',
  check(subject) {
    const { reading } = subject;
    const cbc = reading?.layout === 'encrypted-cbc' && reading.failure !== 'malformed';
    const sha1 = reading?.key?.digest === 'SHA1';
    if (subject.deleted || !(cbc || sha1)) return [];
    return [{ kind: 'outdated-cipher', severity: 'info', ...placeOf(subject), parameters: { cbc, sha1 } }];
  },
};
