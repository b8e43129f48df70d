import { message } from '../message.ts';
import { byteCount } from './byte-count.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { ruby, shell } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

type ContentKind = Extract<FindingKind, 'record-snapshot' | 'readable-session' | 'large-session'>;

/** The prose of the findings about what is in a session. */
export const sessionContentInfo: { readonly [K in ContentKind]: FindingInfo<K> } = {
  'record-snapshot': {
    message: ({ cookie, parameters: { path, columns, model } }) => {
      const record = [cookie ?? '', path.join('.'), columns.join(', ')] as const;
      return model === undefined
        ? message('findingRecordSnapshotMessage', ...record)
        : message('findingRecordSnapshotMessageModel', ...record, model);
    },
    why: 'findingRecordSnapshotWhy',
    remedy: ({ parameters }) => {
      const name = recordName(parameters.path);
      return {
        text: message('findingRecordSnapshotRemedy'),
        snippets: [ruby(`session[:${name}_id] = ${name}.id`), ruby(`${name} = ${modelName(name)}.find_by(id: session[:${name}_id])`)],
      };
    },
    docs: 'docs/findings/record-snapshot.md',
  },
  'readable-session': {
    message: ({ cookie, parameters }) => {
      if (parameters.layout === 'rack-plain') return message('findingReadableSessionMessagePlain', cookie ?? '');
      return message(parameters.verified ? 'findingReadableSessionMessage' : 'findingReadableSessionMessageUnverified', cookie ?? '');
    },
    why: 'findingReadableSessionWhy',
    remedy: ({ cookie, parameters }) =>
      parameters.layout === 'signed'
        ? {
            text: message('findingReadableSessionRemedy'),
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
            text: message('findingReadableSessionRemedyRack'),
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
    message: ({ cookie, parameters }) => message('findingLargeSessionMessage', cookie ?? '', byteCount(parameters.content)),
    why: 'findingLargeSessionWhy',
    remedy: () => ({
      text: message('findingLargeSessionRemedy'),
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
