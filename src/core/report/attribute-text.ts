import type { CookieAttribute, EffectiveAttributes, SetCookie } from '../cookies/set-cookie.ts';
import { durationOf } from '../duration.ts';
import { type MessageKey, message } from '../message.ts';

/** What is said of the attributes of a line. */
export interface AttributesText {
  /** How long the cookie lives, from what a browser uses. */
  readonly lifetime: string;
  /** In the order of the line. */
  readonly given: readonly AttributeVerdict[];
  readonly absent: readonly AbsentAttribute[];
}

/** Writes a date, of milliseconds since the epoch, as the reader's zone has it. */
type DateText = (time: number) => string;

export function attributesText({ attributes, effective }: SetCookie, date: DateText): AttributesText {
  return {
    lifetime: lifetimeText(effective, date),
    given: attributes.map((attribute) => attributeVerdict(attribute, effective, date)),
    absent: absentAttributes(effective),
  };
}

type IgnoredReason = Extract<CookieAttribute['verdict'], { verdict: 'ignored' }>['reason'];

const IGNORED: Readonly<Record<IgnoredReason, MessageKey>> = {
  unknown: 'attributeUnknown',
  'too-long': 'attributeTooLong',
  'bad-max-age': 'attributeBadMaxAge',
  'bad-date': 'attributeBadDate',
  'unknown-same-site': 'attributeUnknownSameSite',
  empty: 'attributeEmpty',
  'bad-path': 'attributeBadPath',
  'max-age-wins': 'attributeMaxAgeWins',
};

function usedText(name: string, effective: EffectiveAttributes, date: DateText): string {
  switch (name.toLowerCase()) {
    case 'httponly':
      return message('attributeHttpOnly');
    case 'secure':
      return message('attributeSecure');
    case 'partitioned':
      return message('attributePartitioned');
    case 'path':
      return effective.path === '/' || effective.path === null ? message('attributeEveryPath') : message('attributePath', effective.path);
    case 'domain':
      return effective.domain === null ? message('attributeHostOnly') : message('attributeDomain', effective.domain);
    case 'samesite':
      return sameSiteText(effective.sameSite);
    case 'max-age':
      return maxAgeText(effective.maxAge);
    case 'expires':
      return effective.expires?.time == null ? '' : message('attributeExpires', date(effective.expires.time));
    case 'priority':
      return message('attributePriority');
    default:
      return '';
  }
}

function sameSiteText(sameSite: string | null): string {
  if (sameSite === 'Strict') return message('attributeStrict');
  if (sameSite === 'Lax') return message('attributeLax');
  return sameSite === 'None' ? message('attributeNone') : '';
}

function maxAgeText(seconds: number | null): string {
  if (seconds === null) return '';
  return seconds <= 0 ? message('attributeDeletes') : message('attributeExpiresAfter', durationOf(seconds));
}

export interface AttributeVerdict {
  readonly kind: CookieAttribute['verdict']['verdict'];
  readonly word: string;
  readonly text: string;
}

/** What a browser makes of one attribute: a word, and why. */
function attributeVerdict(attribute: CookieAttribute, effective: EffectiveAttributes, date: DateText): AttributeVerdict {
  const { verdict } = attribute;
  const kind = verdict.verdict;
  switch (verdict.verdict) {
    case 'used':
      return { kind, word: message('attributeWordUsed'), text: usedText(attribute.name, effective, date) };
    case 'overridden':
      return { kind, word: message('attributeWordOverridden'), text: message('attributeOverridden', attribute.name) };
    case 'ignored':
      return { kind, word: message('attributeWordIgnored'), text: message(IGNORED[verdict.reason]) };
  }
}

export interface AbsentAttribute {
  readonly name: 'HttpOnly' | 'Secure' | 'SameSite';
  readonly flag: 'httpOnly' | 'secure' | 'sameSite';
  readonly text: string;
}

/** The protections that the line does not ask for, in fixed order. */
function absentAttributes({ httpOnly, secure, sameSite }: EffectiveAttributes): readonly AbsentAttribute[] {
  const absent: AbsentAttribute[] = [];
  if (!httpOnly) absent.push({ name: 'HttpOnly', flag: 'httpOnly', text: message('attributeNoHttpOnly') });
  if (!secure) absent.push({ name: 'Secure', flag: 'secure', text: message('attributeNoSecure') });
  if (sameSite === null) absent.push({ name: 'SameSite', flag: 'sameSite', text: message('attributeNoSameSite') });
  return absent;
}

function lifetimeText({ maxAge, expires }: EffectiveAttributes, date: DateText): string {
  if (maxAge !== null) return maxAgeText(maxAge);
  if (expires?.time != null) return message('attributeExpires', date(expires.time));
  return message('attributeEndsWithBrowser');
}
