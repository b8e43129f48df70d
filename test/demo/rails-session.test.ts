import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { escapeValue, measureCookie, readCookieHeader, setCookieLine, unescapeValue } from '../../demo/rack-cookie.mjs';
import { openSession, sealSession } from '../../demo/rails-session.mjs';

/** What Rails 8.1 printed: SHA256 keys and Rack 3, which the installed Rails does not have. */
const { vectors } = JSON.parse(readFileSync(new URL('../fixtures/vectors/rails-8.1.json', import.meta.url), 'utf8'));

interface Row {
  readonly id: string;
  readonly secret_key_base: string;
  readonly config: { readonly hash_digest: string };
  readonly cookie_name: string;
  readonly set_cookie_header: string;
  readonly evaluate_at: string;
  readonly expected: { readonly session: Record<string, unknown>; readonly purpose: string | null; readonly expires_at: string | null };
  readonly sizes: { readonly raw_value: number; readonly wire_name_value: number };
}

function vector(id: string): Row {
  return vectors.find((row: Row) => row.id === `v8_1_3_1/${id}`);
}

test.each([
  ['basic-json', 'gcm', 'the usual session'],
  ['basic-json-nometa', 'gcm', 'without an envelope'],
  ['devise-json', 'gcm', 'with characters that JSON escapes for HTML'],
  ['unicode-json', 'gcm', 'beyond ASCII'],
  ['json-looks-like-envelope', 'gcm', 'a key _rails that is no envelope'],
  ['expire-after', 'gcm', 'with an expiry'],
  ['sha1-json', 'gcm', 'keys derived with SHA1'],
  ['cbc-json', 'cbc', 'CBC with SHA1 keys'],
  ['cbc-nometa', 'cbc', 'CBC without an envelope'],
] as const)('The cookie %s of Rails 8.1 opens, and sealed again (%s) it has the same size: %s', (id, cipher, _why) => {
  const row = vector(id);
  const name = row.cookie_name;
  const keys = { secret: row.secret_key_base, digest: row.config.hash_digest === 'SHA1' ? 'sha1' : 'sha256' } as const;
  const value = readCookieHeader(row.set_cookie_header).get(name) ?? '';
  const session = openSession(value, { name, ...keys, now: new Date(row.evaluate_at) });
  expect(session).toEqual(row.expected.session);

  expect(measureCookie(name, value)).toMatchObject({ raw: row.sizes.raw_value, wire: row.sizes.wire_name_value });
  const expiresAt = row.expected.expires_at === null ? null : new Date(row.expected.expires_at);
  const again = sealSession(session ?? {}, { name, ...keys, cipher, metadata: row.expected.purpose !== null, expiresAt });
  expect(measureCookie(name, again).raw).toBe(row.sizes.raw_value);
});

test.each([
  ['flags-secure-https', { secure: true, httpOnly: true, sameSite: 'strict' }],
  ['flags-no-httponly', { sameSite: 'lax' }],
  ['flags-path', { path: '/admin', httpOnly: true }],
  ['max-age', { maxAge: 600, expires: new Date('2026-01-15T12:10:00Z'), httpOnly: true }],
] as const)('Attributes are written as Rack 3 wrote them for %s', (id, attributes) => {
  const { cookie_name: name, set_cookie_header: line } = vector(id);
  expect(setCookieLine(name, readCookieHeader(line).get(name) ?? '', attributes)).toBe(line);
});

test.each([
  ['a+b/c==--d', 'a%2Bb%2Fc%3D%3D--d', 'base64'],
  ['a b', 'a+b', 'a space'],
  ['*-._~', '*-._%7E', 'the punctuation that stays, and the tilde that does not'],
  ['é', '%C3%A9', 'bytes, not characters'],
])('Rack escapes %s as %s: %s', (text, escaped) => {
  expect(escapeValue(text)).toBe(escaped);
  expect(unescapeValue(escaped)).toBe(text);
});

test.each([
  ['', 'empty'],
  ['%', 'broken percent-encoding'],
  ['a--b', 'two parts without a digest'],
  ['a--b--c', 'three parts of nothing'],
  [`${'A'.repeat(40)}--${'é'.repeat(40)}`, 'a digest that is no ASCII'],
])('A value that Rails did not seal is no session: %s (%s)', (value) => {
  expect(openSession(value, { name: 'x', secret: 'secret' })).toBeNull();
});
