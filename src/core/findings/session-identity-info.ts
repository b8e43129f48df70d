import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { ruby } from './remedy.ts';
import { rubySymbol } from './ruby-literal.ts';

type IdentityKind = Extract<FindingKind, 'session-fixation' | 'partial-sign-out'>;

/** The prose of the findings about sign-in and sign-out. */
export const sessionIdentityInfo: { readonly [K in IdentityKind]: FindingInfo<K> } = {
  'session-fixation': {
    title: 'The sign-in keeps the session’s id',
    message: ({ cookie, parameters }) =>
      `The session in “${cookie ?? ''}” was anonymous and then had ${parameters.key}, while its session_id stayed the same` +
      `${parameters.store === 'server' ? ', and the id is all that opens it' : ''}.`,
    why:
      'Whoever could plant a session before the sign-in, on a shared computer, through another subdomain or an injected script, holds the same session after it. Where the session is kept on the server, that person is signed in as the user. ' +
      'With the cookie store the planted cookie stays anonymous, but what was put into it before (a CSRF token that is known, a return address) goes on with the user, and the day the store is changed the hole is open.',
    remedy: ({ parameters }, { framework }) => ({
      text: 'Start a new session at sign-in, before identity is put into it, and carry over by name what should stay. Devise, and Sorcery’s `auto_login`, do so by themselves.',
      snippets: [
        ruby(
          'return_to = session[:return_to]',
          ...(framework === 'rack' ? ['session.clear', 'session.options[:renew] = true'] : ['reset_session']),
          signIn(parameters.key),
          'session[:return_to] = return_to',
        ),
      ],
    }),
    docs: 'docs/findings/session-fixation.md',
  },
  'partial-sign-out': {
    title: 'The sign-out leaves the session',
    message: ({ cookie, parameters }) =>
      `The session in “${cookie ?? ''}” lost its identity, and kept ${parameters.kept.slice(0, MOST_NAMED).join(', ')}` +
      `${parameters.kept.length > MOST_NAMED ? ` and ${parameters.kept.length - MOST_NAMED} more` : ''} of the user who was signed in.`,
    why:
      'What the session keeps belongs to the person who left: the next one at this browser gets the cart, the return address, the search of somebody else, and goes on with a CSRF token that the first one may know. ' +
      'A key that is forgotten here is often one that decides something, such as an account that was chosen or a second factor that was passed.',
    remedy: (_, { framework }) => ({
      text: 'Drop the whole session at sign-out, and write afterwards what should stay, such as the language.',
      snippets: [ruby('locale = session[:locale]', framework === 'rack' ? 'session.clear' : 'reset_session', 'session[:locale] = locale')],
    }),
    docs: 'docs/findings/partial-sign-out.md',
  },
};

const MOST_NAMED = 6;

/** What puts the identity into the session; Warden writes its own keys. */
function signIn(key: string): string {
  return key.startsWith('warden.user.')
    ? 'sign_in(user) # Devise, where a controller of your own calls it'
    : `session[${rubySymbol(key)}] = user.id`;
}
