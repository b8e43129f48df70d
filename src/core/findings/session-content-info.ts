import { byteCount } from './byte-count.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { ruby, shell } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

type ContentKind = Extract<FindingKind, 'record-snapshot' | 'readable-session' | 'large-session'>;

/** The prose of the findings about what is in a session. */
export const sessionContentInfo: { readonly [K in ContentKind]: FindingInfo<K> } = {
  'record-snapshot': {
    title: 'A record is kept in the session',
    message: ({ cookie, parameters }) =>
      parameters.model === undefined
        ? `The session in “${cookie ?? ''}” holds at ${parameters.path.join('.')} what looks like a database record (${parameters.columns.join(', ')}); under JSON it comes back as a plain Hash with string keys, not as the model.`
        : `The session in “${cookie ?? ''}” holds at ${parameters.path.join('.')} a whole ${parameters.model} record (${parameters.columns.join(', ')}) as it was when it was put there.`,
    why:
      'The copy is as old as the sign-in: a changed e-mail address, a withdrawn permission, a deleted account do not show in it until the session is written again. It weighs one to two kilobytes in every request, ' +
      'and it takes columns along that nobody meant to hand out, such as the password digest. With the JSON serializer it is no record any more either, so `user.admin?` fails on a Hash.',
    remedy: ({ parameters }) => {
      const name = recordName(parameters.path);
      return {
        text: 'Keep the id and load the record in each request.',
        snippets: [ruby(`session[:${name}_id] = ${name}.id`), ruby(`${name} = ${modelName(name)}.find_by(id: session[:${name}_id])`)],
      };
    },
    docs: 'docs/findings/record-snapshot.md',
  },
  'readable-session': {
    title: 'The session is readable',
    message: ({ cookie, parameters }) =>
      parameters.layout === 'rack-plain'
        ? `The session in “${cookie ?? ''}” is neither encrypted nor signed, so everyone who has the cookie can read it and change it.`
        : `The session in “${cookie ?? ''}” is signed but not encrypted, so everyone who has the cookie can read it` +
          `${parameters.verified ? '' : ' (shown here without any secret, so its signature is not verified)'}.`,
    why:
      'A signature stops changes, not reading. The session’s content, with ids, the CSRF token, and whatever else the application puts there, is open to the user, to extensions and to everything that logs cookies on the way. ' +
      'Rails encrypts sessions whenever it has a `secret_key_base`; signed ones come from an application that still runs on `secret_token` alone. ' +
      'Rack signs them up to version 2, and encrypts them from rack-session 2 on; without a secret whoever writes Marshal into the cookie has it loaded by the server.',
    remedy: ({ cookie, parameters }) =>
      parameters.layout === 'signed'
        ? {
            text: 'Give the application a secret_key_base and drop secret_token when the old sessions have gone: Rails then reads the signed ones and writes them encrypted (4.0 to 5.2).',
            snippets: [
              {
                language: 'yaml',
                lines: [
                  '# config/secrets.yml (Rails 4.1 to 5.2; Rails 3 has to be upgraded first)',
                  'production:',
                  '  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>',
                ],
              },
              ruby(
                '# Rails 4.0: config/initializers/secret_token.rb',
                'Rails.application.config.secret_key_base = ENV.fetch("SECRET_KEY_BASE")',
              ),
            ],
          }
        : {
            text: 'Use rack-session 2 with a secret of at least 64 bytes, which encrypts the session; everyone signs in once more.',
            snippets: [
              shell('bundle add rack-session'),
              ruby(
                `use Rack::Session::Cookie, key: ${rubyString(cookie ?? 'rack.session')}, secrets: ENV.fetch("SESSION_SECRET"), serialize_json: true`,
              ),
            ],
          },
    docs: 'docs/findings/readable-session.md',
  },
  'large-session': {
    title: 'The session holds much',
    message: ({ cookie, parameters }) =>
      `The session in “${cookie ?? ''}” has ${byteCount(parameters.content)} of content, over 1,024 bytes, so it probably holds what belongs in the database.`,
    why:
      'A session needs a few ids. What is more is a copy that ages, that every request carries, images included, and that parallel requests overwrite. Sealing makes it half as large again: ' +
      'about 2 kB of content is all that fits into a cookie with room to spare.',
    remedy: () => ({
      text: 'Keep ids in the session and the data in the database or the cache; the session tab shows what each key holds.',
      snippets: [ruby('session[:cart_id] = cart.id # not the cart')],
    }),
    docs: 'docs/findings/large-session.md',
  },
};

/** The key that holds the record: `account` of `account` and of `flash.flashes.account`, `item` of `items.0`. */
function recordName(path: readonly string[]): string {
  const key = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  const name = /^\d+$/.test(path.at(-1) ?? '') ? key.replace(/s$/, '') : key;
  return /^[a-z][a-z0-9_]*$/.test(name) ? name : 'record';
}

/** `User` of `current_user`, `LineItem` of `line_item`. */
function modelName(name: string): string {
  return name.replace(/^current_(?=[a-z])/, '').replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
