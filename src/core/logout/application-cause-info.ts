import { sessionSetting, skippedSession } from '../findings/rails-setting.ts';
import { ruby, type Snippet, shell } from '../findings/remedy.ts';
import { serverStore } from '../findings/server-store.ts';
import type { Application } from '../readers/application.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, sentence, theCookie } from './prose.ts';
import { durationText } from './time-text.ts';

type ApplicationCause = Extract<
  LogoutCause,
  'signed-out' | 'lost-update' | 'timed-out' | 'csrf-reset' | 'server-revoked' | 'session-reset' | 'not-a-logout' | 'unknown'
>;

/** The prose of what the application did itself, and of what nobody did. */
export const applicationCauseInfo: CauseInfos<ApplicationCause> = {
  'signed-out': {
    title: 'Signed out',
    message: (logout) =>
      `Somebody signed out: the request asked for it, and the server took the user out of ${theCookie(logout)}. This is not a fault.`,
    why: 'The request went to a sign-out address, or deleted the session with DELETE, and the identity went with the answer. That is what it is for.',
    remedy: (_, { framework }) => ({
      text: 'Nothing is to be done. If a sign-out is to leave nothing behind, reset the whole session; a copy of the cookie stays valid all the same, unless the server keeps a list of sessions.',
      snippets: [ruby(`${framework === 'rack' ? 'session.clear' : 'reset_session'} # instead of session.delete(:user_id)`)],
    }),
    docs: 'docs/logout/signed-out.md',
  },
  'lost-update': {
    title: 'A parallel request overwrote the sign-in',
    message: (logout) =>
      `Two requests were under way at the same time: one signed in, the other had begun before that with the older version, and its answer landed later and put ${theCookie(logout)} back to what it was, without the sign-in.`,
    why: 'The whole session is in the cookie, so each response writes all of it, from what its request carried. A slow request that began before the sign-in knows nothing of it; when its answer comes last the browser keeps that one. Polling, prefetching and background requests around the sign-in make it happen now and then and never on a developer’s machine.',
    remedy: ({ cookie }, application) => ({
      text: 'Let requests that need no session write none (even reading it makes Rails send the cookie again), and start nothing in the background on the sign-in page. A store on the server, or the Rails 8 sessions table, keeps the sign-in out of this race.',
      snippets: [
        skippedSession(application, 'in polling and background actions'),
        ...serverStore(application, cookie),
        ...(application.framework === 'rack' || isSince(application.rails, '8.0') === false
          ? []
          : [shell('bin/rails generate authentication # Rails 8: the sign-in is a cookie of its own')]),
      ],
    }),
    docs: 'docs/logout/lost-update.md',
  },
  'timed-out': {
    title: 'Timed out',
    message: (logout) => {
      const idle = factOf(logout, 'idle') ?? factOf(logout, 'gap');
      const after = idle === null ? 'after a long pause' : `after ${durationText(idle.milliseconds)} without a request`;
      return `The application signed the user out ${after}: ${theCookie(logout)} was in order, and the server took the identity out of it.`;
    },
    why: 'Devise’s timeoutable writes last_request_at into the session and signs out when it is older than timeout_in; other applications do the like by hand. A page that polls keeps the session alive unless it says that it does not want to (skip_trackable), and one that is left open, or a laptop that slept, does not.',
    remedy: () => ({
      text: 'If that is too early, allow a longer time, or let a page that is open ask for a sign of life now and then. Warn before it happens where people fill in long forms.',
      snippets: [
        ruby('config.timeout_in = 2.hours # config/initializers/devise.rb'),
        ruby('prepend_before_action { request.env["devise.skip_trackable"] = true } # polling that is not to keep sessions alive'),
      ],
    }),
    docs: 'docs/logout/timed-out.md',
  },
  'csrf-reset': {
    title: 'Forgery protection reset the session',
    message: (logout) =>
      `The request carried ${theCookie(logout)} with a signed-in user but no valid authenticity token, so Rails’ forgery protection began a fresh session instead of refusing the request.`,
    why: 'With protect_from_forgery with: :reset_session (or a handler that calls reset_session) an unsafe request without a valid token loses its session. The usual reasons are a fetch without X-CSRF-Token, a page from before the last sign-in with its old token, a form that was cached with somebody else’s token, and an Origin that does not match because the proxy rewrites Host.',
    remedy: () => ({
      text: 'Send the token with every unsafe request, and let a wrong token be an error that one can see instead of a reset.',
      snippets: [
        ruby('protect_from_forgery with: :exception # app/controllers/application_controller.rb'),
        { language: 'erb', lines: ['<%= csrf_meta_tags %> <%# in the layout %>'] },
        {
          language: 'js',
          lines: ['fetch(url, { method: "POST", headers: { "X-CSRF-Token": document.querySelector("meta[name=csrf-token]").content } })'],
        },
        { language: 'nginx', lines: ['proxy_set_header Host $http_host; # nginx, when it is the Origin that does not match'] },
      ],
    }),
    docs: 'docs/logout/csrf-reset.md',
  },
  'server-revoked': {
    title: 'The server no longer honours it',
    message: (logout) =>
      `${sentence(theCookie(logout))} came back as it was set, opens and has not expired, yet the server dropped its user: the sign-in was revoked there.`,
    why: 'The session says who it is, and the server checks it against what it knows: Devise compares a part of the password’s hash, so a new password ends every session; session_limitable allows one at a time; Rails 8 looks for the row in sessions; an account was locked or deleted, or a session token was made anew.',
    remedy: () => ({
      text: 'Look for what changed on the server at this moment: the password, the row in sessions, a token, a lock. After somebody’s own change of password sign that session in again.',
      snippets: [
        ruby('bypass_sign_in(user) # Devise, after the change of password'),
        ruby('start_new_session_for(user) # Rails 8'),
        ruby('Session.where(user: user).pluck(:id, :created_at, :user_agent) # bin/rails console: is its row still there?'),
      ],
    }),
    docs: 'docs/logout/server-revoked.md',
  },
  'session-reset': {
    title: 'The application reset the session',
    message: (logout) =>
      `The application began a new session in this response: the session_id of ${theCookie(logout)} changed, its user is gone, and nothing outside the application explains it.`,
    why: 'The value that was set came back unharmed, opened, and was not expired; the server read it and answered with a fresh session. That is what reset_session does, also when a sign-in resets and then fails, when a before_action thinks that something is wrong, or when an authentication library resets on a failed check.',
    remedy: () => ({
      text: 'Look for reset_session, sign_out and session.clear on the way of this request, before_action and rescue_from included; a line in the log shows who calls it.',
      snippets: [
        shell('grep -rn "reset_session\\|sign_out\\|session.clear\\|session.destroy" app lib config'),
        ruby(
          '# for a while, in ApplicationController',
          'def reset_session',
          '  Rails.logger.warn(caller.first(5).join("\\n"))',
          '  super',
          'end',
        ),
      ],
    }),
    docs: 'docs/logout/session-reset.md',
  },
  'not-a-logout': {
    title: 'Not a logout',
    message: (logout) =>
      `Nobody was signed out: the page came from a cache and shows what it showed to somebody who was not signed in, while ${theCookie(logout)} is intact. This is not a lost session.`,
    why: 'The back button, the HTTP cache, a service worker or Turbo’s page cache brought back a page from before the sign-in. The next request to the server carries the session as ever.',
    remedy: () => ({
      text: 'Nothing is wrong with the session. To keep pages that differ by user out of caches, say so.',
      snippets: [
        ruby('response.headers["Cache-Control"] = "private, no-store" # on pages that differ by user'),
        { language: 'html', lines: ['<meta name="turbo-cache-control" content="no-cache">'] },
      ],
    }),
    docs: 'docs/logout/not-a-logout.md',
  },
  unknown: {
    title: 'The cause is not known',
    message: (logout) =>
      factOf(logout, 'cookies-missing') !== null
        ? 'The sign-in did not hold, and why cannot be told: the recording has no cookies, since it was exported without sensitive data; export it again with them.'
        : `The sign-in in ${theCookie(logout)} is gone, and nothing that was recorded explains it; a recording that begins before the sign-in, with the secret entered, would tell more.`,
    why: 'Each known cause was compared with the recording, and none fits. Mostly the response that did it is missing: it came before the recording began, in another tab, or was cut off by a navigation; or the session is sealed and only its outside can be seen.',
    remedy: ({ cookie }, application) => ({
      text: 'Open DevTools before the sign-in and keep Preserve log on; enter the secret, so that what changed can be seen; record every host that takes part; then do it again. In Firefox also record through webRequest.',
      snippets: [...secretOf(application), ...(cookie === null ? [] : sessionSetting(application, cookie, 'httponly: true'))],
    }),
    docs: 'docs/logout/unknown.md',
  },
};

/** What prints the secret that is to be entered. */
function secretOf({ framework, rails }: Application): readonly Snippet[] {
  if (framework === 'rack') return [shell('grep -rn "SESSION_SECRET\\|secrets\\?:" config.ru .')];
  if (isSince(rails, '5.2') === false)
    return [shell("rails runner 'puts Rails.application.config.secret_token || Rails.application.secrets.secret_key_base'")];
  return [shell("bin/rails runner 'puts Rails.application.secret_key_base'")];
}
