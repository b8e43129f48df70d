import { CodeLine } from './code-line.tsx';

/** Where applications keep their secret; source: Rails::Application#secret_key_base, Rack::Session::Cookie. */
const PLACES = [
  {
    where: 'Any version: ask the application, in the environment that sealed the session',
    line: "bin/rails runner 'puts Rails.application.secret_key_base'",
  },
  { where: 'Development and test, Rails 7.1 and later', line: 'tmp/local_secret.txt' },
  { where: 'Development and test, Rails 5.2 to 7.0', line: 'tmp/development_secret.txt' },
  { where: 'Environment variable, wherever it is set', line: 'SECRET_KEY_BASE' },
  { where: 'Credentials, Rails 5.2 and later', line: 'bin/rails credentials:show' },
  {
    where: 'Rack and Sinatra: the secret or session_secret that the application gives',
    line: "grep -rnE 'session_secret|Session::Cookie' .",
  },
  { where: 'Until Rails 7.1', line: 'config/secrets.yml' },
] as const;

export function WhereToFind() {
  return (
    <ul class="where-to-find" aria-label="Where to find secret_key_base">
      {PLACES.map(({ where, line }) => (
        <li key={line}>
          <span>{where}</span>
          <CodeLine text={line} what="this line" />
        </li>
      ))}
    </ul>
  );
}
