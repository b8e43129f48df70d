import { describe, expect, test } from 'vitest';
import { openCookie, recogniseCookie, unreadCookie } from '../../../src/core/readers/index.ts';
import { SECRET, sealGcm, sealSigned, wrap } from './seal.ts';
import { keyringFrom } from './vectors.ts';

const keyring = await keyringFrom([SECRET]);
const ID = '0123456789abcdef0123456789abcdef';
const SESSION = '{"session_id":"0"}';
const REMEMBER = '[[1],"$2a$12$abcdefghijklmnopqrstuv","1768478400.123"]';

describe('what a cookie is for', () => {
  test.each([
    ['session', 'an encrypted session', '_shop_session', sealGcm(SESSION)],
    ['session', 'an encrypted session of any name', 'shop', sealGcm(SESSION)],
    ['session', 'a session of the application’s keys alone, by its name', '_shop_session', sealGcm('{"cart":[]}')],
    ['session', 'a signed session of Rails 3', '_shop_session', sealSigned(SESSION)],
    ['session', 'an id of a session on the server', '_shop_session', ID],
    ['session', 'damage under a session’s name', '_shop_session', 'x'],
    ['rails8-session-id', 'the sign-in of Rails 8', 'session_id', sealSigned(wrap('17', { pur: 'cookie.session_id' }))],
    ['rails8-session-id', 'the sign-in of Rails 8 with a prefix', '__Host-session_id', sealSigned(wrap('"a-uuid"'))],
    ['remember-token', 'Devise’s rememberable', 'remember_user_token', sealSigned(wrap(REMEMBER))],
    ['remember-token', 'that of another scope', 'remember_admin_user_token', sealSigned(REMEMBER)],
    ['signed-cookie', 'a signed value', 'cart', sealSigned('17')],
    ['signed-cookie', 'a signed hash without a session’s keys', 'cart', sealSigned('{"a":1}')],
    ['encrypted-cookie', 'an encrypted value', 'cart', sealGcm('17')],
    ['encrypted-cookie', 'an encrypted hash without a session’s keys', 'cart', sealGcm('{"a":1}')],
  ])('%s: %s', async (role, _what, name, value) => {
    expect(await openCookie({ name, value, httpOnly: true }, keyring, 0)).toMatchObject({ role });
  });

  test.each([
    ['session', 'a session’s name', '_shop_session', sealGcm(SESSION)],
    ['encrypted-cookie', 'another name', 'cart', sealGcm(SESSION)],
    ['rails8-session-id', 'the sign-in of Rails 8', 'session_id', sealSigned('1')],
    ['signed-cookie', 'a signed value of another name', 'cart', sealSigned('1')],
    ['session', 'Rack’s name', 'rack.session', 'BAh7AA=='],
  ])('%s is told before anything is opened by %s', (role, _what, name, value) => {
    const recognition = recogniseCookie({ name, value });
    if (recognition === null) throw new Error('taken for a plain cookie');
    const { framework, layout } = recognition;
    expect(unreadCookie({ name, value }, recognition)).toMatchObject({ role, framework, layout, state: 'sealed', key: null, parts: [] });
  });

  test('an encrypted session that no secret opens is still told by its name alone', async () => {
    const value = sealGcm(SESSION, { secret: 'another' });
    expect(await openCookie({ name: '_shop_session', value }, keyring, 0)).toMatchObject({ role: 'session', failure: 'wrong-key' });
    expect(await openCookie({ name: 'shop', value }, keyring, 0)).toMatchObject({ role: 'encrypted-cookie', failure: 'wrong-key' });
  });
});
