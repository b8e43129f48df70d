/** What the cookies from before were sealed with. */
export interface OldSeal {
  /** Ruby that gives the old secret_key_base. */
  readonly secret?: string;
  readonly digest?: 'SHA1' | 'SHA256';
  /** Ruby that gives the salt of encrypted cookies. */
  readonly salt?: string;
}

/**
 * Rails goes on reading the cookies from before and rewrites them (`cookies_rotations`, since 5.2).
 * As the guides for securing and for upgrading to Rails 7.0 have it.
 */
export function rotation({ secret = 'Rails.application.secret_key_base', digest, salt = SALT }: OldSeal): readonly string[] {
  const keyDigest = digest ?? 'SHA256';
  return [
    '# config/initializers/cookie_rotator.rb',
    'Rails.application.config.after_initialize do',
    '  config = Rails.application.config.action_dispatch',
    `  old = ActiveSupport::KeyGenerator.new(${secret}, iterations: 1000, hash_digest_class: OpenSSL::Digest::${keyDigest})`,
    '  config.cookies_rotations.tap do |cookies|',
    `    cookies.rotate :encrypted, old.generate_key(${salt}, ActiveSupport::MessageEncryptor.key_len)`,
    '    cookies.rotate :signed, old.generate_key(config.signed_cookie_salt)',
    '  end',
    'end',
  ];
}

const SALT = 'config.authenticated_encrypted_cookie_salt';
