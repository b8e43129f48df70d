import { isSince } from '../readers/rails/rails-version.ts';
import type { FindingKind, MalformedAttribute } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { cookieSetting, deletedCookie, plainCookie } from './rails-setting.ts';
import { shell } from './remedy.ts';

type LineKind = Extract<FindingKind, 'attribute-malformed' | 'duplicate-set-cookie' | 'shadowed-cookie'>;

/** The prose of the findings about how lines are written, and about several cookies of one name. */
export const cookieLineInfo: { readonly [K in LineKind]: FindingInfo<K> } = {
  'attribute-malformed': {
    title: 'The browser ignores an attribute',
    message: ({ cookie, parameters }) => {
      const { attributes, more } = parameters;
      const others = more > 0 ? ` and ${more} more` : '';
      return `The cookie ${quoted(cookie)} is set with what the browser ignores: ${attributes.map(described).join(', ')}${others}.`;
    },
    why:
      'The browser says nothing and goes on without the attribute: a cookie that was to end in an hour lives until the browser closes, one for /admin counts for other pages. ' +
      'Where one is given twice the last wins, whichever was meant. An unknown attribute is often one that is misspelt, or the rest of a value with a semicolon in it.',
    remedy: ({ cookie }, application) => ({
      text: 'Write Max-Age as whole seconds, Expires as an HTTP date, Path with a leading slash, each attribute once, and escape the value; Rails does all of it from a duration and a hash of options.',
      snippets: [
        ...cookieSetting(application, cookie, application.framework === 'rack' ? 'max_age: 3600, path: "/"' : 'expires: 1.hour, path: "/"'),
        plainCookie(cookie, 'Path=/; Max-Age=3600; Expires=Thu, 01 Jan 2026 11:00:00 GMT'),
      ],
    }),
    docs: 'docs/findings/attribute-malformed.md',
  },
  'duplicate-set-cookie': {
    title: 'One response sets the cookie twice',
    message: ({ cookie, parameters }) => {
      const { lines, differ } = parameters;
      const times = lines.length === 2 ? 'twice' : `${lines.length} times`;
      const places = lines.map((line) => line + 1).join(', ');
      const values = differ ? 'with different values, of which the last wins' : 'with the same value';
      return `The response sets the cookie ${quoted(cookie)} ${times} (Set-Cookie lines ${places}) ${values}.`;
    },
    why:
      'The browser takes the lines one after the other, so all but the last are lost, and which one is last depends on the order of middlewares and proxies. ' +
      'RFC 6265 forbids it, some clients keep the first, and with a session every line costs up to four kilobytes.',
    remedy: (_, { framework, rails }) => ({
      text: 'Find who else sets it (a second session middleware, a proxy, a mounted engine) and let one alone do it.',
      // The cookie's name comes from a server, and has no business in a shell.
      snippets:
        framework === 'rack'
          ? [shell('grep -n "use " config.ru')]
          : [shell(`${isSince(rails, '5.0') === false ? 'bin/rake' : 'bin/rails'} middleware | grep -i -e session -e cookies`)],
    }),
    docs: 'docs/findings/duplicate-set-cookie.md',
  },
  'shadowed-cookie': {
    title: 'Two cookies of one name',
    message: ({ cookie, parameters }) => {
      const { times, differ, session } = parameters;
      const values = differ ? 'with different values' : 'with the same value';
      return `The request carries the ${session ? 'session cookie' : 'cookie'} ${quoted(cookie)} ${times === 2 ? 'twice' : `${times} times`} ${values}: Rack reads the first and never sees the rest.`;
    },
    why:
      'The browser holds two cookies of this name, of another path or domain, and the request does not say which is which. Longer paths come first, then older cookies: so the application goes on reading the stale one ' +
      'while it writes the other, changes seem to be lost, and signing out does not help. It comes from a changed Domain or Path, or from another application on the same domain.',
    remedy: ({ cookie }, application) => ({
      text: 'Delete the old one with the Domain and Path that it was set with, for as long as old ones are about; or give the cookie a new name, which is the sure way.',
      snippets: [
        deletedCookie(application, cookie, 'domain: "example.com"', 'the Domain it had'),
        deletedCookie(application, cookie, 'path: "/admin"', 'the Path it had'),
        { language: 'http', lines: [`Set-Cookie: ${cookie ?? ''}=; Path=/admin; Max-Age=0`] },
      ],
    }),
    docs: 'docs/findings/shadowed-cookie.md',
  },
};

const REASONS: Readonly<Record<MalformedAttribute['reason'], string>> = {
  'bad-max-age': 'no whole number of seconds',
  'bad-date': 'no date',
  'bad-path': 'does not start with a slash',
  'too-long': 'over 1,024 bytes',
  repeated: 'given again with another value, which wins',
  unknown: 'unknown',
};

/** `Max-Age=1.hour (no whole number of seconds)` */
function described({ name, value, reason }: MalformedAttribute): string {
  const what = name === '' ? 'something that is no attribute' : name;
  return `${what}${value === null || value === '' ? '' : `=${value}`} (${REASONS[reason]})`;
}
