import type { CookiePrefix, FindingKind, PrefixCondition } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { cookieSetting, deletedCookie, plainCookie, renamedSession, sessionSetting } from './rails-setting.ts';
import { rubyString } from './ruby-literal.ts';

type ScopeKind = Extract<FindingKind, 'prefix-violated' | 'prefix-available' | 'domain-too-broad' | 'long-lived-session'>;

/** The prose of the findings about where and how long a cookie counts. */
export const cookieScopeInfo: { readonly [K in ScopeKind]: FindingInfo<K> } = {
  'prefix-violated': {
    title: 'The name’s prefix is not kept',
    message: ({ cookie, parameters }) =>
      `The cookie ${quoted(cookie)} claims ${parameters.prefix} but ${parameters.unmet.map((each) => VIOLATIONS[each]).join(' and ')}, so the browser refuses it.`,
    why:
      'A prefix is a promise that the browser checks: whoever sees the name knows that the cookie was set over https, and with __Host- by this host alone. If the attributes do not keep it the browser throws the line away, ' +
      'says nothing to the server, and keeps what it had. A common case is a name that was changed for production and does not work over plain http.',
    remedy: ({ cookie, parameters }, application) => {
      const { prefix, session } = parameters;
      return {
        text: `Set the cookie with what ${prefix} asks for (${PROMISES[prefix]}), or give it a name without the prefix; in development over plain http the prefix works on localhost alone.`,
        snippets: [...(session ? sessionSetting : cookieSetting)(application, cookie, OPTIONS[prefix]), plainCookie(cookie, ATTRIBUTES)],
      };
    },
    docs: 'docs/findings/prefix-violated.md',
  },
  'prefix-available': {
    title: 'The name could claim __Host-',
    message: ({ cookie }) => `The session cookie ${quoted(cookie)} meets all conditions of __Host- and does not claim it in its name.`,
    why:
      'Attributes tell the browser, the name tells the server: under __Host- no subdomain, and nobody on a plain http connection, can plant a session cookie of this name for the host. ' +
      'It is the one protection against planted and shadowing cookies that needs no code.',
    remedy: ({ cookie }, application) => {
      const name = prefixed(cookie);
      return {
        text: 'Put the prefix in front of the name. Everyone signs in once more, and development over plain http works on localhost alone.',
        snippets: [...renamedSession(application, cookie, name, 'path: "/", secure: true'), plainCookie(name, ATTRIBUTES)],
      };
    },
    docs: 'docs/findings/prefix-available.md',
  },
  'domain-too-broad': {
    title: 'The session goes to every subdomain',
    message: ({ cookie, parameters }) =>
      `The session cookie ${quoted(cookie)} is set by ${parameters.host} with Domain=${parameters.domain}, so every host under ${parameters.domain} gets it and can overwrite it.`,
    why:
      'The blog, the status page, a forgotten test server or a subdomain that points to another company: each gets the session of everyone who visits it, and each can set a cookie of this name that the application then reads. ' +
      'Without Domain the cookie goes back to the host that set it and nowhere else.',
    remedy: ({ cookie, parameters }, application) => ({
      text: 'Leave Domain out, unless several hosts share the sign-in. The old cookie stays beside the new one and would shadow it: delete it for a while, or change the name too.',
      snippets: [
        ...sessionSetting(application, cookie, 'domain: nil'),
        deletedCookie(application, cookie, `domain: ${rubyString(parameters.domain)}`, 'for as long as old ones are about'),
        plainCookie(cookie, ATTRIBUTES),
      ],
    }),
    docs: 'docs/findings/domain-too-broad.md',
  },
  'long-lived-session': {
    title: 'The session lives very long',
    message: ({ cookie, parameters }) =>
      parameters.capped
        ? `The session cookie ${quoted(cookie)} is to live for over ${parameters.days} days, which is the longest that browsers keep one.`
        : `The session cookie ${quoted(cookie)} lives for ${parameters.days} days, over 30.`,
    why:
      'Whoever finds the device, its backup or the cookie in a log is signed in as its user until then, and a session in a cookie cannot be revoked. ' +
      'To remember people is the task of a cookie of its own, which the server can take back: Devise’s remember-me, or the sessions table of Rails 8.',
    remedy: ({ cookie }, application) => ({
      text: 'Let the session end with the browser or after some days without use, and remember people with a cookie that can be revoked.',
      snippets: [
        ...sessionSetting(application, cookie, 'expire_after: 14.days'),
        plainCookie(cookie, 'Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax'),
      ],
    }),
    docs: 'docs/findings/long-lived-session.md',
  },
};

/** After “but”. */
const VIOLATIONS: Readonly<Record<PrefixCondition, string>> = {
  secure: 'has no Secure',
  'http-only': 'has no HttpOnly',
  path: 'does not say Path=/',
  domain: 'has a Domain',
  origin: 'comes over plain http',
  name: 'has no name (the prefix stands in its value)',
};

const PROMISES: Readonly<Record<CookiePrefix, string>> = {
  '__Host-': 'https, Secure, Path=/ and no Domain',
  '__Secure-': 'https and Secure',
  '__Http-': 'https, Secure and HttpOnly',
  '__Host-Http-': 'https, Secure, HttpOnly, Path=/ and no Domain',
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
