import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';

type SealKind = Extract<FindingKind, 'marshal-serializer' | 'outdated-cipher'>;

/** The prose of the findings about how a session is serialized and sealed. */
export const sessionSealInfo: { readonly [K in SealKind]: FindingInfo<K> } = {
  'marshal-serializer': {
    title: 'The cookie is written by Marshal',
    message: ({ cookie, parameters }) =>
      parameters.secret
        ? `The cookie ${quoted(cookie)} holds Marshal data, so whoever learns the secret can run code on the server.`
        : `The cookie ${quoted(cookie)} holds Marshal data that no secret protects, so everyone can run code on the server.`,
    why:
      'Marshal.load builds any object of any class, and there are known chains of classes that end in a shell. With JSON a leaked secret lets somebody forge sessions; with Marshal it gives them the server. ' +
      'Secrets do leak: in repositories, logs, backups and old images. Marshal also ties sessions to the classes of one release.',
    remedy: ({ parameters }) =>
      parameters.framework === 'rails'
        ? {
            text: 'Go over to JSON by way of :hybrid, which reads both and writes JSON, so that nobody is signed out; then to :json. JSON keeps strings, numbers, arrays and hashes alone.',
            lines: ['Rails.application.config.action_dispatch.cookies_serializer = :hybrid # then :json, when the old cookies are gone'],
          }
        : {
            text: 'Let Rack write JSON; sessions from before are dropped, so everyone signs in once more.',
            lines: ['use Rack::Session::Cookie, key: "rack.session", secrets: ENV.fetch("SESSION_SECRET"), serialize_json: true'],
          },
    docs: 'docs/findings/marshal-serializer.md',
  },
  'outdated-cipher': {
    title: 'The cookie is sealed in an old way',
    message: ({ cookie, parameters }) => {
      const { cbc, sha1 } = parameters;
      const what = [
        ...(cbc ? ['with AES-256-CBC and HMAC, which AES-256-GCM replaced in Rails 5.2'] : []),
        ...(sha1 ? ['under a key derived with SHA1, which SHA256 replaced in Rails 7.0'] : []),
      ];
      return `The cookie ${quoted(cookie)} is sealed ${what.join(', and ')}.`;
    },
    why:
      'Neither is broken, so nobody has to hurry. But both are defaults that an application only keeps by keeping old settings, cookies in CBC are a third larger, ' +
      'and an upgrade that changes the setting in passing signs everyone out.',
    remedy: ({ parameters }) => ({
      text: [
        ...(parameters.cbc ? ['Switch to AES-256-GCM: Rails goes on reading the old cookies and rewrites them.'] : []),
        ...(parameters.sha1
          ? ['Derive keys with SHA256, and let a rotation read the SHA1 cookies for as long as they live, or everyone is signed out.']
          : []),
        ...(parameters.cbc && parameters.sha1 ? ['Do the first, wait until the old cookies are gone, then the second.'] : []),
      ].join(' '),
      lines: [...(parameters.cbc ? [AUTHENTICATED] : []), ...(parameters.sha1 ? SHA256_WITH_ROTATION : [])],
    }),
    docs: 'docs/findings/outdated-cipher.md',
  },
};

const AUTHENTICATED = 'Rails.application.config.action_dispatch.use_authenticated_cookie_encryption = true';

/** As the guide for upgrading to Rails 7.0 has it. */
const SHA256_WITH_ROTATION: readonly string[] = [
  'Rails.application.config.active_support.key_generator_hash_digest_class = OpenSSL::Digest::SHA256',
  'Rails.application.config.after_initialize do',
  '  config = Rails.application.config.action_dispatch',
  '  old = ActiveSupport::KeyGenerator.new(Rails.application.secret_key_base, iterations: 1000, hash_digest_class: OpenSSL::Digest::SHA1)',
  '  config.cookies_rotations.tap do |cookies|',
  '    cookies.rotate :encrypted, old.generate_key(config.authenticated_encrypted_cookie_salt, ActiveSupport::MessageEncryptor.key_len)',
  '    cookies.rotate :signed, old.generate_key(config.signed_cookie_salt)',
  '  end',
  'end',
];
