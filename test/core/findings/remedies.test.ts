import { describe, expect, test } from 'vitest';
import { applicationText } from '../../../src/core/findings/application-text.ts';
import type { Finding } from '../../../src/core/findings/finding.ts';
import { infoOf } from '../../../src/core/findings/finding-info.ts';
import { linesOf } from '../../../src/core/findings/remedy.ts';
import type { Application } from '../../../src/core/readers/application.ts';
import { APPLICATIONS, railsApplication } from '../applications.ts';

const at = { severity: 'warning', line: 0 } as const;
const sameSite: Finding = { kind: 'missing-samesite', ...at, cookie: '_billing_session', parameters: {} };
const secure: Finding = { kind: 'missing-secure', ...at, cookie: 'rack.session', parameters: { session: true, https: false } };
const embedded: Finding = {
  kind: 'cookie-refused',
  ...at,
  cookie: '_billing_session',
  parameters: { reason: 'third-party-blocked', session: true },
};
const marshal: Finding = {
  kind: 'marshal-serializer',
  ...at,
  cookie: 'rack.session',
  parameters: { framework: 'rack', secret: true },
};
const large: Finding = {
  kind: 'silent-drop',
  ...at,
  cookie: '_billing_session',
  parameters: { wire: 4120, rails: 3801, encoding: 319, limit: 4096 },
};

const byName = new Map(APPLICATIONS);
const known = (what: string): Application => byName.get(what) ?? railsApplication('cookie');
const linesFor = (finding: Finding, what: string): readonly string[] => linesOf(infoOf(finding).remedy(finding, known(what)));

const LAX = 'Rails.application.config.session_store :cookie_store, key: "_billing_session", same_site: :lax';
const OLD_RAILS = '# Rails before 5.0 ignores same_site: there a proxy has to add SameSite';

describe('the lines for an application', () => {
  test.each<[reason: string, finding: Finding, application: string, lines: readonly string[]]>([
    ['of which nothing is known name the other case in a comment', sameSite, 'nothing is known', [LAX, OLD_RAILS]],
    ['that may be old do so too', sameSite, 'Rails with CBC', [LAX, OLD_RAILS]],
    ['that is new enough are all there is to say', sameSite, 'Rails from 5.2', [LAX]],
    [
      'that is too old for the option have the proxy do it',
      sameSite,
      'Rails before 5.0',
      ['proxy_cookie_flags _billing_session samesite=lax; # nginx 1.19.3 and up: Rails before 5.0 writes no SameSite'],
    ],
    [
      'whose store is on the server do not move it into the cookie',
      sameSite,
      'Rails from 7.1 with a store on the server',
      [
        'Rails.application.config.session_store :cache_store, key: "_billing_session", same_site: :lax # or the store that it is kept in now',
      ],
    ],
    [
      'that may lack Partitioned say what it takes',
      embedded,
      'Rails from 7.0',
      [
        'Rails.application.config.session_store :cookie_store, key: "_billing_session", same_site: :none, secure: true, partitioned: true',
        '# partitioned takes Rack 3.1 or newer, which Rails takes from 7.1 on',
        'Set-Cookie: _billing_session=…; Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
      ],
    ],
    [
      'without Rails use Rack’s own names',
      secure,
      'rack-session 2',
      ['use Rack::Session::Cookie, key: "rack.session", secure: ENV["RACK_ENV"] == "production", secrets: ENV.fetch("SESSION_SECRET")'],
    ],
    [
      'with Rack 2 write JSON with its coder',
      marshal,
      'Rack 2',
      [
        'use Rack::Session::Cookie, key: "rack.session", coder: Rack::Session::Cookie::Base64::JSON.new, secret: ENV.fetch("SESSION_SECRET")',
      ],
    ],
    [
      'with rack-session 2 write it with an option',
      marshal,
      'rack-session 2',
      ['use Rack::Session::Cookie, key: "rack.session", serialize_json: true, secrets: ENV.fetch("SESSION_SECRET")'],
    ],
    [
      'keep the name of the session when it moves to the server',
      large,
      'Rails from 7.1',
      [
        'session[:user_id] = user.id # not the record',
        '# config/initializers/session_store.rb',
        'Rails.application.config.session_store :cache_store, key: "_billing_session", same_site: :lax, expire_after: 30.days',
        '# config/environments/production.rb, with gem "redis"',
        'config.cache_store = :redis_cache_store, { url: ENV["REDIS_URL"] }',
        '# or in a table:',
        'bundle add activerecord-session_store',
        'bin/rails generate active_record:session_migration',
        'bin/rails db:migrate',
        '# config/initializers/session_store.rb',
        'Rails.application.config.session_store :active_record_store, key: "_billing_session", same_site: :lax, expire_after: 30.days',
      ],
    ],
  ])('%s', (_, finding, application, lines) => {
    expect(linesFor(finding, application)).toEqual(lines);
  });

  test('name the serializer as its version does', () => {
    const finding: Finding = { ...marshal, kind: 'marshal-serializer', parameters: { framework: 'rails', secret: true } };
    expect(linesFor(finding, 'Rails from 7.1')[0]).toContain('= :json_allow_marshal #');
    expect(linesFor(finding, 'Rails from 5.2')).toEqual([expect.stringContaining('= :hybrid #')]);
    expect(linesFor(finding, 'nothing is known')).toHaveLength(2);
  });

  test('put the key of the identity behind reset_session', () => {
    const fixation = (key: string): Finding => ({
      kind: 'session-fixation',
      ...at,
      cookie: '_billing_session',
      parameters: { key, store: 'cookie' },
    });
    expect(linesFor(fixation('member_id'), 'Rails from 7.1').slice(1, 3)).toEqual(['reset_session', 'session[:member_id] = user.id']);
    expect(linesFor(fixation('warden.user.user.key'), 'Rails from 7.1')[2]).toMatch(/^sign_in\(user\)/);
    expect(linesFor(fixation('user_id'), 'Rack 2')).toContain('session.options[:renew] = true');
  });

  test.each<[application: string, text: string | null]>([
    ['nothing is known', null],
    ['Rails from 7.1', 'The lines are for Rails 7.1 or newer (attributes in lower case, as Rack 3 writes them).'],
    [
      'Rails before 5.0',
      'The lines are for Rails 4.0 or newer (the session is encrypted) and before 5.0 (dates that end in -0000, as Rack 1 writes them).',
    ],
    ['rack-session 2', 'The lines are for rack-session 2 (the session is encrypted).'],
    ['Rack with a store on the server', null],
  ])('tell for which version they are where %s: %s', (application, text) => {
    expect(applicationText(known(application))).toBe(text);
  });
});
