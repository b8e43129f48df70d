import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { entriesOf, wordsOf } from './entries.ts';
import { isIdentityKey } from './identity.ts';

/** What a user may do, as whole words of a key. */
const TERMS = /(?:^| )(?:roles?|admin|permissions?|plan|subscriptions?|feature flags?)(?: |$)|^features$/;
/** What the last word says a value is instead: a reference, a moment, an address. */
const NO_DECISION = /(?:^| )(?:ids?|at|on|to|path|url|uri|token|key|name|email|session|credentials)$/;
/** Enough to see what is meant. */
const MOST = 20;

/**
 * Paths of values that say what the user may do: roles, admin flags, permissions, plans, subscriptions, feature flags. They hold as
 * long as the session does, whatever is decided meanwhile. Not below `warden.*`, nor in the flash.
 */
export function authorizationIn(session: RubyValue): readonly (readonly string[])[] {
  const entries = entriesOf(session, (key) => key.startsWith('warden.') || key === 'flash');
  // A list or a hash under such a key is one decision, not one for each of its elements.
  const found = entries.filter(({ path, name, value }) => name === path.at(-1)?.replace(/^:/, '') && says(name, value));
  return found.slice(0, MOST).map(({ path }) => path);
}

function says(name: string, value: RubyValue): boolean {
  const words = wordsOf(name).join(' ');
  return TERMS.test(words) && !NO_DECISION.test(words) && !isIdentityKey(name) && isKept(words, value);
}

function isKept(words: string, value: RubyValue): boolean {
  const bare = bareValue(value);
  switch (bare.type) {
    case 'nil':
      return false;
    case 'string':
    case 'symbol':
      return bare.text !== '';
    case 'array':
    case 'set':
      return bare.items.length > 0;
    case 'hash':
      // `admin` is often where the pages of administrators keep their filters.
      return bare.pairs.length > 0 && !/(?:^| )admin(?: |$)/.test(words);
    default:
      return true;
  }
}
