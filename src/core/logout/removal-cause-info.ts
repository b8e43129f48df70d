import { renamedSession, sessionSetting, skippedSession } from '../findings/rails-setting.ts';
import { ruby, shell } from '../findings/remedy.ts';
import { rubyString } from '../findings/ruby-literal.ts';
import { serverStore } from '../findings/server-store.ts';
import { message } from '../message.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, factsOf, nameOf, ofCookie } from './prose.ts';

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
    message: (logout) => message('causeStoreEvictedMessage', nameOf(logout)),
    why: 'causeStoreEvictedWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeStoreEvictedRemedy'),
      snippets: [
        ...serverStore(application, cookie),
        shell('redis-cli config set maxmemory-policy noeviction # on a Redis for sessions alone'),
        ...(application.framework === 'rack' ? [] : [shell('SESSION_DAYS_TRIM_THRESHOLD=30 bin/rails db:sessions:trim')]),
      ],
    }),
    docs: 'docs/logout/store-evicted.md',
  },
  'store-not-shared': {
    message: (logout) => message('causeStoreNotSharedMessage', nameOf(logout)),
    why: 'causeStoreNotSharedWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeStoreNotSharedRemedy'),
      snippets: [...serverStore(application, cookie), ...sessionSetting({ ...application, store: 'cookie' }, cookie, 'same_site: :lax')],
    }),
    docs: 'docs/logout/store-not-shared.md',
  },
  'never-stored': {
    message: (logout) => ofCookie(logout, ['causeNeverStoredMessage', 'causeNeverStoredMessageNothingSet']),
    why: 'causeNeverStoredWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeNeverStoredRemedy'),
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
    message: (logout) => ofCookie(logout, ['causeClearedByServerMessage', 'causeClearedByServerMessageNameless']),
    why: 'causeClearedByServerWhy',
    remedy: () => ({
      text: message('causeClearedByServerRemedy'),
      snippets: [shell('grep -rn "cookies.delete\\|cookies.clear\\|session.destroy\\|sign_out\\|Clear-Site-Data" app lib config')],
    }),
    docs: 'docs/logout/cleared-by-server.md',
  },
  'cleared-by-stale-client': {
    message: (logout, clock) => {
      const setAt = factOf(logout, 'carried-old-version')?.setAt ?? null;
      return setAt === null
        ? message('causeClearedByStaleClientMessage', nameOf(logout))
        : message('causeClearedByStaleClientMessageSetAt', nameOf(logout), clock(setAt));
    },
    why: 'causeClearedByStaleClientWhy',
    remedy: (_, application) => ({
      text: message('causeClearedByStaleClientRemedy'),
      snippets: [
        ruby('head :unauthorized # instead of cookies.delete(…) where a session is not valid'),
        skippedSession(application, 'in polling actions'),
      ],
    }),
    docs: 'docs/logout/cleared-by-stale-client.md',
  },
  'prefetched-sign-out': {
    message: (logout) => {
      const isSubresource = factOf(logout, 'not-a-visit')?.as === 'subresource';
      return message(isSubresource ? 'causePrefetchedSignOutMessageSubresource' : 'causePrefetchedSignOutMessage', nameOf(logout));
    },
    why: 'causePrefetchedSignOutWhy',
    remedy: () => ({
      text: message('causePrefetchedSignOutRemedy'),
      snippets: [
        { language: 'erb', lines: ['<%= button_to "Sign out", destroy_user_session_path, method: :delete %>'] },
        ruby('# config/initializers/devise.rb', 'config.sign_out_via = :delete'),
        ruby('# config/routes.rb: no get', 'delete "/sign_out", to: "sessions#destroy"'),
        { language: 'erb', lines: ['<%= link_to "Sign out", sign_out_path, data: { turbo_prefetch: false } %>'] },
        ruby(
          'return head(:no_content) if request.headers["Sec-Purpose"].to_s.start_with?("prefetch") || request.headers["X-Sec-Purpose"] == "prefetch"',
        ),
      ],
    }),
    docs: 'docs/logout/prefetched-sign-out.md',
  },
  'cached-response': {
    message: (logout) => {
      const fields = factsOf(logout, 'from-cache').map(({ field }) => field);
      return fields.length === 0
        ? message('causeCachedResponseMessage', nameOf(logout))
        : message('causeCachedResponseMessageFields', nameOf(logout), fields.join(', '));
    },
    why: 'causeCachedResponseWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeCachedResponseRemedy'),
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
