import { describe, expect, test } from 'vitest';
import { rotation } from '../../../src/core/findings/rails-rotation.ts';
import type { Configuration } from '../../../src/core/readers/explanation/explanation.ts';
import { APPLICATIONS, RAILS, railsApplication } from '../applications.ts';

const GCM: Configuration = {
  ...{ layout: 'encrypted-gcm', digest: 'SHA256', iterations: 1000, salt: 'authenticated encrypted cookie' },
  ...{ cipherBits: 256, hmacDigest: null },
};
const byName = new Map(APPLICATIONS);

function linesOf(
  application: typeof RAILS,
  before: Configuration | null,
  now: Configuration | null,
  secret: string | null = 'OLD',
): string {
  return rotation(application, '_billing_session', { secret, before, now })
    .flatMap(({ lines }) => lines)
    .join('\n');
}

describe('a rotation', () => {
  test.each<[reason: string, before: Configuration, now: Configuration, part: string]>([
    ['derives with the digest of before', { ...GCM, digest: 'SHA1' }, GCM, 'hash_digest_class: OpenSSL::Digest::SHA1)'],
    ['has the iterations of before', { ...GCM, iterations: 2000 }, GCM, 'iterations: 2000,'],
    ['names a salt that was another', { ...GCM, salt: 'mine' }, GCM, 'old.generate_key("mine", ActiveSupport'],
    ['asks the configuration for one that stayed', GCM, GCM, 'old.generate_key(config.authenticated_encrypted_cookie_salt, ActiveSupport'],
    ['has the length of another cipher', { ...GCM, cipherBits: 128 }, GCM, 'cookie_salt, 16), cipher: "aes-128-gcm"'],
    [
      'has both keys of CBC',
      { ...GCM, layout: 'encrypted-cbc', salt: 'encrypted cookie', hmacDigest: 'SHA256' },
      GCM,
      'rotate :encrypted, old.generate_key(config.encrypted_cookie_salt, 32), old.generate_key(config.encrypted_signed_cookie_salt), cipher: "aes-256-cbc", digest: "SHA256"',
    ],
    [
      'has the digest of a signature',
      { ...GCM, layout: 'signed', salt: 'signed cookie', cipherBits: null, hmacDigest: 'SHA512' },
      GCM,
      'rotate :signed, old.generate_key(config.signed_cookie_salt), digest: "SHA512"',
    ],
  ])('%s', (_, before, now, part) => {
    expect(linesOf(RAILS, before, now)).toContain(part);
  });

  test('names no digest to a Rails that takes none, and both where the evidence has none', () => {
    expect(linesOf(railsApplication('cookie', 'gcm', 'signed-session'), GCM, GCM)).toContain('iterations: 1000)\n');
    expect(linesOf(RAILS, null, null)).toMatch(/Digest::SHA256\)\n\s+# OpenSSL::Digest::SHA1 below config\.load_defaults 7\.0/);
  });

  test('is no rotation before Rails 5.2, which has none: the old secret comes back', () => {
    const old = byName.get('Rails before 5.0') ?? RAILS;
    expect(linesOf(old, null, null)).toBe(
      '# config/secrets.yml: Rails before 5.2 has no rotation\nproduction:\n  secret_key_base: <%= ENV["OLD"] %>',
    );
    expect(rotation(old, null, { secret: null, before: null, now: null })).toEqual([]);
    expect(linesOf(byName.get('Rails with CBC') ?? RAILS, null, null)).toContain('# Rails before 5.2 has no rotation');
  });

  test('is an option of Rack’s session', () => {
    expect(linesOf(byName.get('Rack 2') ?? RAILS, null, null)).toBe(
      'use Rack::Session::Cookie, key: "_billing_session", secret: ENV.fetch("SESSION_SECRET"), old_secret: ENV.fetch("OLD_SESSION_SECRET")',
    );
    expect(linesOf(byName.get('rack-session 2') ?? RAILS, null, null)).toBe(
      'use Rack::Session::Cookie, key: "_billing_session", secrets: [ENV.fetch("SESSION_SECRET"), ENV.fetch("OLD_SESSION_SECRET")]',
    );
  });
});
