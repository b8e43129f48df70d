import { byteCount } from './byte-count.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { deletedCookie } from './rails-setting.ts';
import { ruby } from './remedy.ts';
import { rubySymbol } from './ruby-literal.ts';
import { serverStore } from './server-store.ts';

type SizeKind = Extract<FindingKind, 'cookie-overflow' | 'silent-drop' | 'near-limit' | 'cookie-header-too-large'>;

/** What makes a session smaller; the same for every finding about its size. */
const SMALLER_SESSION =
  'Keep ids in the session and the data in the database or the cache, or move the session to the server, where the cookie holds only its id.';
const ID_ALONE = ruby('session[:user_id] = user.id # not the record');

/** The prose of the findings about a cookie's size. */
export const cookieSizeInfo: { readonly [K in SizeKind]: FindingInfo<K> } = {
  'cookie-overflow': {
    title: 'The session passes Rails’ limit',
    message: ({ cookie, parameters }) => {
      const what = cookie === null ? 'The session' : `The session cookie “${cookie}”`;
      if (parameters.stage === 'predicted') {
        return `${what} has ${byteCount(parameters.size)}, ${byteCount(parameters.grew)} more than the version before: if it grows so once more, it passes Rails’ limit of ${byteCount(parameters.limit)}.`;
      }
      const before =
        parameters.carried === null ? '' : `, and the browser keeps the version of ${byteCount(parameters.carried)} from before`;
      return `${what} grew over 4,096 bytes: Rails raised CookieOverflow and answered with an error page and without Set-Cookie${before}.`;
    },
    why:
      'Rails raises when a session is too large to be sent. The exception comes after the action has run, so what it wrote to the database stays, while the user sees an error page and keeps the old session: ' +
      'trying again does it twice. Every user whose session grows to that size meets it, on pages that have no fault of their own.',
    remedy: ({ cookie }, application) => ({ text: SMALLER_SESSION, snippets: [ID_ALONE, ...serverStore(application, cookie)] }),
    docs: 'docs/findings/cookie-overflow.md',
  },
  'silent-drop': {
    title: 'The browser drops this session',
    message: ({ cookie, parameters }) =>
      `The session cookie “${cookie ?? ''}” has ${byteCount(parameters.wire)} on the wire, over the browser’s limit of ${byteCount(parameters.limit)}, so the browser keeps the old one; ` +
      `${byteCount(parameters.encoding)} of them are percent-encoding, which Rails does not count (it counted ${byteCount(parameters.rails)} and raised nothing).`,
    why:
      'Rails measures the cookie before percent-encoding, the browser what is sent. Between the two is a band where the answer is 200, nothing is logged, and what this response put into the session is lost. ' +
      'With AES-GCM it is random as well: every `+`, `/` and `=` of the ciphertext takes three bytes, so the same session is kept by one response and dropped by the next.',
    remedy: ({ cookie }, application) => ({ text: SMALLER_SESSION, snippets: [ID_ALONE, ...serverStore(application, cookie)] }),
    docs: 'docs/findings/silent-drop.md',
  },
  'near-limit': {
    title: 'The cookie is near the browser’s limit',
    message: ({ cookie, parameters }) =>
      `The cookie “${cookie ?? ''}” has ${byteCount(parameters.wire)} on the wire, ${percent(parameters.wire, parameters.limit)} of the ${byteCount(parameters.limit)} that browsers accept.`,
    why:
      'Sessions grow by small things: a longer flash message, a return address with a query, one more item in the cart. Above the limit the change is lost, first silently in the browser, then with an exception in Rails. ' +
      'And the browser sends these bytes again with every request, images included.',
    remedy: ({ cookie, parameters }, application) =>
      parameters.session
        ? { text: SMALLER_SESSION, snippets: serverStore(application, cookie) }
        : {
            text: 'Keep the data on the server, in the database or the cache, and its id in the cookie.',
            snippets: [
              ruby(
                'id = SecureRandom.uuid',
                'Rails.cache.write("cookie-data/#{id}", data, expires_in: 30.days)',
                `cookies[${rubySymbol(cookie ?? '')}] = id`,
              ),
            ],
          },
    docs: 'docs/findings/near-limit.md',
  },
  'cookie-header-too-large': {
    title: 'The Cookie header is too large',
    message: ({ severity, parameters }) => {
      const { header, cookies, status, largest } = parameters;
      const share = largest === null ? '' : `, most of it ${quoted(largest.name)} with ${byteCount(largest.wire)}`;
      const answer = severity === 'error' ? `, and the server answered ${status}` : '';
      return `The request has a Cookie header of ${byteCount(header)} in ${cookies} ${cookies === 1 ? 'cookie' : 'cookies'}${share}; many servers and proxies take no more than 8,190 bytes${answer}.`;
    },
    why:
      'Apache reads 8,190 bytes of a header, nginx 8 kB, other proxies and load balancers hardly more. Above that every request of this user is answered with an error page before it reaches the application: ' +
      'nothing is in its log, and the user cannot get out of it, since the page that would delete the cookies cannot be reached either.',
    remedy: ({ parameters: { largest } }, application) => ({
      text: 'Make the largest cookies smaller or give them a narrower Path, and delete those that nobody reads any more.',
      snippets: [
        ...serverStore(application, null),
        deletedCookie(application, largest?.name ?? 'old_cookie', 'path: "/"', 'if nobody reads it any more'),
      ],
    }),
    docs: 'docs/findings/cookie-header-too-large.md',
  },
};

function percent(part: number, whole: number): string {
  return `${Math.round((part * 100) / whole)} %`;
}
