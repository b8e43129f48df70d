import { deletedCookie, plainCookie, renamedSession, sessionSetting, skippedSession } from '../findings/rails-setting.ts';
import { ruby } from '../findings/remedy.ts';
import { rubyString } from '../findings/ruby-literal.ts';
import { counted, message } from '../message.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, nameOf, ofCookie } from './prose.ts';

type ScopeCause = Extract<
  LogoutCause,
  'cross-site-request' | 'third-party-context' | 'host-changed' | 'path-changed' | 'shadowed' | 'foreign-app'
>;

/** The prose of the causes that lie in where a cookie is sent. */
export const scopeCauseInfo: CauseInfos<ScopeCause> = {
  'cross-site-request': {
    message: (logout) => ofCookie(logout, ['causeCrossSiteRequestMessage', 'causeCrossSiteRequestMessageNameless']),
    why: 'causeCrossSiteRequestWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeCrossSiteRequestRemedy'),
      snippets: [
        ...sessionSetting(application, cookie, 'same_site: :lax'),
        skippedSession(application, 'in the action that the other site posts to'),
        ruby('redirect_to payment_result_path(params[:reference]), status: :see_other'),
        ...sessionSetting(application, cookie, 'same_site: :none, secure: true'),
      ],
    }),
    docs: 'docs/logout/cross-site-request.md',
  },
  'third-party-context': {
    message: (logout) => message('causeThirdPartyContextMessage', nameOf(logout)),
    why: 'causeThirdPartyContextWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeThirdPartyContextRemedy'),
      snippets: [
        ...sessionSetting(application, cookie, 'same_site: :none, secure: true, partitioned: true'),
        plainCookie(cookie, 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned'),
        ruby('response.headers["Content-Security-Policy"] = "frame-ancestors https://partner.example"'),
      ],
    }),
    docs: 'docs/logout/third-party-context.md',
  },
  'host-changed': {
    message: (logout) => {
      const moved = factOf(logout, 'another-host');
      return moved === null
        ? message('causeHostChangedMessage', nameOf(logout))
        : message('causeHostChangedMessageHosts', nameOf(logout), moved.cookieHost, moved.host);
    },
    why: 'causeHostChangedWhy',
    remedy: (logout, application) => {
      const { cookie } = logout;
      const moved = factOf(logout, 'another-host');
      const [from, to] = [moved?.host ?? 'www.example.com', moved?.cookieHost ?? 'example.com'];
      return {
        text: message('causeHostChangedRemedy'),
        snippets: [
          ruby(
            '# config/routes.rb',
            `constraints(host: ${rubyString(from)}) do`,
            '  match "/(*path)", via: :all, to: redirect { |_, request|',
            `    request.protocol + ${rubyString(to)} + request.port_string + request.fullpath`,
            '  }',
            'end',
          ),
          ruby(`config.action_mailer.default_url_options = { host: ${rubyString(to)} }`),
          ...sessionSetting(application, cookie, 'domain: :all'),
        ],
      };
    },
    docs: 'docs/logout/host-changed.md',
  },
  'path-changed': {
    message: (logout) => {
      const moved = factOf(logout, 'another-path');
      return moved === null
        ? message('causePathChangedMessage', nameOf(logout))
        : message('causePathChangedMessagePaths', nameOf(logout), moved.cookiePath, moved.path);
    },
    why: 'causePathChangedWhy',
    remedy: (logout, application) => ({
      text: message('causePathChangedRemedy'),
      snippets: [
        ...sessionSetting(application, logout.cookie, 'path: "/"'),
        deletedCookie(
          application,
          logout.cookie,
          `path: ${rubyString(factOf(logout, 'another-path')?.cookiePath ?? '/admin')}`,
          'the Path it had',
        ),
      ],
    }),
    docs: 'docs/logout/path-changed.md',
  },
  shadowed: {
    message: (logout) => {
      const times = factOf(logout, 'carried-twice')?.times ?? 2;
      return times === 2 ? message('causeShadowedMessage', nameOf(logout)) : counted('causeShadowedMessageCount', times, nameOf(logout));
    },
    why: 'causeShadowedWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeShadowedRemedy'),
      snippets: [
        deletedCookie(application, cookie, 'domain: "example.com"', 'the Domain it had'),
        deletedCookie(application, cookie, 'path: "/admin"', 'the Path it had'),
        ...renamedSession(application, cookie, `${cookie ?? '_app_session'}_v2`, 'domain: nil, path: "/"'),
      ],
    }),
    docs: 'docs/logout/shadowed.md',
  },
  'foreign-app': {
    message: (logout) => {
      const other = factOf(logout, 'another-application');
      return other === null
        ? message('causeForeignAppMessage', nameOf(logout))
        : message('causeForeignAppMessageOrigins', nameOf(logout), other.origin, other.cookieOrigin);
    },
    why: 'causeForeignAppWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeForeignAppRemedy'),
      snippets: [
        ...renamedSession(application, cookie, `${cookie ?? '_app_session'}_admin`, 'same_site: :lax'),
        { language: 'text', lines: ['http://shop.localhost:3000 and http://admin.localhost:3001'] },
      ],
    }),
    docs: 'docs/logout/foreign-app.md',
  },
};
