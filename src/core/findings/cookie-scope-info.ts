import { joinedByAnd } from '../list.ts';
import { counted, type MessageKey, message } from '../message.ts';
import type { CookiePrefix, FindingKind, PrefixCondition } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { cookieSetting, deletedCookie, plainCookie, renamedSession, sessionSetting } from './rails-setting.ts';
import { rubyString } from './ruby-literal.ts';

type ScopeKind = Extract<FindingKind, 'prefix-violated' | 'prefix-available' | 'domain-too-broad' | 'long-lived-session'>;

/** The prose of the findings about where and how long a cookie counts. */
export const cookieScopeInfo: { readonly [K in ScopeKind]: FindingInfo<K> } = {
  'prefix-violated': {
    message: ({ cookie, parameters }) =>
      message(
        'findingPrefixViolatedMessage',
        cookie ?? '',
        parameters.prefix,
        joinedByAnd(parameters.unmet.map((each) => message(VIOLATIONS[each]))),
      ),
    why: 'findingPrefixViolatedWhy',
    remedy: ({ cookie, parameters }, application) => {
      const { prefix, session } = parameters;
      return {
        text: message('findingPrefixViolatedRemedy', prefix, message(PROMISES[prefix])),
        snippets: [...(session ? sessionSetting : cookieSetting)(application, cookie, OPTIONS[prefix]), plainCookie(cookie, ATTRIBUTES)],
      };
    },
    docs: 'docs/findings/prefix-violated.md',
  },
  'prefix-available': {
    message: ({ cookie }) => message('findingPrefixAvailableMessage', cookie ?? ''),
    why: 'findingPrefixAvailableWhy',
    remedy: ({ cookie }, application) => {
      const name = prefixed(cookie);
      return {
        text: message('findingPrefixAvailableRemedy'),
        snippets: [...renamedSession(application, cookie, name, 'path: "/", secure: true'), plainCookie(name, ATTRIBUTES)],
      };
    },
    docs: 'docs/findings/prefix-available.md',
  },
  'domain-too-broad': {
    message: ({ cookie, parameters }) => message('findingDomainTooBroadMessage', cookie ?? '', parameters.host, parameters.domain),
    why: 'findingDomainTooBroadWhy',
    remedy: ({ cookie, parameters }, application) => ({
      text: message('findingDomainTooBroadRemedy'),
      snippets: [
        ...sessionSetting(application, cookie, 'domain: nil'),
        deletedCookie(application, cookie, `domain: ${rubyString(parameters.domain)}`, 'for as long as old ones are about'),
        plainCookie(cookie, ATTRIBUTES),
      ],
    }),
    docs: 'docs/findings/domain-too-broad.md',
  },
  'long-lived-session': {
    message: ({ cookie, parameters }) =>
      counted(parameters.capped ? 'findingLongLivedSessionMessageCapped' : 'findingLongLivedSessionMessage', parameters.days, cookie ?? ''),
    why: 'findingLongLivedSessionWhy',
    remedy: ({ cookie }, application) => ({
      text: message('findingLongLivedSessionRemedy'),
      snippets: [
        ...sessionSetting(application, cookie, 'expire_after: 14.days'),
        plainCookie(cookie, 'Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax'),
      ],
    }),
    docs: 'docs/findings/long-lived-session.md',
  },
};

/** After “but”. */
const VIOLATIONS: Readonly<Record<PrefixCondition, MessageKey>> = {
  secure: 'findingPrefixViolatedNoSecure',
  'http-only': 'findingPrefixViolatedNoHttpOnly',
  path: 'findingPrefixViolatedNoPath',
  domain: 'findingPrefixViolatedHasDomain',
  origin: 'findingPrefixViolatedHttp',
  name: 'findingPrefixViolatedNoName',
};

const PROMISES: Readonly<Record<CookiePrefix, MessageKey>> = {
  '__Host-': 'findingPrefixViolatedHostAsks',
  '__Secure-': 'findingPrefixViolatedSecureAsks',
  '__Http-': 'findingPrefixViolatedHttpAsks',
  '__Host-Http-': 'findingPrefixViolatedHostHttpAsks',
};

const OPTIONS: Readonly<Record<CookiePrefix, string>> = {
  '__Host-': 'path: "/", secure: true',
  '__Secure-': 'secure: true',
  '__Http-': 'secure: true, httponly: true',
  '__Host-Http-': 'path: "/", secure: true, httponly: true',
};

/** Meets every prefix. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Rails' own underscore in front goes. */
function prefixed(cookie: string | null): string {
  return `__Host-${(cookie ?? '').replace(/^_+/, '')}`;
}
