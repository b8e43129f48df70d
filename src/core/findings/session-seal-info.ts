import { type MessageKey, message } from '../message.ts';
import type { Application } from '../readers/application.ts';
import { isSince, railsRange } from '../readers/rails/rails-version.ts';
import type { FindingKind, FindingParameters } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { rackSecret } from './rack-setting.ts';
import { rotation } from './rails-rotation.ts';
import { unlessSince } from './rails-setting.ts';
import { ruby, type Snippet } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

type SealKind = Extract<FindingKind, 'marshal-serializer' | 'outdated-cipher'>;

/** The prose of the findings about how a session is serialized and sealed. */
export const sessionSealInfo: { readonly [K in SealKind]: FindingInfo<K> } = {
  'marshal-serializer': {
    message: ({ cookie, parameters }) =>
      message(parameters.secret ? 'findingMarshalSerializerMessage' : 'findingMarshalSerializerMessageOpen', cookie ?? ''),
    why: 'findingMarshalSerializerWhy',
    remedy: ({ cookie, parameters }, application) =>
      parameters.framework === 'rails'
        ? {
            text: message('findingMarshalSerializerRemedy'),
            snippets: [ruby(...hybrid(application))],
          }
        : {
            text: message('findingMarshalSerializerRemedyRack'),
            snippets: [ruby(rackJson(application, cookie ?? 'rack.session'))],
          },
    docs: 'docs/findings/marshal-serializer.md',
  },
  'outdated-cipher': {
    message: ({ cookie, parameters }) => message(OUTDATED[outdatedPart(parameters)].message, cookie ?? ''),
    why: 'findingOutdatedCipherWhy',
    remedy: ({ cookie, parameters }, application) => ({
      text: message(OUTDATED[outdatedPart(parameters)].remedy),
      snippets: [...(parameters.cbc ? [authenticated(application)] : []), ...(parameters.sha1 ? sha256(application, cookie) : [])],
    }),
    docs: 'docs/findings/outdated-cipher.md',
  },
};

type OutdatedPart = 'cbc' | 'sha1' | 'both';

const OUTDATED: Readonly<Record<OutdatedPart, { readonly message: MessageKey; readonly remedy: MessageKey }>> = {
  cbc: { message: 'findingOutdatedCipherMessageCbc', remedy: 'findingOutdatedCipherRemedyCbc' },
  sha1: { message: 'findingOutdatedCipherMessageSha1', remedy: 'findingOutdatedCipherRemedySha1' },
  both: { message: 'findingOutdatedCipherMessageBoth', remedy: 'findingOutdatedCipherRemedyBoth' },
};

function outdatedPart({ cbc, sha1 }: FindingParameters['outdated-cipher']): OutdatedPart {
  if (cbc && sha1) return 'both';
  return cbc ? 'cbc' : 'sha1';
}

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
