import { recordSnapshots } from '../../session/snapshot.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * A model object was put into the session instead of its id. Opened, the cookie holds
 *
 *     {"session_id":"…","user":{"id":7,"email":"…","created_at":"…","updated_at":"…"}}
 *
 * or, written by Marshal, an object with Active Record's attributes.
 */
export const recordSnapshot: CookieRule = {
  kind: 'record-snapshot',
  about: 'cookie',
  check(subject) {
    const data = subject.reading?.data ?? null;
    if (!subject.session || data === null) return [];
    return recordSnapshots(data).map(({ path, columns, model }) => ({
      kind: 'record-snapshot' as const,
      severity: 'warning' as const,
      ...placeOf(subject),
      parameters: model === null ? { path, columns } : { path, columns, model },
    }));
  },
};
