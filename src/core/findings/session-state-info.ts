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
    title: 'One key takes much of the cookie',
    message: ({ cookie, parameters }) =>
      `The key ${parameters.key} of the session in “${cookie ?? ''}” costs about ${byteCount(parameters.bytes)} on the wire; without it the cookie would have about ${byteCount(parameters.without)}.`,
    why:
      'Encryption, the envelope and base64 nearly double what is put into a session, and percent-encoding adds to it, so a key of 600 bytes takes a quarter of the 4,096 that browsers accept. ' +
      'When the limit is passed, the change is lost silently or the request fails, usually on another page than the one that wrote this key. And these bytes go up with every request.',
    remedy: ({ parameters }, { framework }) => ({
      text: 'Keep the data in the database or the cache and only its id in the session; cut what is written, such as an address, to a length.',
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
    title: 'The session says what the user may do',
    message: ({ cookie, parameters }) =>
      `The session in “${cookie ?? ''}” holds at ${listed(parameters.paths)} what the user may do, as it was when it was put there.`,
    why:
      'A role that is withdrawn, a plan that ends, a flag that is switched off still holds for everyone who is signed in, until the session is written again. A cookie store cannot be told from outside: ' +
      'the browser has the only copy, and an old cookie with the old role can be sent again after it was replaced.',
    remedy: () => ({
      text: 'Ask the record in each request; it is loaded anyway to know who it is.',
      snippets: [ruby('user = User.find_by(id: session[:user_id])', 'head :forbidden unless user && user.admin?')],
    }),
    docs: 'docs/findings/authorization-in-session.md',
  },
  'sensitive-in-session': {
    title: 'Sensitive data in the session',
    message: ({ cookie, parameters }) => {
      const kinds = [...new Set(parameters.found.map(({ what }) => what))].map((what) => NAMES[what]).join(' and ');
      const where = listed(parameters.found.map(({ path }) => path));
      return parameters.readable
        ? `The session in “${cookie ?? ''}” holds ${kinds} at ${where}, and everyone who has the cookie can read it.`
        : `The session in “${cookie ?? ''}” holds ${kinds} at ${where}, which goes over the wire with every request and is open to whoever has the secret.`;
    },
    why:
      'A cookie is copied: into the browser’s profile, backups, HAR files attached to tickets, logs of proxies. Encryption holds as long as the secret does, for all copies ever made, and a cookie cannot be called back when a token is. ' +
      'A password or a card number must not be there at all; an address makes every such copy personal data.',
    remedy: (_, application) => ({
      text: 'Keep it encrypted in the database, beside the record that it belongs to, and the id in the session.',
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

const NAMES: Readonly<Record<SensitiveKind, string>> = {
  password: 'a password',
  token: 'an API token or key',
  'card-number': 'a card number',
  email: 'an e-mail address',
};

const MOST_NAMED = 4;

function listed(paths: readonly (readonly string[])[]): string {
  const named = paths.slice(0, MOST_NAMED).map((path) => path.join('.'));
  return paths.length > MOST_NAMED ? `${named.join(', ')} and ${paths.length - MOST_NAMED} more` : named.join(', ');
}
