import type { MessageKey } from './message.ts';

/** Where a secret is kept, and the command that shows it. */
export interface SecretPlace {
  readonly where: MessageKey;
  readonly command: string;
}

/** From the newest Rails to the oldest; source: `Rails::Application#secret_key_base` and `#secrets`, `Rack::Session::Cookie`. */
export const SECRET_PLACES: readonly SecretPlace[] = [
  {
    where: 'secretsPlaceAsk',
    command: "bin/rails runner 'puts Rails.application.secret_key_base'",
  },
  { where: 'secretsPlaceLocal', command: 'cat tmp/local_secret.txt' },
  { where: 'secretsPlaceDevelopment', command: 'cat tmp/development_secret.txt' },
  { where: 'secretsPlaceCredentials', command: 'bin/rails credentials:show' },
  { where: 'secretsPlaceSecretsFile', command: 'grep secret_key_base config/secrets.yml' },
  { where: 'secretsPlaceAskOld', command: "bin/rails runner 'puts Rails.application.secrets.secret_key_base'" },
  { where: 'secretsPlaceToken', command: 'cat config/initializers/secret_token.rb' },
  { where: 'secretsPlaceVariable', command: 'printenv SECRET_KEY_BASE' },
  {
    where: 'secretsPlaceRack',
    command: "grep -rnE 'session_secret|Session::Cookie' .",
  },
];
