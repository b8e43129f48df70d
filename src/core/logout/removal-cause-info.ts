import { renamedSession, sessionSetting, skippedSession } from '../findings/rails-setting.ts';
import { ruby, shell } from '../findings/remedy.ts';
import { rubyString } from '../findings/ruby-literal.ts';
import { serverStore } from '../findings/server-store.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, factsOf, sentence, theCookie } from './prose.ts';

type RemovalCause = Extract<
  LogoutCause,
  | 'store-evicted'
  | 'store-not-shared'
  | 'never-stored'
  | 'cleared-by-server'
  | 'cleared-by-stale-client'
  | 'prefetched-sign-out'
  | 'cached-response'
>;

/** The prose of the causes that lie in a store on the server, and in answers that remove or replace the session. */
export const removalCauseInfo: CauseInfos<RemovalCause> = {
  'store-evicted': {
    title: 'The store has lost the session',
    message: (logout) =>
      `The browser sent the id in ${theCookie(logout)} that it had been given, and the server answered with another: its store does not know the session any more.`,
    why: 'The cookie is only an id; the session is in a cache, in Redis or in a table. A cache that is full throws the oldest entries away, one that restarts forgets all, sessions expire there sooner than in the browser, a task trims the table. Rails then begins an empty session under a new id.',
    remedy: ({ cookie }, application) => ({
      text: 'Keep sessions where nothing evicts them: a Redis of their own with noeviction, or the database; let the store’s expiry be no shorter than the cookie’s; trim only what is older than that.',
      snippets: [
        ...serverStore(application, cookie),
        shell('redis-cli config set maxmemory-policy noeviction # on a Redis for sessions alone'),
        ...(application.framework === 'rack' ? [] : [shell('SESSION_DAYS_TRIM_THRESHOLD=30 bin/rails db:sessions:trim')]),
      ],
    }),
    docs: 'docs/logout/store-evicted.md',
  },
  'store-not-shared': {
    title: 'The store is not shared',
    message: (logout) =>
      `One and the same id in ${theCookie(logout)} is known to one response and unknown to the next: each server process keeps its own sessions.`,
    why: 'A memory store, or a file store on each machine, is there once per process or machine. Which of them answers is chance, so the sign-in comes and goes with every reload until an answer replaces the id.',
    remedy: ({ cookie }, application) => ({
      text: 'Use a store that all processes share, or keep the session in the cookie.',
      snippets: [...serverStore(application, cookie), ...sessionSetting({ ...application, store: 'cookie' }, cookie, 'same_site: :lax')],
    }),
    docs: 'docs/logout/store-not-shared.md',
  },
  'never-stored': {
    title: 'The session was never stored',
    message: (logout) =>
      logout.cookie === null
        ? 'The sign-in was accepted, but its answer set no session that lasts, so the next request was a stranger’s.'
        : `The sign-in was accepted, but nothing of it was kept: ${theCookie(logout)} that came with it is not known to the next request.`,
    why: 'There is a session for the length of the request and nothing keeps it: an API-only application has no session middleware, the action says :skip, forgery protection uses a null session, or the session is in a cache that is a null store, as in development until rails dev:cache.',
    remedy: ({ cookie }, application) => ({
      text: 'Add the middleware, or switch the store on. In development, switch caching on or keep the session in the cookie there.',
      snippets:
        application.framework === 'rack'
          ? sessionSetting({ ...application, store: 'cookie' }, cookie, 'same_site: :lax')
          : [
              shell('bin/rails dev:cache # development: switches the cache on'),
              ruby(
                '# config/application.rb, API-only',
                `config.session_store :cookie_store, key: ${rubyString(cookie ?? '_app_session')}`,
                'config.middleware.use ActionDispatch::Cookies',
                'config.middleware.use config.session_store, config.session_options',
              ),
            ],
    }),
    docs: 'docs/logout/never-stored.md',
  },
  'cleared-by-server': {
    title: 'The server deleted the cookie',
    message: (logout) =>
      `The server deleted ${theCookie(logout)} in the answer to a request that is no sign-out and that carried the current session.`,
    why: 'The response says to forget the cookie: an empty value, an expiry in the past, Max-Age=0 or Clear-Site-Data. It may be an error handler, a “log out everywhere”, a middleware that tidies up cookies, or a sign-out at an address that does not look like one.',
    remedy: () => ({
      text: 'Look in the action of this request, and in what runs before and after it, for what deletes cookies.',
      snippets: [shell('grep -rn "cookies.delete\\|cookies.clear\\|session.destroy\\|sign_out\\|Clear-Site-Data" app lib config')],
    }),
    docs: 'docs/logout/cleared-by-server.md',
  },
  'cleared-by-stale-client': {
    title: 'A stale page deleted the session',
    message: (logout, clock) => {
      const old = factOf(logout, 'carried-old-version');
      const version = old === null || old.setAt === null ? 'an older version of the session' : `the version of ${clock(old.setAt)}`;
      return `The answer that deleted ${theCookie(logout)} was not meant for this session: its request carried ${version} and not the current one.`;
    },
    why: 'A request that had begun with an outdated session, from a stale tab, a slow background request or a client with a cookie jar of its own, was answered with “forget the cookie”. The browser does not ask which version was meant and removes the current one, of somebody who had signed in meanwhile.',
    remedy: (_, application) => ({
      text: 'Do not delete the cookie just because its session is not valid: answer 401 and leave it, or reset the session, and only where the user asked for it. Stop background requests when the page is hidden.',
      snippets: [
        ruby('head :unauthorized # instead of cookies.delete(…) where a session is not valid'),
        skippedSession(application, 'in polling actions'),
      ],
    }),
    docs: 'docs/logout/cleared-by-stale-client.md',
  },
  'prefetched-sign-out': {
    title: 'The sign-out link was prefetched',
    message: (logout) => {
      const how = factOf(logout, 'not-a-visit')?.as === 'subresource' ? 'as a part of a page' : 'ahead of time';
      return `Nobody clicked: the browser fetched the sign-out address ${how}, the server took the GET for a sign-out and the user out of ${theCookie(logout)}.`;
    },
    why: 'Browsers, Turbo (on hover, since version 8), speculation rules and extensions fetch links before they are clicked, and an image can point anywhere. GET must not change anything; a sign-out that answers to GET is triggered by all of them.',
    remedy: () => ({
      text: 'Sign out by DELETE (a button that sends a form), and take GET off the route. Until then keep the link from being fetched ahead.',
      snippets: [
        { language: 'erb', lines: ['<%= button_to "Sign out", destroy_user_session_path, method: :delete %>'] },
        ruby('config.sign_out_via = :delete # config/initializers/devise.rb'),
        ruby('delete "/sign_out", to: "sessions#destroy" # config/routes.rb: no get'),
        { language: 'erb', lines: ['<%= link_to "Sign out", sign_out_path, data: { turbo_prefetch: false } %>'] },
        ruby(
          'return head(:no_content) if request.headers["Sec-Purpose"].to_s.start_with?("prefetch") || request.headers["X-Sec-Purpose"] == "prefetch"',
        ),
      ],
    }),
    docs: 'docs/logout/prefetched-sign-out.md',
  },
  'cached-response': {
    title: 'A cache handed out another session',
    message: (logout) => {
      const fields = factsOf(logout, 'from-cache').map(({ field }) => field);
      const how = fields.length === 0 ? '' : ` (${fields.join(', ')})`;
      return `${sentence(theCookie(logout))} was replaced by a Set-Cookie that came out of a cache${how}: an old session, or somebody else’s.`;
    },
    why: 'A CDN or proxy kept a response together with its Set-Cookie and answers others with it. Whoever gets it has the session of whoever made it: signed out at best, signed in as a stranger at worst. Sealed values never repeat by chance, so the same value in two answers is proof.',
    remedy: ({ cookie }, application) => ({
      text: 'Keep responses with a session out of shared caches, write none on pages that are to be cached, and set the CDN not to store Set-Cookie. Then purge it, and sign everybody out whose session it may have given away.',
      snippets: [
        ruby('response.headers["Cache-Control"] = "private, no-store" # where the session is written'),
        skippedSession(application, 'on pages that are public'),
        { language: 'http', lines: ['Cache-Control: private, no-store'] },
        ...renamedSession(application, cookie, `${cookie ?? '_app_session'}_v2`, 'same_site: :lax'),
      ],
    }),
    docs: 'docs/logout/cached-response.md',
  },
};
