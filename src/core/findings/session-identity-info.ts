import { counted, message } from '../message.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { ruby } from './remedy.ts';
import { rubySymbol } from './ruby-literal.ts';

type IdentityKind = Extract<FindingKind, 'session-fixation' | 'partial-sign-out'>;

/** The prose of the findings about sign-in and sign-out. */
export const sessionIdentityInfo: { readonly [K in IdentityKind]: FindingInfo<K> } = {
  'session-fixation': {
    message: ({ cookie, parameters }) =>
      message(
        parameters.store === 'server' ? 'findingSessionFixationMessageServer' : 'findingSessionFixationMessage',
        cookie ?? '',
        parameters.key,
      ),
    why: 'findingSessionFixationWhy',
    remedy: ({ parameters }, { framework }) => ({
      text: message('findingSessionFixationRemedy'),
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
    message: ({ cookie, parameters: { kept } }) => {
      const named = [cookie ?? '', kept.slice(0, MOST_NAMED).join(', ')] as const;
      return kept.length > MOST_NAMED
        ? counted('findingPartialSignOutMessageMore', kept.length - MOST_NAMED, ...named)
        : message('findingPartialSignOutMessage', ...named);
    },
    why: 'findingPartialSignOutWhy',
    remedy: (_, { framework }) => ({
      text: message('findingPartialSignOutRemedy'),
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
