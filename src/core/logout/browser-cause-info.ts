import { byteCount } from '../findings/byte-count.ts';
import { cookieRefusedInfo } from '../findings/cookie-refused-info.ts';
import { deletedCookie, sessionSetting } from '../findings/rails-setting.ts';
import { ruby, type Snippet } from '../findings/remedy.ts';
import { serverStore } from '../findings/server-store.ts';
import { counted, formatCount, message } from '../message.ts';
import type { Application } from '../readers/application.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, nameOf } from './prose.ts';
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

/** The prose of the causes that lie in what the browser keeps and forgets. */
export const browserCauseInfo: CauseInfos<BrowserCause> = {
  'dropped-too-large': {
    message: (logout) => {
      const refused = factOf(logout, 'refused');
      const railsCounted = factOf(logout, 'rails-counted');
      const heavy = factOf(logout, 'heavy-key');
      const sentences = [
        refused === null
          ? message('causeDroppedTooLargeMessage', nameOf(logout))
          : message('causeDroppedTooLargeMessageWeighed', nameOf(logout), byteCount(refused.wire)),
        railsCounted === null
          ? message('causeDroppedTooLargeRaisedNothing')
          : message('causeDroppedTooLargeCounted', formatCount(railsCounted.bytes)),
        ...(heavy === null ? [] : [message('causeDroppedTooLargeKey', heavy.key, byteCount(heavy.wire))]),
      ];
      return sentences.join(' ');
    },
    why: 'causeDroppedTooLargeWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeSmallerRemedy'),
      snippets: [ID_ALONE, ...serverStore(application, cookie)],
    }),
    docs: 'docs/logout/dropped-too-large.md',
  },
  'overflow-exception': {
    message: (logout) => message('causeOverflowExceptionMessage', nameOf(logout), factOf(logout, 'error-page')?.status ?? 500),
    why: 'causeOverflowExceptionWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeSmallerRemedy'),
      snippets: [ID_ALONE, ...serverStore(application, cookie)],
    }),
    docs: 'docs/logout/overflow-exception.md',
  },
  'insecure-origin': {
    message: (logout) => {
      if (logout.cookie === null) return message('causeInsecureOriginMessageNothingSet');
      return factOf(logout, 'withheld') === null
        ? message('causeInsecureOriginMessageSet', logout.cookie)
        : message('causeInsecureOriginMessageWithheld', logout.cookie);
    },
    why: 'causeInsecureOriginWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeInsecureOriginRemedy'),
      snippets: [
        { language: 'nginx', lines: ['proxy_set_header X-Forwarded-Proto $scheme; # nginx'] },
        ...assumeSsl(application),
        ...(application.framework === 'rack' ? [] : [ruby('# config/environments/production.rb', 'config.force_ssl = true')]),
        ...sessionSetting(application, cookie, 'secure: Rails.env.production?'),
      ],
    }),
    docs: 'docs/logout/insecure-origin.md',
  },
  'refused-by-browser': {
    message: (logout) => {
      const refused = factOf(logout, 'refused');
      return refused === null
        ? message('causeRefusedByBrowserMessage', nameOf(logout))
        : message('causeRefusedByBrowserMessageBecause', nameOf(logout), message(REFUSED_BECAUSE[refused.reason]));
    },
    why: 'causeRefusedByBrowserWhy',
    remedy: (logout, application) => {
      const { cookie } = logout;
      const reason = factOf(logout, 'refused')?.reason ?? null;
      if (reason === null) {
        const plain = sessionSetting(application, cookie, 'domain: nil, secure: Rails.env.production?, same_site: :lax');
        return {
          text: message('causeRefusedByBrowserRemedy'),
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
    message: (logout, clock) => {
      const expired = factOf(logout, 'expired-at');
      return expired === null
        ? message('causeCookieExpiredMessage', nameOf(logout))
        : message('causeCookieExpiredMessageAt', nameOf(logout), clock(expired.at));
    },
    why: 'causeCookieExpiredWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeCookieExpiredRemedy'),
      snippets: [
        ...sessionSetting(application, cookie, 'expire_after: 14.days'),
        ruby('config.remember_for = 2.weeks # Devise: config/initializers/devise.rb'),
      ],
    }),
    docs: 'docs/logout/cookie-expired.md',
  },
  'browser-restarted': {
    message: (logout) => {
      const gap = factOf(logout, 'gap');
      return gap === null
        ? message('causeBrowserRestartedMessage', nameOf(logout))
        : message('causeBrowserRestartedMessageAfter', nameOf(logout), durationText(gap.milliseconds));
    },
    why: 'causeBrowserRestartedWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeBrowserRestartedRemedy'),
      snippets: [
        ...sessionSetting(application, cookie, 'expire_after: 14.days'),
        ruby('rescue_from(ActionController::InvalidAuthenticityToken) { redirect_to new_session_path, alert: "Please sign in again." }'),
      ],
    }),
    docs: 'docs/logout/browser-restarted.md',
  },
  'too-many-cookies': {
    message: (logout) => {
      const count = factOf(logout, 'cookie-count')?.count ?? null;
      return count === null
        ? message('causeTooManyCookiesMessage', nameOf(logout))
        : counted('causeTooManyCookiesMessageCount', count, nameOf(logout));
    },
    why: 'causeTooManyCookiesWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeTooManyCookiesRemedy'),
      snippets: [
        deletedCookie(application, 'old_campaign_17', 'path: "/"', 'for each that is left over'),
        ...sessionSetting(application, cookie, 'secure: true'),
      ],
    }),
    docs: 'docs/logout/too-many-cookies.md',
  },
  'removed-by-script': {
    message: (logout) => message('causeRemovedByScriptMessage', nameOf(logout)),
    why: 'causeRemovedByScriptWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeRemovedByScriptRemedy'),
      snippets: [
        ...sessionSetting(application, cookie, 'httponly: true'),
        {
          language: 'js',
          lines: [
            "Object.defineProperty(document, 'cookie', {",
            '  set(line) {',
            '    console.trace(line);',
            '  },',
            '}); // in the browser’s console',
          ],
        },
      ],
    }),
    docs: 'docs/logout/removed-by-script.md',
  },
  'cleared-in-browser': {
    message: (logout) => message('causeClearedInBrowserMessage', nameOf(logout)),
    why: 'causeClearedInBrowserWhy',
    remedy: () => ({
      text: message('causeClearedInBrowserRemedy'),
      snippets: [],
    }),
    docs: 'docs/logout/cleared-in-browser.md',
  },
};

/** Before 7.1 only the proxy can say that the browser's side is https. */
function assumeSsl({ framework, rails }: Application): readonly Snippet[] {
  if (framework === 'rack' || isSince(rails, '7.1') === false) return [];
  return [ruby('# config/environments/production.rb, Rails 7.1 and up', 'config.assume_ssl = true')];
}
