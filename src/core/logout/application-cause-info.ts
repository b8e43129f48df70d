import { sessionSetting, skippedSession } from '../findings/rails-setting.ts';
import { ruby, type Snippet, shell } from '../findings/remedy.ts';
import { serverStore } from '../findings/server-store.ts';
import { message } from '../message.ts';
import type { Application } from '../readers/application.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, nameOf, ofCookie } from './prose.ts';
import { durationText } from './time-text.ts';

type ApplicationCause = Extract<
  LogoutCause,
  'signed-out' | 'lost-update' | 'timed-out' | 'csrf-reset' | 'server-revoked' | 'session-reset' | 'not-a-logout' | 'unknown'
>;

/** The prose of what the application did itself, and of what nobody did. */
export const applicationCauseInfo: CauseInfos<ApplicationCause> = {
  'signed-out': {
    message: (logout) => ofCookie(logout, ['causeSignedOutMessage', 'causeSignedOutMessageNameless']),
    why: 'causeSignedOutWhy',
    remedy: (_, { framework }) => ({
      text: message('causeSignedOutRemedy'),
      snippets: [ruby(`${framework === 'rack' ? 'session.clear' : 'reset_session'} # instead of session.delete(:user_id)`)],
    }),
    docs: 'docs/logout/signed-out.md',
  },
  'lost-update': {
    message: (logout) => message('causeLostUpdateMessage', nameOf(logout)),
    why: 'causeLostUpdateWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeLostUpdateRemedy'),
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
    message: (logout) => {
      const idle = factOf(logout, 'idle') ?? factOf(logout, 'gap');
      return idle === null
        ? message('causeTimedOutMessage', nameOf(logout))
        : message('causeTimedOutMessageAfter', nameOf(logout), durationText(idle.milliseconds));
    },
    why: 'causeTimedOutWhy',
    remedy: () => ({
      text: message('causeTimedOutRemedy'),
      snippets: [
        ruby('# config/initializers/devise.rb', 'config.timeout_in = 2.hours'),
        ruby('prepend_before_action { request.env["devise.skip_trackable"] = true } # polling that is not to keep sessions alive'),
      ],
    }),
    docs: 'docs/logout/timed-out.md',
  },
  'csrf-reset': {
    message: (logout) => message('causeCsrfResetMessage', nameOf(logout)),
    why: 'causeCsrfResetWhy',
    remedy: () => ({
      text: message('causeCsrfResetRemedy'),
      snippets: [
        ruby('protect_from_forgery with: :exception # app/controllers/application_controller.rb'),
        { language: 'erb', lines: ['<%= csrf_meta_tags %> <%# in the layout %>'] },
        {
          language: 'js',
          lines: ["fetch(url, { method: 'POST', headers: { 'X-CSRF-Token': document.querySelector('meta[name=csrf-token]').content } });"],
        },
        { language: 'nginx', lines: ['proxy_set_header Host $http_host; # nginx, when it is the Origin that does not match'] },
      ],
    }),
    docs: 'docs/logout/csrf-reset.md',
  },
  'server-revoked': {
    message: (logout) => message('causeServerRevokedMessage', nameOf(logout)),
    why: 'causeServerRevokedWhy',
    remedy: () => ({
      text: message('causeServerRevokedRemedy'),
      snippets: [
        ruby('bypass_sign_in(user) # Devise, after the change of password'),
        ruby('start_new_session_for(user) # Rails 8'),
        ruby('Session.where(user: user).pluck(:id, :created_at, :user_agent) # bin/rails console: is its row still there?'),
      ],
    }),
    docs: 'docs/logout/server-revoked.md',
  },
  'session-reset': {
    message: (logout) => message('causeSessionResetMessage', nameOf(logout)),
    why: 'causeSessionResetWhy',
    remedy: () => ({
      text: message('causeSessionResetRemedy'),
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
    message: (logout) => message('causeNotALogoutMessage', nameOf(logout)),
    why: 'causeNotALogoutWhy',
    remedy: () => ({
      text: message('causeNotALogoutRemedy'),
      snippets: [
        ruby('response.headers["Cache-Control"] = "private, no-store" # on pages that differ by user'),
        { language: 'html', lines: ['<meta name="turbo-cache-control" content="no-cache">'] },
      ],
    }),
    docs: 'docs/logout/not-a-logout.md',
  },
  unknown: {
    message: (logout) =>
      factOf(logout, 'cookies-missing') === null
        ? ofCookie(logout, ['causeUnknownMessage', 'causeUnknownMessageNameless'])
        : message('causeUnknownMessageStripped'),
    why: 'causeUnknownWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeUnknownRemedy'),
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
