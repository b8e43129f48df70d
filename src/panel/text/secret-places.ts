/** Where a secret is kept, and the command that shows it. */
export interface SecretPlace {
  readonly where: string;
  readonly command: string;
}

/** From the newest Rails to the oldest; source: `Rails::Application#secret_key_base` and `#secrets`, `Rack::Session::Cookie`. */
export const SECRET_PLACES: readonly SecretPlace[] = [
  {
    where: 'Rails 5.2 and later: ask the application, in the environment that sealed the session (RAILS_ENV)',
    command: "bin/rails runner 'puts Rails.application.secret_key_base'",
  },
  { where: 'Rails 7.1 and later, development and test', command: 'cat tmp/local_secret.txt' },
  { where: 'Rails 5.2 to 7.0, development and test', command: 'cat tmp/development_secret.txt' },
  { where: 'Rails 5.2 and later, credentials; from 6.0 also of one environment, with -e', command: 'bin/rails credentials:show' },
  { where: 'Rails 4.1 to 7.1, unless the file reads a variable', command: 'grep secret_key_base config/secrets.yml' },
  { where: 'Rails 4.1 to 5.1: ask the application', command: "bin/rails runner 'puts Rails.application.secrets.secret_key_base'" },
  { where: 'Rails 3 and 4.0, secret_token or secret_key_base', command: 'cat config/initializers/secret_token.rb' },
  { where: 'Any version, environment variable, where the server runs', command: 'printenv SECRET_KEY_BASE' },
  {
    where: 'Rack and Sinatra: the secret or session_secret that the application gives',
    command: "grep -rnE 'session_secret|Session::Cookie' .",
  },
];
