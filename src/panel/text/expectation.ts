import type { WithheldReason } from '../../core/cookies/storage.ts';

/** Why a cookie that the browser keeps did not go with a request. */
export function withheldText(reason: WithheldReason): string {
  switch (reason) {
    case 'domain':
      return 'kept for another host';
    case 'path':
      return 'its Path does not match';
    case 'secure':
      return 'Secure, and this is plain http';
    case 'same-site':
      return 'SameSite, and another site made this request';
    case 'expired':
      return 'expired';
    case 'partition':
      return 'kept for another page’s site';
    case 'credentials':
      return 'the request was made without credentials';
  }
}
