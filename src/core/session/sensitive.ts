import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { type Entry, entriesOf, wordsOf } from './entries.ts';
import { isIdentityKey } from './identity.ts';

export type SensitiveKind = 'password' | 'token' | 'card-number' | 'email';

/** Where something is that should not travel; never what it is. */
export interface SensitiveValue {
  readonly path: readonly string[];
  readonly what: SensitiveKind;
}

/** Enough to see what is meant. */
const MOST = 20;

/**
 * Passwords, API tokens and keys, card numbers and e-mail addresses at any depth. Not what a session is for: its id, the CSRF token, the
 * keys and tokens that say who is signed in, OmniAuth's state.
 */
export function sensitiveIn(session: RubyValue): readonly SensitiveValue[] {
  const entries = entriesOf(session, isExpected);
  const found = entries.flatMap((entry): readonly SensitiveValue[] => {
    const what = kindOf(entry);
    return what === null ? [] : [{ path: entry.path, what }];
  });
  return found.slice(0, MOST);
}

function isExpected(key: string): boolean {
  return key === 'session_id' || key === '_csrf_token' || key === 'omniauth.state' || isIdentityKey(key);
}

function kindOf({ name, value }: Entry): SensitiveKind | null {
  const bare = bareValue(value);
  const words = wordsOf(name).join(' ');
  if (bare.type === 'integer') return isCardKey(words) && isCardNumber(bare.text) ? 'card-number' : null;
  if (bare.type !== 'string' || bare.text === '') return null;
  if (PASSWORD.test(words) && !NO_SECRET.test(words)) return 'password';
  if (isToken(words, bare.text)) return 'token';
  const digits = bare.text.replace(/[ -]/g, '');
  if (isCardNumber(digits) && (isCardKey(words) || ISSUED.test(digits))) return 'card-number';
  return EMAIL.test(bare.text) ? 'email' : null;
}

const PASSWORD = /(?:^| )(?:password|passwd|pwd|passphrase)(?: |$)/;
/** What the last word says a value is instead. */
const NO_SECRET = /(?:^| )(?:ids?|at|on|to|path|url|uri|count|type|name|expires|expiry|hint|token)$/;

const TOKEN = /(?:^| )(?:token|secret|jwt|apikey|(?:api|access|private|secret|signing|encryption) key)$/;
/** Tokens that belong to this application and this session, and give nothing to anyone who has the cookie already. */
const OWN_TOKEN =
  /(?:^| )(?:csrf|xsrf|authenticity|session|user|remember|page|cursor|guest|cart|order|visit|visitor|form|idempotency) token$/;
const SHORTEST_TOKEN = 8;
/** As well-known services write theirs: Stripe, GitHub, GitLab, Slack, AWS, Google; and PEM, and JSON Web Tokens (RFC 7519). */
const KNOWN_TOKEN =
  /^(?:[sr]k_(?:live|test)_\w{8}|gh[opsu]_\w{20}|github_pat_\w{20}|glpat-[\w-]{16}|xox[abeprs]-[\w-]{8}|(?:AKIA|ASIA)[0-9A-Z]{16}$|AIza[\w-]{30}|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]+\.eyJ[\w-]+\.)/;

function isToken(words: string, text: string): boolean {
  if (KNOWN_TOKEN.test(text)) return true;
  return TOKEN.test(words) && !OWN_TOKEN.test(words) && text.length >= SHORTEST_TOKEN;
}

const isCardKey = (words: string): boolean => /(?:^| )(?:card|pan|cc|credit|debit)(?: |$)/.test(words) && !/ ids?$/.test(words);
/** Visa, Mastercard, American Express, Discover, whole: other numbers of that length are rarely of these issuers. */
const ISSUED = /^(?:4\d{15}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|6011\d{12})$/;

/** 13 to 19 digits whose last one is right (ISO/IEC 7812-1, annex B: Luhn). */
function isCardNumber(digits: string): boolean {
  if (!/^[1-9]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return sum % 10 === 0;
}

/** A value that is an address and nothing else. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/;
