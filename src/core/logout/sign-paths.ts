import type { HttpExchange } from '../http/exchange.ts';
import { hasSafeMethod, methodOf } from './request-kind.ts';

/** Segments of a path that lead to a sign-in, in the languages that applications are mostly written in. */
const SIGN_IN =
  /^(?:log[-_]?[io]n|sign[-_]?[io]n|authenticate|authentication|auth|sso|saml2?|oauth2?|omniauth|openid|anmelden|einloggen|connexion|entrar|acceso|iniciar[-_]sesion|accedi)$/;
const SIGN_OUT =
  /^(?:log[-_]?(?:out|off)|sign[-_]?(?:out|off)|forget(?:[-_]me)?|end[-_]?session|(?:good[-_]?)?bye|abmelden|ausloggen|deconnexion|cerrar[-_]sesion|salir|sair|esci)$/;
/** Devise, Authlogic and Rails 8: `/session`, `/users/sessions`, `/user_session`. */
const SESSION = /^(?:\w+_)?sessions?$/;
const PASSWORD = /^(?:\w+_)?(?:passwords?|passwort|contrasena|senha)$/;
const ACCOUNT = /^(?:users?|accounts?|registrations?|profiles?|members?|admins?|me)$/;

const segmentsOf = (path: string): readonly string[] =>
  path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/\.\w+$/, ''));

/** A page or an endpoint where people sign in. `path` is without the query. */
export function isSignInPath(path: string, method = 'GET'): boolean {
  const segments = segmentsOf(path);
  if (isSignOutPath(path)) return false;
  if (segments.some((segment) => SIGN_IN.test(segment))) return true;
  const [last = '', before = ''] = segments.toReversed();
  if (last === 'new') return SESSION.test(before);
  return method === 'POST' && SESSION.test(last);
}

export function isSignOutPath(path: string): boolean {
  return segmentsOf(path).some((segment) => SIGN_OUT.test(segment));
}

/** Whether the request asks to be signed out: by its path, or DELETE on a session. */
export function asksSignOut(exchange: HttpExchange, path: string): boolean {
  return isSignOutPath(path) || (methodOf(exchange) === 'DELETE' && segmentsOf(path).some((segment) => SESSION.test(segment)));
}

/** The application is expected to end sessions then: another password, or the account is deleted. */
export function endsAccountOrPassword(exchange: HttpExchange, path: string): 'password' | 'account' | null {
  if (hasSafeMethod(exchange)) return null;
  const segments = segmentsOf(path);
  if (segments.some((segment) => PASSWORD.test(segment))) return 'password';
  const [last = '', before = ''] = segments.toReversed();
  const isAccount = ACCOUNT.test(last) || (/^\d+$/.test(last) && ACCOUNT.test(before));
  if (methodOf(exchange) === 'DELETE' && isAccount) return 'account';
  // Devise changes the password of who is signed in by PUT on the registration.
  return isAccount && methodOf(exchange) !== 'POST' ? 'password' : null;
}

/** Where the provider of a sign-in sends people back to. */
export function isCallbackPath(path: string): boolean {
  const segments = segmentsOf(path);
  return isSignInPath(path) && segments.some((segment) => /^(?:callback|acs|consume|redirect_uri)$/.test(segment));
}
