import { describe, expect, test } from 'vitest';
import { decodeFormEncoding } from '../../../src/core/cookies/form-encoding.ts';
import { LONGEST_VALUE } from '../../../src/core/readers/cookie-names.ts';
import { openCookie, recogniseCookie } from '../../../src/core/readers/index.ts';
import { escapeValue, sealCbc, sealGcm, sealSigned, wrap } from './seal.ts';

const HEX_32 = '0123456789abcdef0123456789abcdef';
const SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const BASE64_20 = 'QUJDREVGR0hJSktMTU5PUFFSU1Q=';

describe('plain cookies are none of a reader’s', () => {
  test.each([
    ['a preference', 'theme', 'dark'],
    ['nothing, under a plain name', 'theme', ''],
    ['Google Analytics', '_ga', 'GA1.2.1183429571.1700000000'],
    ['Google Analytics 4', '_ga_ABCDEF1234', 'GS1.1.1700000000.3.1.1700000123.0.0.0'],
    ['Hotjar, whose name says session', '_hjSession_123456', 'eyJpZCI6IjEyMyIsImMiOjE3MDAwMDAwMDB9'],
    ['a JSON Web Token', 'jwt', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw'],
    ['a JSON Web Token with dashes', 'token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln--YXR1cmU'],
    ['words with dashes between them', 'utm', 'spring--sale'],
    ['a slug that ends in hex', 'ab_test', 'checkout--beef'],
    ['digits that are base64 of JSON by chance', 'ab_test', 'MTIz--ab'],
    ['three words', 'ab_test', 'blue--big--button'],
    ['three words of base64 length', 'ab_test', 'abcd--abcdefghijklmnop--test'],
    ['a word and a checksum', 'visit', `someword--${SHA1}`],
    ['a UUID', 'visitor', '123e4567-e89b-12d3-a456-426614174000'],
    ['32 hex digits that scripts may read', 'visitor', HEX_32],
    ['an id of PHP', 'PHPSESSID', HEX_32],
    ['a session of Laravel, which another reader will know', 'laravel_session', 'eyJpdiI6IlRlc3QiLCJ2YWx1ZSI6IlRlc3QifQ%3D%3D'],
    ['an array of URL-encoded text', 'prefs', '%5B%22a%22%5D'],
    ['a broken escape', 'prefs', '%zz--%'],
    ['a value as large as none can be', 'blob', 'a'.repeat(LONGEST_VALUE + 1)],
  ])('%s', async (_what, name, value) => {
    expect(recogniseCookie({ name, value })).toBeNull();
    expect(await openCookie({ name, value }, [], 0)).toBeNull();
  });

  test('the id of PHP stays one even with HttpOnly', () => {
    expect(recogniseCookie({ name: 'PHPSESSID', value: HEX_32, httpOnly: true })).toBeNull();
  });
});

describe('sealed values are known by their shape, under any name', () => {
  test.each([
    ['AES-GCM', sealGcm('{"a":1}'), 'encrypted-gcm'],
    ['AES-CBC', sealCbc('{"a":1}'), 'encrypted-cbc'],
    ['AES-CBC of many blocks', sealCbc('x'.repeat(500)), 'encrypted-cbc'],
    ['a signed session', sealSigned('{"a":1}'), 'signed'],
    ['a signed number', sealSigned('1'), 'signed'],
    ['a signed envelope', sealSigned(wrap('1')), 'signed'],
    ['a signed string that looks like the inside of AES-CBC', sealSigned('"QUJDREVGR0hJSktMTU5PUA==--QUJDREVGR0hJSktMTU5PUA=="'), 'signed'],
    ['a signed string of the length and the dashes of AES-CBC', sealSigned(`"${'a'.repeat(27)}--${'b'.repeat(23)}"`), 'signed'],
    ['a signature of SHA256', sealSigned('{"a":1}', { hmac: 'sha256' }), 'signed'],
    ['signed Marshal', sealSigned(Uint8Array.of(4, 8, 0x69, 6)), 'signed'],
  ])('%s', (_what, value, layout) => {
    expect(recogniseCookie({ name: 'cart', value })).toEqual({ framework: 'rails', layout, malformed: false });
  });

  test('a signed value in the url-safe alphabet is read, as a verifier of Rails 7.1 reads it', () => {
    const value = `${Buffer.from('{"a":"???>>>"}').toString('base64url')}--${SHA1}`;
    expect(value).toMatch(/[-_].*--/);
    expect(recogniseCookie({ name: 'cart', value })).toMatchObject({ layout: 'signed', malformed: false });
  });
});

describe('32 hex digits are the id of a server-side session', () => {
  test.each([
    ['under Rails’ default name', '_session_id', undefined],
    ['under the name of an application', '_shop_session', false],
    ['under the name with a prefix', '__Host-shop_session', undefined],
    ['under another name with HttpOnly', 'shop', true],
  ])('%s', async (_when, name, httpOnly) => {
    const cookie = httpOnly === undefined ? { name, value: HEX_32 } : { name, value: HEX_32, httpOnly };
    expect(recogniseCookie(cookie)).toEqual({ framework: 'rails', layout: 'store-id', malformed: false });
    expect(await openCookie(cookie, [], 0)).toMatchObject({ state: 'identifier', failure: null, layout: 'store-id', data: null });
  });
});

describe('what is left of a damaged value', () => {
  const [ciphertext = '', iv = '', tag = ''] = decodeFormEncoding(sealGcm('x'.repeat(60))).split('--');

  test.each([
    ['nothing at all', '', null],
    ['a word', 'hello-world', null],
    ['the ciphertext alone', escapeValue(ciphertext), null],
    ['no tag', escapeValue(`${ciphertext}--${iv}`), 'encrypted-gcm'],
    ['a short tag', escapeValue(`${ciphertext}--${iv}--${tag.slice(0, 12)}`), 'encrypted-gcm'],
    ['a short IV', escapeValue(`${ciphertext}--${iv.slice(0, 8)}--${tag}`), 'encrypted-gcm'],
    [
      'a plus that was not escaped, which form decoding makes a blank',
      `ab+d${escapeValue(`${ciphertext}--${iv}--${tag}`)}`,
      'encrypted-gcm',
    ],
    ['a value escaped twice', encodeURIComponent(escapeValue(`${ciphertext}--${iv}--${tag}`)), 'encrypted-gcm'],
    ['quotes around it', `"${escapeValue(`${ciphertext}--${iv}--${tag}`)}"`, 'encrypted-gcm'],
    ['a payload that is no base64', `not%20base64--${SHA1}`, 'signed'],
    ['upper-case hex of no id', HEX_32.toUpperCase(), null],
    ['a value as large as none can be', 'a'.repeat(LONGEST_VALUE + 1), null],
  ])('%s under a session’s name is malformed', async (_what, value, layout) => {
    const cookie = { name: '_shop_session', value };
    expect(recogniseCookie(cookie)).toEqual({ framework: 'rails', layout, malformed: true });
    expect(await openCookie(cookie, [], 0)).toMatchObject({ state: 'failed', failure: 'malformed', layout, data: null });
  });

  test.each([
    ['a short tag', `${ciphertext}--${iv}--${tag.slice(0, 12)}`],
    ['no tag', `${ciphertext}--${iv}`],
  ])('%s is known under any name by its long base64', (_what, raw) => {
    expect(recogniseCookie({ name: 'prefs', value: escapeValue(raw) })).toEqual({
      framework: 'rails',
      layout: 'encrypted-gcm',
      malformed: true,
    });
  });

  test('AES-CBC with any one character changed for another is still known as AES-CBC', async () => {
    const raw = decodeFormEncoding(sealCbc('x'.repeat(40)));
    const length = raw.indexOf('--');
    for (let index = 0; index < length - 4; index++) {
      for (const character of ['A', 'a', '/', '9']) {
        const value = escapeValue(raw.slice(0, index) + character + raw.slice(index + 1));
        expect(recogniseCookie({ name: 'prefs', value })).toEqual({ framework: 'rails', layout: 'encrypted-cbc', malformed: false });
      }
    }
  });

  test('a digest that was cut short leaves a signed value whose signature is wrong', async () => {
    const value = sealSigned('{"a":1}').slice(0, -5);
    expect(await openCookie({ name: '_shop_session', value }, [], 0)).toMatchObject({ state: 'readable', layout: 'signed' });
    expect(recogniseCookie({ name: 'cart', value: `${BASE64_20}--beef` })).toBeNull();
  });
});

describe('names that Rails gives to sessions', () => {
  test.each([
    '_session_id',
    'session_id',
    '_shop_session',
    'shop_session',
    'admin_session_id',
    'remember_user_token',
    'remember_admin_user_token',
    '__Host-session',
    '__Host-shop_session',
    '__Secure-session_key',
    '__Host-Http-app_session',
  ])('%s', (name) => {
    expect(recogniseCookie({ name, value: '' })).toEqual({ framework: 'rails', layout: null, malformed: true });
  });

  test.each([
    'sessions',
    '_hjSession_1',
    'JSESSIONID',
    'connect.sid',
    'laravel_session',
    '__Host-theme',
    'remember_me',
    'session_identity',
  ])('%s is not one of them', (name) => {
    expect(recogniseCookie({ name, value: '' })).toBeNull();
  });
});
