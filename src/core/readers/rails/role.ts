import type { RubyValue } from '../../serializers/ruby-value.ts';
import { bareName } from '../cookie-names.ts';
import type { CookieRole, Layout } from '../reader.ts';
import { isSessionName } from './limits.ts';

/**
 * What a cookie is for. The content goes before the name: an encrypted hash with a session's keys is a session under any name, and a
 * signed `session_id` is the sign-in that `bin/rails generate authentication` writes (Rails 8), never the session itself.
 */
export function roleOf(name: string, layout: Layout | null, data: RubyValue | null): CookieRole {
  const bare = bareName(name);
  const sealed = layout === 'signed' || layout === 'encrypted-gcm' || layout === 'encrypted-cbc';
  if (!sealed) return 'session';
  if (/^remember_\w+_token$/.test(bare)) return 'remember-token';
  if (layout === 'signed') {
    if (bare === 'session_id' && data?.type !== 'hash') return 'rails8-session-id';
    return isSession(name, data) ? 'session' : 'signed-cookie';
  }
  return isSession(name, data) ? 'session' : 'encrypted-cookie';
}

/** A session is a hash; while that is unknown, the name tells. */
function isSession(name: string, data: RubyValue | null): boolean {
  if (data === null) return isSessionName(name);
  if (data.type !== 'hash') return false;
  return isSessionName(name) || data.pairs.some(({ key }) => key.type === 'string' && isSessionKey(key.text));
}

/** Keys that Rails, its flash, its forgery protection and Warden put into every session. */
function isSessionKey(key: string): boolean {
  return key === 'session_id' || key === '_csrf_token' || key === 'flash' || key.startsWith('warden.user.');
}
