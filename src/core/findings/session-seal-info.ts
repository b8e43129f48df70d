import type { Application } from '../readers/application.ts';
import { isSince, railsRange } from '../readers/rails/rails-version.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { rackSecret } from './rack-setting.ts';
import { rotation } from './rails-rotation.ts';
import { unlessSince } from './rails-setting.ts';
import { ruby, type Snippet } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

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
    remedy: ({ cookie, parameters }, application) =>
      parameters.framework === 'rails'
        ? {
            text: 'Go over to JSON by way of the hybrid serializer, which reads both and writes JSON, so that nobody is signed out; then to :json. JSON keeps strings, numbers, arrays and hashes alone.',
            snippets: [ruby(...hybrid(application))],
          }
        : {
            text: 'Let Rack write JSON; sessions from before are dropped, so everyone signs in once more.',
            snippets: [ruby(rackJson(application, cookie ?? 'rack.session'))],
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
    remedy: ({ cookie, parameters }, application) => ({
      text: [
        ...(parameters.cbc ? ['Switch to AES-256-GCM: Rails goes on reading the old cookies and rewrites them.'] : []),
        ...(parameters.sha1
          ? ['Derive keys with SHA256, and let a rotation read the SHA1 cookies for as long as they live, or everyone is signed out.']
          : []),
        ...(parameters.cbc && parameters.sha1 ? ['Do the first, wait until the old cookies are gone, then the second.'] : []),
      ].join(' '),
      snippets: [...(parameters.cbc ? [authenticated(application)] : []), ...(parameters.sha1 ? sha256(application, cookie) : [])],
    }),
    docs: 'docs/findings/outdated-cipher.md',
  },
};

/** The lines that read Marshal and write JSON. */
export function hybrid(application: Application): readonly string[] {
  const setting = 'Rails.application.config.action_dispatch.cookies_serializer =';
  return isSince(application.rails, '7.1') === true
    ? [`${setting} :json_allow_marshal # then :json, when the old cookies are gone`]
    : [
        `${setting} :hybrid # then :json, when the old cookies are gone`,
        ...unlessSince(application, '4.1', 'Rails before 4.1 writes Marshal alone: upgrade first'),
      ];
}

function rackJson(application: Application, cookie: string): string {
  const json = application.rackSession === 'encrypted' ? 'serialize_json: true' : 'coder: Rack::Session::Cookie::Base64::JSON.new';
  return `use Rack::Session::Cookie, key: ${rubyString(cookie)}, ${json}, ${rackSecret(application)}`;
}

function authenticated(application: Application): Snippet {
  return ruby(
    'Rails.application.config.action_dispatch.use_authenticated_cookie_encryption = true',
    ...unlessSince(application, '5.2', 'Rails before 5.2 has no AES-256-GCM: upgrade first'),
  );
}

/** As the guide for upgrading to Rails 7.0 has it. */
function sha256(application: Application, cookie: string | null): readonly Snippet[] {
  const before = { layout: 'encrypted-gcm', digest: 'SHA1', iterations: 1000, salt: null, cipherBits: 256, hmacDigest: null } as const;
  return [
    ruby(
      'Rails.application.config.active_support.key_generator_hash_digest_class = OpenSSL::Digest::SHA256',
      ...unlessSince(application, '7.0', 'Rails before 7.0 derives with SHA1 alone: upgrade first'),
    ),
    ...rotation(upgraded(application), cookie, { secret: null, before, now: null }),
  ];
}

/** With that setting it runs 7.0 or newer. */
const upgraded = (application: Application): Application => ({ ...application, rails: railsRange([...application.rails.signs, 'sha256']) });
