import { bareName, isForeignName } from '../cookie-names.ts';
import { isSessionName } from './limits.ts';

/** Why a value is, or is not, taken for the public id of a server-side session. */
export type StoreIdVerdict =
  | { readonly isId: true; readonly evidence: 'session-name' | 'http-only' }
  | {
      readonly isId: false;
      readonly reason:
        | 'not-hex'
        | 'other-length'
        /** A framework is known by this name whose ids look the same. */
        | 'foreign-name'
        /** Remember-me tokens sign in by themselves and are in no session store. */
        | 'remember-token'
        /** 64 digits are as likely a token against request forgery. */
        | 'no-session-name'
        /** Without HttpOnly and a session-like name it is as likely the id of a visitor. */
        | 'readable-by-scripts';
    };

/**
 * Whether a value is the public id of a server-side session: 32 lower-case hex digits (`SecureRandom.hex(16)`, as
 * `ActionDispatch::Session::Compatibility#generate_sid` makes them), or 64 where a store of Rack's makes them. Visitor ids and random
 * tokens look the same, so it takes a session-like name, or for 32 digits HttpOnly and a name that no other framework is known by.
 */
export function judgeStoreId(name: string, value: string, httpOnly: boolean): StoreIdVerdict {
  if (!/^[0-9a-f]+$/.test(value)) return { isId: false, reason: 'not-hex' };
  if (value.length !== 32 && value.length !== 64) return { isId: false, reason: 'other-length' };
  if (isForeignName(name)) return { isId: false, reason: 'foreign-name' };
  if (/^remember_\w+_token$/.test(bareName(name))) return { isId: false, reason: 'remember-token' };
  if (isSessionName(name)) return { isId: true, evidence: 'session-name' };
  if (value.length === 64) return { isId: false, reason: 'no-session-name' };
  return httpOnly ? { isId: true, evidence: 'http-only' } : { isId: false, reason: 'readable-by-scripts' };
}
