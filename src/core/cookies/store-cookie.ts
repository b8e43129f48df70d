import { parseUrl } from '../http/parse-url.ts';
import { type BrowserRules, LARGEST_PAIR, type ThirdPartyCookies } from './browser-rules.ts';
import { expiryOf } from './cookie-lifetime.ts';
import { domainMatch } from './cookie-match.ts';
import { scopeAt } from './cookie-scope.ts';
import { decodeUtf8 } from './form-encoding.ts';
import { breaksPrefix } from './prefixes.ts';
import { isPublicSuffix } from './public-suffix.ts';
import type { RequestContext } from './request-context.ts';
import type { RequestTarget } from './request-target.ts';
import { isThirdParty, storesSameSite, thirdPartyCookies } from './same-site.ts';
import { type EffectiveAttributes, parseSetCookie, type SetCookie } from './set-cookie.ts';
import type { RefusalReason, StorageScope, StoredCookie } from './storage.ts';

/** A line as one browser takes it, before it meets what is stored already. */
export interface Candidate {
  /** What would be stored; `createdAt` is the arrival. */
  readonly cookie: StoredCookie;
  /** Null when nothing about the line itself speaks against it. */
  readonly refusal: RefusalReason | null;
}

/** How a browser is set up: its rules, and what it does with third-party cookies. */
export interface BrowserSetup {
  readonly rules: BrowserRules;
  readonly thirdParty: ThirdPartyCookies;
}

/**
 * Judges a line by itself: all of the storage model but what depends on other cookies. The order of the checks is the order
 * in which Chromium names its reasons, where it matters.
 * Source: RFC 6265bis, 5.7 steps 1 to 21.
 */
export function judgeLine(line: SetCookie, context: RequestContext, target: RequestTarget, setup: BrowserSetup): Candidate {
  const { rules } = setup;
  const sent = firstLine(line);
  const { name, value } = pairOf(sent, rules);
  const attributes = attributesOf(sent, rules);
  const scope = scopeAt(attributes, target.host, target.path);
  const cookie: StoredCookie = {
    name,
    value,
    domain: scope.domain,
    hostOnly: scope.hostOnly,
    path: scope.path,
    partition: partitionOf(attributes, context, target, setup),
    secure: attributes.secure,
    httpOnly: attributes.httpOnly,
    sameSite: knownSameSite(attributes.sameSite),
    createdAt: context.at,
    expiresAt: expiryOf(sent, context.at, rules),
  };
  return { cookie, refusal: refusalOf(sent, cookie, attributes, context, target, setup) };
}

/** The scope of a line whose URL cannot be read. */
export function scopeWithoutUrl(line: SetCookie): StorageScope {
  return { ...scopeAt(line.effective, '', ''), partition: null };
}

function refusalOf(
  sent: SetCookie,
  cookie: StoredCookie,
  attributes: EffectiveAttributes,
  context: RequestContext,
  target: RequestTarget,
  setup: BrowserSetup,
): RefusalReason | null {
  const { rules } = setup;
  // Fetch, 4.7: the response to a request without credentials is not looked at. A same-origin request has them by default.
  if (context.credentials === false && context.site !== 'same-origin') return 'credentials-omitted';
  if (hasControlCharacter(sent, rules)) return 'control-character';
  if (cookie.name === '' && cookie.value === '') return 'empty';
  if (cookie.name.length + cookie.value.length > LARGEST_PAIR) return 'too-large';
  if (breaksPrefix(cookie.name, cookie.value, attributes, cookie, target.isSecure, rules)) return 'prefix';
  if (cookie.name === '' && (rules.emptyName === 'refused' || cookie.value.includes('='))) return 'malformed';
  // Steps 9 and 10. A Domain elsewhere is a mistake of its own, public suffix or not.
  if (!domainMatch(target.host, cookie.domain)) return 'domain-mismatch';
  if (!cookie.hostOnly && isPublicSuffix(cookie.domain)) return 'public-suffix';
  if (cookie.secure && !target.isSecure) return 'insecure-origin';
  if (cookie.sameSite === 'None' && !cookie.secure) return 'samesite-none-insecure';
  if (attributes.partitioned && !cookie.secure) return 'partitioned-insecure';
  if (thirdPartyCookies(context, setup.thirdParty) === 'blocked' && !attributes.partitioned && isThirdParty(context, target))
    return 'third-party-blocked';
  if (!storesSameSite(cookie.sameSite, context, target, rules)) return 'samesite-cross-site';
  return null;
}

/** CR and LF end the header line for both browsers (observed: `cr-value`), so what follows them is no part of the cookie. */
function firstLine(line: SetCookie): SetCookie {
  const end = line.line.search(/[\r\n]/);
  return end < 0 ? line : parseSetCookie(line.line.slice(0, end));
}

function pairOf(line: SetCookie, rules: BrowserRules): { readonly name: string; readonly value: string } {
  const isToken = rules.lineWithoutEquals === 'name' && line.name === '' && !line.pair.includes('=');
  return isToken ? { name: line.value, value: '' } : line;
}

/** With the Domain as the browser understands it. */
function attributesOf(line: SetCookie, rules: BrowserRules): EffectiveAttributes {
  const { domain } = line.effective;
  if (domain === null || rules.nonAsciiDomain !== 'punycode' || !/[^\0-\x7f]/.test(domain)) return line.effective;
  const url = parseUrl(`http://${decodeUtf8(domain)}/`);
  return url === null ? line.effective : { ...line.effective, domain: url.hostname };
}

function hasControlCharacter(line: SetCookie, rules: BrowserRules): boolean {
  if (line.problems.some((problem) => problem.code === 'control-character')) return true;
  if (!line.line.includes('\t')) return false;
  if (rules.tabInside === 'refused-in-path') return line.effective.path?.includes('\t') ?? false;
  const texts = [line.name, line.value, ...line.attributes.flatMap(({ name, value }) => [name, value ?? ''])];
  return texts.some((text) => text.includes('\t'));
}

/** CHIPS, and Firefox's partition for every cookie of a third party. A page that is not known is taken for one of the URL's site. */
function partitionOf(attributes: EffectiveAttributes, context: RequestContext, target: RequestTarget, setup: BrowserSetup): string | null {
  if (attributes.partitioned) return context.topLevelSite ?? target.schemefulSite;
  return setup.thirdParty === 'partitioned' && isThirdParty(context, target) ? context.topLevelSite : null;
}

function knownSameSite(text: string | null): StoredCookie['sameSite'] {
  return text === 'Strict' || text === 'Lax' || text === 'None' ? text : null;
}
