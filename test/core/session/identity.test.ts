import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/core/serializers/json.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { identitiesChange, identitiesOf, identityChange, identityOf, isIdentityKey } from '../../../src/core/session/identity.ts';

function json(text: string): RubyValue {
  const read = readJson(text);
  if (!read.ok) throw new SyntaxError(read.failure.code);
  return read.value;
}

const none = { keys: [] };

describe('who is signed in', () => {
  test.each<[reason: string, session: string, key: string, id: string, scope: string | null]>([
    ['Devise: the id, not the salt', '{"warden.user.user.key":[[7],"$2a$12$abc"]}', 'warden.user.user.key', '7', 'user'],
    ['Devise with another scope', '{"warden.user.admin.key":[[7],"x"]}', 'warden.user.admin.key', '7', 'admin'],
    ['Devise before 2.1, with the class', '{"warden.user.user.key":["User",[7],"x"]}', 'warden.user.user.key', '7', 'user'],
    ['a Warden serializer of one’s own', '{"warden.user.default.key":"u-7"}', 'warden.user.default.key', 'u-7', 'default'],
    ['Sorcery, and by hand', '{"user_id":42}', 'user_id', '42', null],
    ['a UUID', '{"user_id":"6f9619ff-8b86"}', 'user_id', '6f9619ff-8b86', null],
    ['by hand with a scope', '{"admin_user_id":1}', 'admin_user_id', '1', 'admin'],
    ['a whole record is its id', '{"current_user":{"id":7,"name":"Ann"}}', 'current_user', '7', null],
    ['current_user_id', '{"current_user_id":7}', 'current_user_id', '7', 'current'],
    ['account_id', '{"account_id":9}', 'account_id', '9', null],
    ['a session token', '{"session_token":"t"}', 'session_token', 't', null],
    ['Authlogic goes by the id', '{"user_credentials":"abc","user_credentials_id":3}', 'user_credentials_id', '3', null],
    ['Authlogic with another model', '{"member_credentials":"abc","member_credentials_id":3}', 'member_credentials_id', '3', null],
    [
      'Warden goes before ids, and ids before tokens',
      '{"session_token":"t","user_id":1,"warden.user.user.key":[[2],"x"]}',
      'warden.user.user.key',
      '2',
      'user',
    ],
  ])('%s', (_, session, key, id, scope) => {
    expect(identityOf(json(session), none)).toEqual({ key, id, scope });
  });

  test.each<[reason: string, session: string]>([
    ['an anonymous session', '{"session_id":"0a","_csrf_token":"b","flash":{}}'],
    ['a nil id', '{"user_id":null}'],
    ['an empty list of Warden', '{"warden.user.user.key":[]}'],
    ['Warden’s other keys', '{"warden.user.user.session":{"last_request_at":1}}'],
    ['OmniAuth alone signs nobody in', '{"omniauth.state":"s","omniauth.params":{},"omniauth.origin":"/"}'],
    ['the session’s own id', '{"session_id":"0a"}'],
    ['credentials that are not Authlogic’s', '{"aws_credentials":"x"}'],
    ['a key further down', '{"cart":{"user_id":1}}'],
    ['words that only look like it', '{"user_ids":[1],"superuser":1,"account":1}'],
  ])('nobody: %s', (_, session) => {
    expect(identityOf(json(session), none)).toBeNull();
  });

  test('a key that the user names goes first', () => {
    expect(identityOf(json('{"user_id":1,"member":"m-1"}'), { keys: ['member'] })).toEqual({ key: 'member', id: 'm-1', scope: null });
    expect(isIdentityKey('member', ['member'])).toBe(true);
    expect(isIdentityKey('member')).toBe(false);
  });

  test.each<[reason: string, path: string, id: string | null]>([
    ['a nested key is named with dots', 'auth.member', '7'],
    ['a key that has dots itself', 'warden.user.user.session.member', '8'],
    ['a key at the top goes before a path', 'auth.top', '9'],
    ['an array on the way is no hash', 'cart.0', null],
    ['nothing there', 'auth.nobody', null],
    ['nil', 'auth.gone', null],
  ])('%s', (_, path, id) => {
    const session = json('{"auth":{"member":7,"top":1,"gone":null},"warden.user.user.session":{"member":8},"auth.top":9,"cart":[1]}');
    expect(identityOf(session, { keys: [path] })?.id ?? null).toBe(id);
  });

  test('cookies that sign in by themselves are their value', () => {
    expect(identityOf(json('41'), { keys: [], role: 'rails8-session-id' })).toEqual({ key: 'session_id', id: '41', scope: null });
    expect(identityOf(json('[[7],"salt","1760000000.1"]'), { keys: [], role: 'remember-token' })).toEqual({
      key: 'remember_user_token',
      id: '7',
      scope: null,
    });
    expect(identityOf(json('41'), none)).toBeNull();
  });
});

describe('what became of it', () => {
  test.each<[reason: string, before: string, after: string, expected: string | null]>([
    ['appeared', '{}', '{"user_id":1}', 'signed-in'],
    ['went', '{"user_id":1}', '{}', 'signed-out'],
    ['another person', '{"user_id":1}', '{"user_id":2}', 'switched'],
    ['the same, as text', '{"user_id":1}', '{"user_id":"1"}', null],
    ['another salt: a new password', '{"warden.user.user.key":[[7],"a"]}', '{"warden.user.user.key":[[7],"b"]}', null],
    ['the token of the same person', '{"user_id":1,"session_token":"a"}', '{"user_id":1,"session_token":"b"}', null],
    [
      'a second scope',
      '{"warden.user.user.key":[[7],"a"]}',
      '{"warden.user.user.key":[[7],"a"],"warden.user.admin.key":[[1],"a"]}',
      'signed-in',
    ],
    [
      'one of two scopes',
      '{"warden.user.user.key":[[7],"a"],"warden.user.admin.key":[[1],"a"]}',
      '{"warden.user.admin.key":[[1],"a"]}',
      'signed-out',
    ],
    ['another key for the same person', '{"user_id":1}', '{"account_id":1}', null],
    ['nobody before and after', '{}', '{}', null],
  ])('%s', (_, before, after, expected) => {
    expect(identitiesChange(identitiesOf(json(before), none), identitiesOf(json(after), none))).toBe(expected);
  });

  test('between two single ones', () => {
    const ann = { key: 'user_id', id: '1', scope: null };
    expect(identityChange(null, ann)).toBe('signed-in');
    expect(identityChange(ann, null)).toBe('signed-out');
    expect(identityChange(ann, { ...ann, id: '2' })).toBe('switched');
    expect(identityChange(ann, ann)).toBeNull();
  });
});
