import { rotation } from '../findings/rails-rotation.ts';
import { sessionSetting } from '../findings/rails-setting.ts';
import { ruby, shell } from '../findings/remedy.ts';
import { rubySymbol } from '../findings/ruby-literal.ts';
import { hybrid } from '../findings/session-seal-info.ts';
import { message } from '../message.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, factsOf, nameOf, ofCookie } from './prose.ts';
import { BEFORE_7, sealedBefore, withConfigurations } from './seals-seen.ts';

type SealCause = Extract<
  LogoutCause,
  | 'secret-changed'
  | 'digest-changed'
  | 'cipher-changed'
  | 'mixed-fleet'
  | 'serializer-changed'
  | 'purpose-mismatch'
  | 'tampered'
  | 'envelope-expired'
>;

/** The prose of the causes that lie in how a session is sealed. */
export const sealCauseInfo: CauseInfos<SealCause> = {
  'secret-changed': {
    message: (logout) => {
      const [before, after] = new Set(factsOf(logout, 'opens-with').map(({ label }) => label));
      return before === undefined || after === undefined
        ? ofCookie(logout, ['causeSecretChangedMessage', 'causeSecretChangedMessageNameless'])
        : ofCookie(logout, ['causeSecretChangedMessageSecrets', 'causeSecretChangedMessageSecretsNameless'], before, after);
    },
    why: 'causeSecretChangedWhy',
    remedy: (logout, application) => ({
      text: message('causeSecretChangedRemedy'),
      snippets: rotation(application, logout.cookie, { secret: 'OLD_SECRET_KEY_BASE', ...sealedBefore(logout) }),
    }),
    docs: 'docs/logout/secret-changed.md',
  },
  'digest-changed': {
    message: (logout) => withConfigurations(logout, 'digest-changed'),
    why: 'causeDigestChangedWhy',
    remedy: (logout, application) => ({
      text: message('causeDigestChangedRemedy'),
      snippets: rotation(application, logout.cookie, { secret: null, ...sealedBefore(logout, BEFORE_7) }),
    }),
    docs: 'docs/logout/digest-changed.md',
  },
  'cipher-changed': {
    message: (logout) => withConfigurations(logout, 'cipher-changed'),
    why: 'causeCipherChangedWhy',
    remedy: (logout, application) => {
      const seals = sealedBefore(logout);
      return seals.before?.layout === 'encrypted-gcm' && seals.now?.layout === 'encrypted-cbc'
        ? {
            text: message('causeCipherChangedRemedyGcm'),
            snippets: [ruby(AUTHENTICATED), ...rotation(application, logout.cookie, { secret: null, ...seals })],
          }
        : {
            text: message('causeCipherChangedRemedyCbc'),
            snippets: [
              ruby(
                AUTHENTICATED,
                'Rails.application.config.action_dispatch.encrypted_cookie_salt = "encrypted cookie"',
                'Rails.application.config.action_dispatch.encrypted_signed_cookie_salt = "signed encrypted cookie"',
              ),
            ],
          };
    },
    docs: 'docs/logout/cipher-changed.md',
  },
  'mixed-fleet': {
    message: (logout) => withConfigurations(logout, 'mixed-fleet'),
    why: 'causeMixedFleetWhy',
    remedy: (logout, application) => {
      const labels = new Set(factsOf(logout, 'opens-with').map(({ label }) => label));
      const other = rotation(application, logout.cookie, {
        secret: labels.size === 1 ? null : 'OTHER_SECRET_KEY_BASE',
        ...sealedBefore(logout),
      });
      return {
        text: message('causeMixedFleetRemedy'),
        snippets: [
          ...(application.framework === 'rack'
            ? []
            : [
                shell(
                  "bin/rails runner 'puts Digest::SHA256.hexdigest(Rails.application.secret_key_base)' # must print the same on every server",
                ),
              ]),
          ...other,
        ],
      };
    },
    docs: 'docs/logout/mixed-fleet.md',
  },
  'serializer-changed': {
    message: (logout) => {
      const [before, after] = new Set(
        factsOf(logout, 'serialized-with').map(({ serializer }) => SERIALIZERS.get(serializer) ?? serializer),
      );
      return before === undefined || after === undefined
        ? ofCookie(logout, ['causeSerializerChangedMessage', 'causeSerializerChangedMessageNameless'])
        : ofCookie(logout, ['causeSerializerChangedMessageSerializers', 'causeSerializerChangedMessageSerializersNameless'], before, after);
    },
    why: 'causeSerializerChangedWhy',
    remedy: (_, application) => ({
      text: message('causeSerializerChangedRemedy'),
      snippets: [
        ruby(...hybrid(application)),
        ...(isSince(application.rails, '7.1') === false
          ? []
          : [
              ruby(
                'Rails.application.config.action_dispatch.cookies_serializer = :message_pack_allow_marshal # to MessagePack, Rails 7.1 and up',
              ),
            ]),
      ],
    }),
    docs: 'docs/logout/serializer-changed.md',
  },
  'purpose-mismatch': {
    message: (logout) => {
      const sealed = factOf(logout, 'sealed-for');
      return sealed === null
        ? message('causePurposeMismatchMessage', nameOf(logout))
        : message('causePurposeMismatchMessagePurpose', nameOf(logout), sealed.purpose);
    },
    why: 'causePurposeMismatchWhy',
    remedy: (logout) => {
      const old = rubySymbol(/^cookie\.(.+)$/s.exec(factOf(logout, 'sealed-for')?.purpose ?? '')?.[1] ?? '_old_session');
      return {
        text: message('causePurposeMismatchRemedy'),
        snippets: [
          ruby(
            `legacy = cookies.encrypted[${old}] # the old name`,
            'reset_session',
            'session[:user_id] = legacy["user_id"] if legacy',
            `cookies.delete(${old})`,
          ),
        ],
      };
    },
    docs: 'docs/logout/purpose-mismatch.md',
  },
  tampered: {
    message: (logout) => message('causeTamperedMessage', nameOf(logout)),
    why: 'causeTamperedWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeTamperedRemedy'),
      snippets: sessionSetting(application, cookie, 'httponly: true'),
    }),
    docs: 'docs/logout/tampered.md',
  },
  'envelope-expired': {
    message: (logout, clock) => {
      const expired = factOf(logout, 'expired-at');
      return expired === null
        ? message('causeEnvelopeExpiredMessage', nameOf(logout))
        : message('causeEnvelopeExpiredMessageAt', nameOf(logout), clock(expired.at));
    },
    why: 'causeEnvelopeExpiredWhy',
    remedy: ({ cookie }, application) => ({
      text: message('causeEnvelopeExpiredRemedy'),
      snippets: sessionSetting(application, cookie, 'expire_after: 14.days'),
    }),
    docs: 'docs/logout/envelope-expired.md',
  },
};

const SERIALIZERS: ReadonlyMap<string, string> = new Map([
  ['json', 'JSON'],
  ['marshal', 'Marshal'],
  ['message_pack', 'MessagePack'],
]);

const AUTHENTICATED = 'Rails.application.config.action_dispatch.use_authenticated_cookie_encryption = true';
