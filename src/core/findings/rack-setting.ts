import type { Application } from '../readers/application.ts';
import { ruby, type Snippet } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

/** Options as Rails takes them, in plain Ruby. */
const PLAIN: readonly (readonly [rails: string, plain: string])[] = [
  ['Rails.env.production?', 'ENV["RACK_ENV"] == "production"'],
  ['14.days', '14 * 86_400'],
  ['30.days', '30 * 86_400'],
  ['domain: :all', 'domain: "example.com"'],
];

/** The `use` line of a Rack application without Rails; rack-session 2 encrypts, what came before it signs. */
export function rackSession(application: Application, cookie: string, options: string): Snippet {
  const plain = PLAIN.reduce((text, [rails, ruby]) => text.replaceAll(rails, ruby), options);
  const key = `key: ${rubyString(cookie)}`;
  const notes = [
    ...(plain.includes('same_site:') && application.rackSession !== 'encrypted' ? ['# same_site takes Rack 2.2 or newer'] : []),
    ...(plain.includes('partitioned:') ? ['# partitioned takes Rack 3.1 or newer'] : []),
  ];
  // Which store it is no cookie tells.
  if (application.store === 'server')
    return ruby(`use Rack::Session::Pool, ${key}, ${plain} # or the store that it is kept in now`, ...notes);
  return ruby(`use Rack::Session::Cookie, ${key}, ${plain}, ${rackSecret(application)}`, ...notes);
}

/** The option that names the secret. */
export function rackSecret({ rackSession }: Application): string {
  return rackSession === 'signed' ? 'secret: ENV.fetch("SESSION_SECRET")' : 'secrets: ENV.fetch("SESSION_SECRET")';
}

/** The `use` line by which sessions that another secret sealed are read too. */
export function rackRotation(application: Application, cookie: string | null, old: string): Snippet {
  const key = `key: ${rubyString(cookie ?? 'rack.session')}`;
  return application.rackSession === 'signed'
    ? ruby(`use Rack::Session::Cookie, ${key}, secret: ENV.fetch("SESSION_SECRET"), old_secret: ENV.fetch("${old}")`)
    : ruby(`use Rack::Session::Cookie, ${key}, secrets: [ENV.fetch("SESSION_SECRET"), ENV.fetch("${old}")]`);
}
