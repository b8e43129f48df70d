import { type CookieRule, placeOf } from '../rule.ts';

/** In bytes of the serialized content. */
const LARGE = 1024;

/**
 * More content than a session needs. Opened, the cookie holds over 1,024 bytes:
 *
 *     {"session_id":"…","cart":[{"sku":"A-1","title":"…","price":"…"},…],"search":{…}}
 */
export const largeSession: CookieRule = {
  kind: 'large-session',
  about: 'cookie',
  check(subject) {
    const content = subject.reading?.parts.find((part) => part.kind === 'plaintext')?.bytes ?? 0;
    if (!subject.session || subject.deleted || content <= LARGE) return [];
    return [{ kind: 'large-session', severity: 'info', ...placeOf(subject), parameters: { content } }];
  },
};
