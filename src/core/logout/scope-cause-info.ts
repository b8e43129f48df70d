import { deletedCookie, plainCookie, renamedSession, sessionSetting, skippedSession } from '../findings/rails-setting.ts';
import { ruby } from '../findings/remedy.ts';
import { rubyString } from '../findings/ruby-literal.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, sentence, theCookie } from './prose.ts';

type ScopeCause = Extract<
  LogoutCause,
  'cross-site-request' | 'third-party-context' | 'host-changed' | 'path-changed' | 'shadowed' | 'foreign-app'
>;

/** The prose of the causes that lie in where a cookie is sent. */
export const scopeCauseInfo: CauseInfos<ScopeCause> = {
  'cross-site-request': {
    title: 'The request came from another site',
    message: (logout) =>
      `The browser kept ${theCookie(logout)} back because this request came from another site and its SameSite does not allow that, so the server saw a stranger and started over.`,
    why: 'SameSite=Lax goes with links from other sites but not with forms that they send; Strict goes with neither. The way back from a payment page or an identity provider (SAML, OAuth with response_mode=form_post) is such a form, a link in a mail is enough for Strict. The server finds no session, and what it then writes, be it a flash or a new CSRF token, replaces the session that the browser had kept back.',
    remedy: ({ cookie }, application) => ({
      text: 'Answer the cross-site request without touching the session, and redirect (303) to a page of your own that goes on: that request is same-site again and carries the cookie. With Strict, Lax is enough for links. SameSite=None gives protection away and is the last resort.',
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
    title: 'Inside a frame of another site',
    message: (logout) =>
      `The page runs in a frame of another site, where ${theCookie(logout)} is a third-party cookie; without SameSite=None, Secure and Partitioned the browser never sent it again, so the sign-in did not stick.`,
    why: 'A cookie that is set in a frame inside another site is only kept and sent with SameSite=None; Secure, and browsers that block third-party cookies take it only when it is Partitioned too: then it has a jar of its own for each site that embeds the page. At the top level the same application works, which is why nobody notices.',
    remedy: ({ cookie }, application) => ({
      text: 'Mark the session for use in frames, and allow the sites that may embed the page. Or open the sign-in at the top level.',
      snippets: [
        ...sessionSetting(application, cookie, 'same_site: :none, secure: true, partitioned: true'),
        plainCookie(cookie, 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned'),
        ruby('response.headers["Content-Security-Policy"] = "frame-ancestors https://partner.example"'),
      ],
    }),
    docs: 'docs/logout/third-party-context.md',
  },
  'host-changed': {
    title: 'The host changed',
    message: (logout) => {
      const moved = factOf(logout, 'another-host');
      return moved === null
        ? `${sentence(theCookie(logout))} belongs to one host and this request went to another, so it came without a session.`
        : `${sentence(theCookie(logout))} belongs to ${moved.cookieHost} alone and this request went to ${moved.host}, so it came without a session.`;
    },
    why: 'A cookie without Domain goes back to the very host that set it: www.example.com and example.com are two, and so are localhost and 127.0.0.1. A link, a redirect or a mailer with the other spelling leads to a page where nobody is signed in. The port makes no difference.',
    remedy: (logout, application) => {
      const { cookie } = logout;
      const moved = factOf(logout, 'another-host');
      const [from, to] = [moved?.host ?? 'www.example.com', moved?.cookieHost ?? 'example.com'];
      return {
        text: 'Decide for one host, redirect the others to it, and make mails and redirects with it. If several subdomains are to share the sign-in, give the session a Domain (delete the old cookie, which would shadow it).',
        snippets: [
          ruby(
            `constraints(host: ${rubyString(from)}) { match "/(*path)", via: :all, to: redirect { |_, request| request.protocol + ${rubyString(to)} + request.port_string + request.fullpath } } # config/routes.rb`,
          ),
          ruby(`config.action_mailer.default_url_options = { host: ${rubyString(to)} }`),
          ...sessionSetting(application, cookie, 'domain: :all'),
        ],
      };
    },
    docs: 'docs/logout/host-changed.md',
  },
  'path-changed': {
    title: 'The path is not covered',
    message: (logout) => {
      const moved = factOf(logout, 'another-path');
      return moved === null
        ? `${sentence(theCookie(logout))} has a Path that does not cover this request, so it came without a session.`
        : `${sentence(theCookie(logout))} is only sent below ${moved.cookiePath} and this request went to ${moved.path}, so it came without a session.`;
    },
    why: 'The browser sends a cookie only to addresses below its Path. Rails sets “/” unless the session has a path of its own or the application is mounted below another address (relative_url_root, a proxy that rewrites the path); a cookie without any Path gets the folder of the page that set it.',
    remedy: (logout, application) => ({
      text: 'Set the path that covers all of the application, usually “/”. The old cookie stays beside the new one on its own path and shadows it there: delete it for a while.',
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
    title: 'A second cookie of the same name',
    message: (logout) => {
      const times = factOf(logout, 'carried-twice')?.times ?? 2;
      return `The browser sends ${times === 2 ? 'two cookies' : `${times} cookies`} named “${logout.cookie ?? ''}” that differ in Domain or Path, and the server read the one in which nobody is signed in.`;
    },
    why: 'Name, domain and path together are a cookie’s identity, so a change of Domain or Path leaves the old cookie in place beside the new. Both are sent, Rack reads the first, and that is the one with the longer path or, among equals, the one that was made first: Chromium puts a cookie that is written anew behind one that is left alone, so the dead twin comes first and stays there.',
    remedy: ({ cookie }, application) => ({
      text: 'Delete the twin with the very Domain or Path that it has, for as long as browsers hold it, or give the session a new name, which nothing can shadow.',
      snippets: [
        deletedCookie(application, cookie, 'domain: "example.com"', 'the Domain it had'),
        deletedCookie(application, cookie, 'path: "/admin"', 'the Path it had'),
        ...renamedSession(application, cookie, `${cookie ?? '_app_session'}_v2`, 'domain: nil, path: "/"'),
      ],
    }),
    docs: 'docs/logout/shadowed.md',
  },
  'foreign-app': {
    title: 'Another application overwrote it',
    message: (logout) => {
      const other = factOf(logout, 'another-application');
      return other === null
        ? `Another application on the same host writes a cookie named “${logout.cookie ?? ''}” too and overwrote the session.`
        : `${other.origin} writes a cookie named “${logout.cookie ?? ''}” too and overwrote the session of ${other.cookieOrigin}: to cookies both are one host.`;
    },
    why: 'Cookies know hosts and not ports: what localhost:3001 sets replaces the cookie of the same name that localhost:3000 set. The application then gets a value that another secret sealed, takes it for none and starts over, which overwrites the other’s session in turn. Two checkouts of one application, or two made from one template, share the name.',
    remedy: ({ cookie }, application) => ({
      text: 'Give each application a session name of its own, or each its own host name: names below localhost need no set-up.',
      snippets: [
        ...renamedSession(application, cookie, `${cookie ?? '_app_session'}_admin`, 'same_site: :lax'),
        { language: 'text', lines: ['http://shop.localhost:3000 and http://admin.localhost:3001'] },
      ],
    }),
    docs: 'docs/logout/foreign-app.md',
  },
};
