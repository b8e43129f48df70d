import type { Application } from '../readers/application.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import { unlessSince } from './rails-setting.ts';
import { ruby, type Snippet, shell } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

/**
 * Moves the session to the server under the name that it has: into the cache, or into a table. Everyone signs in once more. SameSite
 * is said, since from Rails 7.1 on its default is for the cookie store alone.
 * Source: the readme of activerecord-session_store; rails/rails pull request 45688.
 */
export function serverStore(application: Application, cookie: string | null): readonly Snippet[] {
  if (application.framework === 'rack') return rackStore(cookie ?? 'rack.session');
  const options = `key: ${rubyString(cookie ?? '_app_session')}, same_site: :lax, expire_after: 30.days`;
  const cache =
    isSince(application.rails, '5.2') === false
      ? ['# config/environments/production.rb; one that all servers share', 'config.cache_store = :mem_cache_store']
      : ['# config/environments/production.rb, with gem "redis"', 'config.cache_store = :redis_cache_store, { url: ENV["REDIS_URL"] }'];
  return [
    ruby(`# config/initializers/session_store.rb`, `Rails.application.config.session_store :cache_store, ${options}`),
    ruby(...cache, ...(isSince(application.rails, '5.2') === null ? ['# before Rails 5.2: :mem_cache_store'] : [])),
    shell(
      '# or in a table:',
      'bundle add activerecord-session_store',
      'bin/rails generate active_record:session_migration',
      isSince(application.rails, '5.0') === false ? 'bin/rake db:migrate' : 'bin/rails db:migrate',
    ),
    ruby(
      `# config/initializers/session_store.rb`,
      `Rails.application.config.session_store :active_record_store, ${options}`,
      ...unlessSince(application, '4.0', 'Rails 3 has this store without the gem: rake db:sessions:create makes the table'),
    ),
  ];
}

function rackStore(cookie: string): readonly Snippet[] {
  return [
    shell('bundle add redis-rack'),
    ruby(
      'require "rack/session/redis"',
      `use Rack::Session::Redis, key: ${rubyString(cookie)}, redis_server: ENV.fetch("REDIS_URL"), expire_after: 30 * 86_400`,
    ),
  ];
}
