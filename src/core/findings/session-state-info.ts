import { joinedByAnd } from '../list.ts';
import { counted, type MessageKey, message } from '../message.ts';
import type { SensitiveKind } from '../session/sensitive.ts';
import { byteCount } from './byte-count.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { unlessSince } from './rails-setting.ts';
import { ruby } from './remedy.ts';
import { rubySymbol } from './ruby-literal.ts';

type StateKind = Extract<FindingKind, 'heavy-key' | 'authorization-in-session' | 'sensitive-in-session'>;

/** The prose of the findings about single keys that should be kept elsewhere. */
export const sessionStateInfo: { readonly [K in StateKind]: FindingInfo<K> } = {
  'heavy-key': {
    message: ({ cookie, parameters }) =>
      message('findingHeavyKeyMessage', cookie ?? '', parameters.key, byteCount(parameters.bytes), byteCount(parameters.without)),
    why: 'findingHeavyKeyWhy',
    remedy: ({ parameters }, { framework }) => ({
      text: message('findingHeavyKeyRemedy'),
      snippets: [
        ruby(
          'id = SecureRandom.uuid',
          framework === 'rack'
            ? 'Redis.new.set("session-data/#{id}", data.to_json, ex: 86_400)'
            : 'Rails.cache.write("session-data/#{id}", data, expires_in: 1.day)',
          `session[${rubySymbol(parameters.key.replace(/^:/, ''))}] = id`,
        ),
      ],
    }),
    docs: 'docs/findings/heavy-key.md',
  },
  'authorization-in-session': {
    message: ({ cookie, parameters }) => message('findingAuthorizationInSessionMessage', cookie ?? '', listed(parameters.paths)),
    why: 'findingAuthorizationInSessionWhy',
    remedy: () => ({
      text: message('findingAuthorizationInSessionRemedy'),
      snippets: [ruby('user = User.find_by(id: session[:user_id])', 'head :forbidden unless user && user.admin?')],
    }),
    docs: 'docs/findings/authorization-in-session.md',
  },
  'sensitive-in-session': {
    message: ({ cookie, parameters }) => {
      const kinds = [...new Set(parameters.found.map(({ what }) => what))];
      return message(
        parameters.readable ? 'findingSensitiveInSessionMessageReadable' : 'findingSensitiveInSessionMessage',
        cookie ?? '',
        joinedByAnd(kinds.map((what) => message(NAMES[what]))),
        listed(parameters.found.map(({ path }) => path)),
      );
    },
    why: 'findingSensitiveInSessionWhy',
    remedy: (_, application) => ({
      text: message('findingSensitiveInSessionRemedy'),
      snippets: [
        ruby(
          'encrypts :access_token # app/models/identity.rb',
          ...unlessSince(application, '7.0', 'before Rails 7.0: has_encrypted :access_token, of the gem lockbox'),
        ),
        ruby('session[:identity_id] = identity.id'),
      ],
    }),
    docs: 'docs/findings/sensitive-in-session.md',
  },
};

const NAMES: Readonly<Record<SensitiveKind, MessageKey>> = {
  password: 'findingSensitiveInSessionPassword',
  token: 'findingSensitiveInSessionToken',
  'card-number': 'findingSensitiveInSessionCardNumber',
  email: 'findingSensitiveInSessionEmail',
};

const MOST_NAMED = 4;

function listed(paths: readonly (readonly string[])[]): string {
  const named = paths
    .slice(0, MOST_NAMED)
    .map((path) => path.join('.'))
    .join(', ');
  return paths.length > MOST_NAMED ? counted('findingPlacesMore', paths.length - MOST_NAMED, named) : named;
}
