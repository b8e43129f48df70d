import { message } from '../message.ts';
import type { StoreIdVerdict } from '../readers/rails/server-store.ts';

/** Why hex digits are not taken for a session id; null where they are, and for what is no id anyway. */
export function notAnIdText(verdict: StoreIdVerdict): string | null {
  if (verdict.isId) return null;
  switch (verdict.reason) {
    case 'not-hex':
    case 'other-length':
      return null;
    case 'foreign-name':
      return message('storeForeignName');
    case 'remember-token':
      return message('storeRememberToken');
    case 'no-session-name':
      return message('storeNoSessionName');
    case 'readable-by-scripts':
      return message('storeReadable');
  }
}
