import type { Application } from '../readers/application.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import { rackSession } from './rack-setting.ts';
import { ruby, type Snippet } from './remedy.ts';
import { rubyString, rubySymbol } from './ruby-literal.ts';
import { optionNotes, withoutUnknownOptions } from './session-options.ts';

/** What sets options, such as `same_site: :lax`, on a session cookie of this name, in the application that the traffic shows. */
export function sessionSetting(application: Application, cookie: string | null, options: string): readonly Snippet[] {
  return settingOf(application, cookie, cookie, options);
}

/** What gives a session cookie another name, with further options. */
export function renamedSession(application: Application, cookie: string | null, name: string, options: string): readonly Snippet[] {
  return settingOf(application, cookie, name, options);
}

function settingOf(application: Application, known: string | null, name: string | null, options: string): readonly Snippet[] {
  if (application.framework === 'rack') return [rackSession(application, name ?? 'rack.session', options)];
  const { kept, proxy } = withoutUnknownOptions(options, name, application.rails);
  const notes = optionNotes(kept, application.rails).map((note) => `# ${note}`);
  return [...(kept === '' ? [] : [ruby(...settingLines(application, known ?? '', name, kept), ...notes)]), ...proxy];
}

function settingLines({ store }: Application, known: string, name: string | null, options: string): readonly string[] {
  const renamed = name === known ? '' : `key: ${rubyString(name ?? '')}, `;
  // Devise writes the remember-me cookie.
  if (isRememberMe(known)) return [`# config/initializers/devise.rb`, `config.rememberable_options = { ${renamed}${options} }`];
  if (known === 'session_id' && store !== 'server') return generatedSignIn(name ?? known, options);
  const key = `key: ${rubyString(name ?? '_app_session')}`;
  const placeholder = name === null ? ['# config/initializers/session_store.rb, with the key that the session has'] : [];
  // Which store it is no cookie tells.
  return store === 'server'
    ? [...placeholder, `Rails.application.config.session_store :cache_store, ${key}, ${options} # or the store that it is kept in now`]
    : [...placeholder, `Rails.application.config.session_store :cookie_store, ${key}, ${options}`];
}

/** The sign-in cookie of Rails 8's authentication generator. Only sessions are HttpOnly without being told. */
function generatedSignIn(name: string, options: string): readonly string[] {
  const defaults = ['httponly: true', 'same_site: :lax'].filter((each) => !options.includes(each.slice(0, each.indexOf(':'))));
  const all = [`value: session.id`, ...defaults, options].join(', ');
  return [`cookies.signed.permanent[${rubySymbol(name)}] = { ${all} } # app/controllers/concerns/authentication.rb`];
}

const isRememberMe = (name: string): boolean => /^remember_\w+_token$/.test(name);

/** What writes any other cookie with these options. */
export function cookieSetting({ framework, rails }: Application, cookie: string | null, options: string): readonly Snippet[] {
  const name = cookie ?? '';
  if (framework === 'rack') return [ruby(`response.set_cookie ${rubyString(name)}, value: value, ${options}`)];
  const { kept, proxy } = withoutUnknownOptions(options, name, rails);
  const notes = optionNotes(kept, rails).map((note) => `# ${note}`);
  return [...(kept === '' ? [] : [ruby(`cookies[${rubySymbol(name)}] = { value: value, ${kept} }`, ...notes)]), ...proxy];
}

/** Deletes a cookie with the Domain or Path that it was set with, such as `path: "/admin"`. */
export function deletedCookie({ framework }: Application, cookie: string | null, options: string, comment: string): Snippet {
  const name = cookie ?? '';
  return framework === 'rack'
    ? ruby(`response.delete_cookie ${rubyString(name)}, ${options} # ${comment}`)
    : ruby(`cookies.delete(${rubySymbol(name)}, ${options}) # ${comment}`);
}

/** Has a request leave its session alone. */
export function skippedSession({ framework }: Application, where: string): Snippet {
  return ruby(`request.${framework === 'rack' ? 'session.options' : 'session_options'}[:skip] = true # ${where}`);
}

/** The header that does the same without Rails. */
export function plainCookie(cookie: string | null, attributes: string): Snippet {
  return { language: 'http', lines: [`Set-Cookie: ${cookie ?? ''}=…; ${attributes}`] };
}

/** A comment for versions before this one, where the traffic does not rule them out. */
export function unlessSince({ rails }: Application, version: Parameters<typeof isSince>[1], comment: string): readonly string[] {
  return isSince(rails, version) === true ? [] : [`# ${comment}`];
}
