import { rubyString, rubySymbol } from './ruby-literal.ts';

/** The Rails line that sets options, such as `same_site: :lax`, on a session cookie of this name. */
export function sessionSetting(cookie: string | null, options: string): string {
  const name = cookie ?? '';
  // Devise writes the remember-me cookie; its options are set in config/initializers/devise.rb.
  if (/^remember_\w+_token$/.test(name)) return `config.rememberable_options = { ${options} }`;
  // The sign-in cookie of Rails 8's authentication generator (app/controllers/concerns/authentication.rb).
  if (name === 'session_id') return `cookies.signed.permanent[:session_id] = { value: session.id, ${options} }`;
  return `Rails.application.config.session_store :cookie_store, key: ${rubyString(name)}, ${options}`;
}

/** The Rails line that writes any other cookie with these options. */
export function cookieSetting(cookie: string | null, options: string): string {
  return `cookies[${rubySymbol(cookie ?? '')}] = { value: value, ${options} }`;
}

/** The header that does the same without Rails. */
export function plainCookie(cookie: string | null, attributes: string): string {
  return `Set-Cookie: ${cookie ?? ''}=…; ${attributes}`;
}

/** The Rails line that gives a session cookie another name, with further options. */
export function renamedSession(cookie: string | null, name: string, options: string): string {
  const known = cookie ?? '';
  if (/^remember_\w+_token$/.test(known)) return `config.rememberable_options = { key: ${rubyString(name)}, ${options} }`;
  if (known === 'session_id') return `cookies.signed.permanent[${rubySymbol(name)}] = { value: session.id, ${options} }`;
  return `Rails.application.config.session_store :cookie_store, key: ${rubyString(name)}, ${options}`;
}
