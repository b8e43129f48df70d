import { cookieRefusedInfo } from '../findings/cookie-refused-info.ts';
import { deletedCookie, sessionSetting } from '../findings/rails-setting.ts';
import { ruby, type Snippet } from '../findings/remedy.ts';
import { serverStore } from '../findings/server-store.ts';
import type { Application } from '../readers/application.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import { thousands } from '../thousands.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, sentence, theCookie } from './prose.ts';
import { REFUSED_BECAUSE } from './refusal-text.ts';
import { durationText } from './time-text.ts';

type BrowserCause = Extract<
  LogoutCause,
  | 'dropped-too-large'
  | 'overflow-exception'
  | 'insecure-origin'
  | 'refused-by-browser'
  | 'cookie-expired'
  | 'browser-restarted'
  | 'too-many-cookies'
  | 'removed-by-script'
  | 'cleared-in-browser'
>;

const ID_ALONE = ruby('session[:user_id] = user.id # the id, not the record');

const SMALLER_TEXT =
  'Keep ids in the session and the data in the database: about 2 kB of session content is safe. What was there before the sign-in (return_to, a cart, a form) need not survive it.';

/** The prose of the causes that lie in what the browser keeps and forgets. */
export const browserCauseInfo: CauseInfos<BrowserCause> = {
  'dropped-too-large': {
    title: 'Too large for the browser',
    message: (logout) => {
      const refused = factOf(logout, 'refused');
      const counted = factOf(logout, 'rails-counted');
      const heavy = factOf(logout, 'heavy-key');
      const weight = refused === null ? 'is over 4,096 bytes on the wire' : `weighed ${thousands(refused.wire)} bytes on the wire`;
      const rails = counted === null ? 'Rails raised nothing' : `Rails counts ${thousands(counted.bytes)} and is content`;
      const key = heavy === null ? '' : ` The key “${heavy.key}” costs ${thousands(heavy.wire)} bytes.`;
      return `The sign-in did not stick: ${theCookie(logout)} that it set ${weight}. ${rails}; the browser’s limit is 4,096, so it kept what it had.${key}`;
    },
    why: 'Rails compares the value before percent-encoding with 4,096 bytes; the browser compares name and value as sent, and ignores what is larger without telling anyone. Between the two lies a band of some 250 bytes where the server believes that somebody is signed in and the browser goes on with the cookie from before. Encryption makes the size random within about 2 %, so it may work the next time.',
    remedy: ({ cookie }, application) => ({ text: SMALLER_TEXT, snippets: [ID_ALONE, ...serverStore(application, cookie)] }),
    docs: 'docs/logout/dropped-too-large.md',
  },
  'overflow-exception': {
    title: 'The sign-in raised CookieOverflow',
    message: (logout) => {
      const status = factOf(logout, 'error-page')?.status ?? 500;
      return `The sign-in was answered with ${status}: its session passed 4,096 bytes, Rails raised CookieOverflow, and ${theCookie(logout)} that would have carried the sign-in never left the server.`;
    },
    why: 'Rails writes the session after the action has run. When it turns out too large the exception throws the whole answer away, Set-Cookie included, while everything that the action wrote to the database stays. The browser keeps the session of before, in which nobody is signed in.',
    remedy: ({ cookie }, application) => ({ text: SMALLER_TEXT, snippets: [ID_ALONE, ...serverStore(application, cookie)] }),
    docs: 'docs/logout/overflow-exception.md',
  },
  'insecure-origin': {
    title: 'Secure, on plain http',
    message: (logout) => {
      if (logout.cookie === null) {
        return 'The sign-in was accepted, but no session cookie came with it: the session is Secure, and Rails believes that this request came over plain http.';
      }
      return factOf(logout, 'withheld') === null
        ? `${sentence(theCookie(logout))} is Secure and was set over plain http, so the browser did not keep it and the sign-in did not stick.`
        : `${sentence(theCookie(logout))} is Secure and this request went over plain http, so the browser kept it back and the server saw a stranger.`;
    },
    why: 'A Secure cookie is only accepted and sent over https (and on localhost). Rails does not even write a Secure session when it takes the request for plain http, and behind a proxy that ends TLS it takes every request for that, unless the proxy says X-Forwarded-Proto: https. Then nobody can sign in although the address in the browser is https.',
    remedy: ({ cookie }, application) => ({
      text: 'Behind a proxy that ends TLS, let it say so, or let Rails assume it. In development over plain http leave Secure out. Otherwise redirect plain http to https before anyone signs in.',
      snippets: [
        { language: 'nginx', lines: ['proxy_set_header X-Forwarded-Proto $scheme; # nginx'] },
        ...assumeSsl(application),
        ...(application.framework === 'rack' ? [] : [ruby('config.force_ssl = true # config/environments/production.rb')]),
        ...sessionSetting(application, cookie, 'secure: Rails.env.production?'),
      ],
    }),
    docs: 'docs/logout/insecure-origin.md',
  },
  'refused-by-browser': {
    title: 'The browser refused the cookie',
    message: (logout) => {
      const reason = factOf(logout, 'refused')?.reason ?? null;
      const because = reason === null ? '' : ` because ${REFUSED_BECAUSE[reason]}`;
      return `The sign-in did not stick: the browser refused ${theCookie(logout)}${because}.`;
    },
    why: 'A browser that does not like a Set-Cookie line throws it away without a word to the server. There all is well: the answer was sent and the log shows a sign-in. The browser goes on with the cookie that it had, or with none.',
    remedy: (logout, application) => {
      const { cookie } = logout;
      const reason = factOf(logout, 'refused')?.reason ?? null;
      if (reason === null) {
        const plain = sessionSetting(application, cookie, 'domain: nil, secure: Rails.env.production?, same_site: :lax');
        return {
          text: 'Mend what the reason names; the finding cookie-refused has the line for each. What no browser refuses is:',
          snippets: plain,
        };
      }
      const parameters = { reason, session: true } as const;
      const finding = { kind: 'cookie-refused', severity: 'error', cookie, line: null, parameters } as const;
      return cookieRefusedInfo['cookie-refused'].remedy(finding, application);
    },
    docs: 'docs/logout/refused-by-browser.md',
  },
  'cookie-expired': {
    title: 'The cookie expired',
    message: (logout, clock) => {
      const expired = factOf(logout, 'expired-at');
      const when = expired === null ? '' : ` at ${clock(expired.at)}`;
      return `${sentence(theCookie(logout))} expired${when}, so the browser forgot it and this request came without a session.`;
    },
    why: 'Max-Age or Expires told the browser how long to keep the cookie, and that time passed without a response that set it anew. With expire_after Rails moves the moment on with every response to a browser that has a session; a page that is left open, or only makes requests to another host, gets none.',
    remedy: ({ cookie }, application) => ({
      text: 'If that is earlier than it should be, let the session live longer, or remember people with a cookie of their own.',
      snippets: [
        ...sessionSetting(application, cookie, 'expire_after: 14.days'),
        ruby('config.remember_for = 2.weeks # Devise: config/initializers/devise.rb'),
      ],
    }),
    docs: 'docs/logout/cookie-expired.md',
  },
  'browser-restarted': {
    title: 'The browser was closed in between',
    message: (logout) => {
      const gap = factOf(logout, 'gap');
      const after = gap === null ? 'after a break' : `after a break of ${durationText(gap.milliseconds)}`;
      return `${sentence(theCookie(logout))} lasts until the browser closes, and ${after} it is gone while an old page is still there: the browser was closed, and restored the page without its session.`;
    },
    why: 'A cookie without Max-Age or Expires ends with the browser. Telephones close browsers whenever they need the memory and restore the pages from a copy; such a page still has its old authenticity token, and the first form that it sends belongs to a session that is no more.',
    remedy: ({ cookie }, application) => ({
      text: 'Give the session an expiry, or remember people with a cookie of its own. Let a form with an outdated token lead to the sign-in and not to an error.',
      snippets: [
        ...sessionSetting(application, cookie, 'expire_after: 14.days'),
        ruby('rescue_from(ActionController::InvalidAuthenticityToken) { redirect_to new_session_path, alert: "Please sign in again." }'),
      ],
    }),
    docs: 'docs/logout/browser-restarted.md',
  },
  'too-many-cookies': {
    title: 'Too many cookies',
    message: (logout) => {
      const count = factOf(logout, 'cookie-count')?.count ?? null;
      return `${sentence(theCookie(logout))} had to make room: the site ${count === null ? 'has more cookies than a browser keeps for one' : `has ${thousands(count)} cookies, more than the browser keeps for one`}, so it threw the oldest away.`;
    },
    why: 'Browsers keep 150 to 180 cookies for one registrable domain, all its subdomains together, and remove those that were not used for longest. Who makes a cookie for each document, campaign or test pushes the session out. Or the header grows so large that the server answers 400 or 431.',
    remedy: ({ cookie }, application) => ({
      text: 'Find what makes so many cookies (names that differ in a number or an id) and keep one, or use the browser’s localStorage. Delete those that are no longer needed. Secure cookies go last.',
      snippets: [
        deletedCookie(application, 'old_campaign_17', 'path: "/"', 'for each that is left over'),
        ...sessionSetting(application, cookie, 'secure: true'),
      ],
    }),
    docs: 'docs/logout/too-many-cookies.md',
  },
  'removed-by-script': {
    title: 'A script removed the cookie',
    message: (logout) =>
      `${sentence(theCookie(logout))} was kept, had not expired and should have gone with this request, but it is gone, and no response removed it; it is not HttpOnly, so most likely a script did.`,
    why: 'Without HttpOnly every script of the page can delete or overwrite the session through document.cookie: a “clear all cookies” of a consent banner, an analytics library, a test that cleans up, or code of one’s own that signs out on a failed request.',
    remedy: ({ cookie }, application) => ({
      text: 'Set HttpOnly, which Rails does unless told not to: then scripts can neither read nor remove it. To find the script, break on document.cookie in the console.',
      snippets: [
        ...sessionSetting(application, cookie, 'httponly: true'),
        {
          language: 'js',
          lines: ['Object.defineProperty(document, "cookie", { set(line) { console.trace(line); } }) // in the browser’s console'],
        },
      ],
    }),
    docs: 'docs/logout/removed-by-script.md',
  },
  'cleared-in-browser': {
    title: 'Cleared in the browser',
    message: (logout) =>
      `${sentence(theCookie(logout))} was kept, had not expired and should have gone with this request, but it is gone, no response removed it, and scripts cannot (HttpOnly): somebody, or the browser itself, cleared it.`,
    why: 'The user cleared the site’s data, DevTools or an extension did, the browser cleaned up after itself (private windows, tracking protection, storage pressure), or the request came from another profile.',
    remedy: () => ({
      text: 'Not a fault of the application, unless many users see it: then look for Clear-Site-Data on another host of the site, and for responses that the recording misses.',
      snippets: [],
    }),
    docs: 'docs/logout/cleared-in-browser.md',
  },
};

/** Before 7.1 only the proxy can say that the browser's side is https. */
function assumeSsl({ framework, rails }: Application): readonly Snippet[] {
  if (framework === 'rack' || isSince(rails, '7.1') === false) return [];
  return [ruby('config.assume_ssl = true # config/environments/production.rb, Rails 7.1 and up')];
}
