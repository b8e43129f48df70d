import type { RefusalReason } from '../cookies/storage.ts';
import type { CookieSubject } from './subject.ts';

/** Why the browser did not keep the line; null when it kept it, and while that is not known. */
export function refusalOf({ storage }: CookieSubject): RefusalReason | null {
  return storage?.stored.outcome === 'refused' ? storage.stored.reason : null;
}
