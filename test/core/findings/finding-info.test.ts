import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/findings/finding.ts';
import { infoOf } from '../../../src/core/findings/finding-info.ts';
import { linesOf } from '../../../src/core/findings/remedy.ts';
import { RAILS } from '../applications.ts';

const at = { cookie: '_app_session', line: 0 } as const;

describe('what a finding says', () => {
  test.each<[reason: string, Finding, string]>([
    [
      'a silent drop gives both counts and what the encoding added',
      { kind: 'silent-drop', severity: 'error', ...at, parameters: { wire: 4120, rails: 3801, encoding: 319, limit: 4096 } },
      'The session cookie “_app_session” has 4,120 bytes on the wire, over the browser’s limit of 4,096 bytes, so the browser keeps the old one; 319 bytes of them are percent-encoding, which Rails does not count (it counted 3,801 bytes and raised nothing).',
    ],
    [
      'a silent drop over the limit by its name alone gives what an older Rails counts',
      { kind: 'silent-drop', severity: 'error', ...at, parameters: { wire: 4104, rails: 4100, encoding: 4, limit: 4096 } },
      'The session cookie “_app_session” has 4,104 bytes on the wire, over the browser’s limit of 4,096 bytes, so the browser keeps the old one; before 8.1 Rails counts neither the name nor percent-encoding (it counted 4,088 bytes and raised nothing).',
    ],
    [
      'an overflow without a session says no size',
      { kind: 'cookie-overflow', severity: 'error', cookie: null, line: null, parameters: { stage: 'raised', carried: null } },
      'The session grew over 4,096 bytes: Rails raised CookieOverflow and answered with an error page and without Set-Cookie.',
    ],
    [
      'a foretold overflow gives the growth',
      {
        kind: 'cookie-overflow',
        severity: 'warning',
        cookie: 'a',
        line: null,
        parameters: { stage: 'predicted', size: 2917, grew: 1252, limit: 4096 },
      },
      'The session cookie “a” has 2,917 bytes, 1,252 bytes more than the version before: if it grows so once more, it passes Rails’ limit of 4,096 bytes.',
    ],
    [
      'near the limit, the share',
      { kind: 'near-limit', severity: 'warning', ...at, parameters: { wire: 3500, limit: 4096, session: true } },
      'The cookie “_app_session” has 3,500 bytes on the wire, 85% of the 4,096 bytes that browsers accept.',
    ],
  ])('%s', (_, finding, message) => {
    expect(infoOf(finding).message(finding)).toBe(message);
  });
});

describe('the lines to copy', () => {
  const sameSite = (cookie: string): Finding => ({ kind: 'missing-samesite', severity: 'warning', cookie, line: 0, parameters: {} });
  const secure = (session: boolean, https: boolean): Finding => ({
    kind: 'missing-secure',
    severity: 'info',
    ...at,
    parameters: { session, https },
  });
  const snapshot = (...path: readonly string[]): Finding => ({
    kind: 'record-snapshot',
    severity: 'warning',
    ...at,
    parameters: { path, columns: ['id', 'email', 'name'] },
  });

  test.each<[reason: string, Finding, readonly string[]]>([
    [
      'set SameSite on the session',
      sameSite('_app_session'),
      ['Rails.application.config.session_store :cookie_store, key: "_app_session", same_site: :lax'],
    ],
    [
      'set it on the sign-in cookie of Rails 8',
      sameSite('session_id'),
      [
        'cookies.signed.permanent[:session_id] = { value: session.id, httponly: true, same_site: :lax } # app/controllers/concerns/authentication.rb',
      ],
    ],
    [
      'set it on the remember-me cookie of Devise',
      sameSite('remember_user_token'),
      ['# config/initializers/devise.rb', 'config.rememberable_options = { same_site: :lax }'],
    ],
    [
      'run nothing that a server put into a name',
      sameSite('a#{`id`}"'),
      ['Rails.application.config.session_store :cookie_store, key: "a\\#{`id`}\\"", same_site: :lax'],
    ],
    [
      'leave Secure out where the traffic is plain http',
      secure(true, false),
      ['Rails.application.config.session_store :cookie_store, key: "_app_session", secure: Rails.env.production?'],
    ],
    ['mark any other cookie where it is written', secure(false, true), ['cookies[:_app_session] = { value: value, secure: true }']],
    [
      'claim the prefix without Rails’ underscore',
      { kind: 'prefix-available', severity: 'info', ...at, parameters: {} },
      [
        'Rails.application.config.session_store :cookie_store, key: "__Host-app_session", path: "/", secure: true',
        'Set-Cookie: __Host-app_session=…; Path=/; Secure; HttpOnly; SameSite=Lax',
      ],
    ],
    [
      'claim it for the sign-in cookie of Rails 8',
      { kind: 'prefix-available', severity: 'info', cookie: 'session_id', line: 0, parameters: {} },
      [
        'cookies.signed.permanent[:"__Host-session_id"] = { value: session.id, httponly: true, same_site: :lax, path: "/", secure: true } # app/controllers/concerns/authentication.rb',
        'Set-Cookie: __Host-session_id=…; Path=/; Secure; HttpOnly; SameSite=Lax',
      ],
    ],
    [
      'mend a refusal for its own reason',
      { kind: 'cookie-refused', severity: 'error', ...at, parameters: { reason: 'insecure-origin', session: true } },
      [
        'Rails.application.config.session_store :cookie_store, key: "_app_session", secure: Rails.env.production?',
        'Set-Cookie: _app_session=…; Path=/; HttpOnly; SameSite=Lax',
      ],
    ],
    [
      'change nothing of a cookie that a request without credentials cannot set',
      { kind: 'cookie-refused', severity: 'error', ...at, parameters: { reason: 'credentials-omitted', session: true } },
      [],
    ],
    [
      'delete a twin, whatever its name',
      {
        kind: 'shadowed-cookie',
        severity: 'error',
        cookie: 'a#{`id`}',
        line: null,
        parameters: { times: 2, differ: true, session: false },
      },
      [
        'cookies.delete(:"a\\#{`id`}", domain: "example.com") # the Domain it had',
        'cookies.delete(:"a\\#{`id`}", path: "/admin") # the Path it had',
        'Set-Cookie: a#{`id`}=; Path=/admin; Max-Age=0',
      ],
    ],
    [
      'move on from CBC alone',
      { kind: 'outdated-cipher', severity: 'info', ...at, parameters: { cbc: true, sha1: false } },
      ['Rails.application.config.action_dispatch.use_authenticated_cookie_encryption = true'],
    ],
    [
      'keep the id of a record',
      snapshot('account'),
      ['session[:account_id] = account.id', 'account = Account.find_by(id: session[:account_id])'],
    ],
    [
      'name the model of current_user',
      snapshot('current_user'),
      ['session[:current_user_id] = current_user.id', 'current_user = User.find_by(id: session[:current_user_id])'],
    ],
    [
      'name one of a list',
      snapshot('cart', 'line_items', '0'),
      ['session[:line_item_id] = line_item.id', 'line_item = LineItem.find_by(id: session[:line_item_id])'],
    ],
    [
      'name a record whose key is no Ruby name',
      snapshot('a b'),
      ['session[:record_id] = record.id', 'record = Record.find_by(id: session[:record_id])'],
    ],
  ])('%s', (_, finding, lines) => {
    expect(linesOf(infoOf(finding).remedy(finding, RAILS))).toEqual(lines);
  });
});
