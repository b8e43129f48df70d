import type { Application } from '../readers/application.ts';
import type { Configuration } from '../readers/explanation/explanation.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import { rackRotation } from './rack-setting.ts';
import { ruby, type Snippet } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

/** What the cookies from before were sealed with. */
export interface OldSeal {
  /** Name of the environment variable that holds the old secret; null where it is the present one. */
  readonly secret: string | null;
  /** Null where no evidence has it. */
  readonly before: Configuration | null;
  /** How the application seals now; null where no evidence has it. */
  readonly now: Configuration | null;
}

/**
 * Rails goes on reading the cookies from before and rewrites them (`cookies_rotations`, since 5.2); Rack reads what older secrets sealed.
 * As the guides for securing and for upgrading to Rails 7.0 have it.
 */
export function rotation(application: Application, cookie: string | null, old: OldSeal): readonly Snippet[] {
  if (application.framework === 'rack') return old.secret === null ? [] : [rackRotation(application, cookie, 'OLD_SESSION_SECRET')];
  const canRotate = isSince(application.rails, '5.2');
  if (canRotate === false) return old.secret === null ? [] : [oldSecretBack(old.secret)];
  const { before } = old;
  const secret = old.secret === null ? 'Rails.application.secret_key_base' : `ENV.fetch("${old.secret}")`;
  const lines = [
    '# config/initializers/cookie_rotator.rb',
    ...(canRotate === null ? ['# Rails before 5.2 has no rotation: there the old secret has to stay until the upgrade'] : []),
    'Rails.application.config.after_initialize do',
    '  config = Rails.application.config.action_dispatch',
    `  old = ActiveSupport::KeyGenerator.new(${[secret, `iterations: ${before?.iterations ?? 1000}`, ...digestOf(application, before)].join(', ')})`,
    ...(before === null && isSince(application.rails, '7.0') !== false ? ['  # OpenSSL::Digest::SHA1 below config.load_defaults 7.0'] : []),
    '  config.cookies_rotations.tap do |cookies|',
    `    cookies.rotate :encrypted, ${encryptedKeys(old)}`,
    `    cookies.rotate :signed, ${signedKey(old)}`,
    '  end',
    'end',
  ];
  return [ruby(...lines)];
}

/** Rails before 7.0 derives with SHA1, and takes no other digest. */
function digestOf({ rails }: Application, before: Configuration | null): readonly string[] {
  return isSince(rails, '7.0') === false ? [] : [`hash_digest_class: OpenSSL::Digest::${before?.digest ?? 'SHA256'}`];
}

function encryptedKeys({ before, now }: OldSeal): string {
  const bits = before?.cipherBits ?? 256;
  if (before?.layout === 'encrypted-cbc') {
    const keys = [
      `old.generate_key(${saltOf('encrypted_cookie_salt', before, now)}, ${bits / 8})`,
      'old.generate_key(config.encrypted_signed_cookie_salt)',
    ];
    const digest = before.hmacDigest === null || before.hmacDigest === 'SHA1' ? [] : [`digest: "${before.hmacDigest}"`];
    return [...keys, `cipher: "aes-${bits}-cbc"`, ...digest].join(', ');
  }
  const isOther = bits !== 256 || now?.layout === 'encrypted-cbc';
  const salt = before?.layout === 'encrypted-gcm' ? before : null;
  const key = `old.generate_key(${saltOf('authenticated_encrypted_cookie_salt', salt, now)}, ${isOther ? bits / 8 : 'ActiveSupport::MessageEncryptor.key_len'})`;
  return isOther ? `${key}, cipher: "aes-${bits}-gcm"` : key;
}

function signedKey({ before, now }: OldSeal): string {
  const signed = before?.layout === 'signed' ? before : null;
  const key = `old.generate_key(${saltOf('signed_cookie_salt', signed, now)})`;
  const digest = signed?.hmacDigest ?? 'SHA1';
  return digest === 'SHA1' ? key : `${key}, digest: "${digest}"`;
}

/** As it is configured, unless it was another one. */
function saltOf(setting: string, before: Configuration | null, now: Configuration | null): string {
  const isOther = before?.salt != null && now !== null && now.layout === before.layout && now.salt !== before.salt;
  return isOther ? rubyString(before.salt) : `config.${setting}`;
}

function oldSecretBack(secret: string): Snippet {
  return {
    language: 'yaml',
    lines: ['# config/secrets.yml: Rails before 5.2 has no rotation', 'production:', `  secret_key_base: <%= ENV["${secret}"] %>`],
  };
}
