import { type MessageKey, message } from '../message.ts';
import { byteCount } from './byte-count.ts';
import type { FindingKind } from './finding.ts';
import { asked, grown, lostUpdate, snapshotHeld } from './history-messages.ts';
import type { HistoryParameters } from './history-parameters.ts';
import type { FindingInfo } from './prose.ts';
import { rackSecret } from './rack-setting.ts';
import { skippedSession, unlessSince } from './rails-setting.ts';
import { ruby, shell } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

type HistoryKind = Extract<FindingKind, keyof HistoryParameters>;

/** The prose of the findings that take several responses to see. */
export const historyInfo: { readonly [K in HistoryKind]: FindingInfo<K> } = {
  'lost-update': {
    message: ({ cookie, parameters }) => lostUpdate(cookie ?? '', parameters),
    why: 'findingLostUpdateWhy',
    remedy: (_, application) => ({
      text: message('findingLostUpdateRemedy'),
      snippets: [
        skippedSession(application, 'in actions that need no session'),
        ruby('cart = Cart.find(session[:cart_id]) # not session[:cart]'),
      ],
    }),
    docs: 'docs/findings/lost-update.md',
  },
  'stale-snapshot': {
    message: ({ cookie, parameters }) => snapshotHeld(cookie ?? '', parameters),
    why: 'findingStaleSnapshotWhy',
    remedy: () => ({
      text: message('findingStaleSnapshotRemedy'),
      snippets: [ruby('session[:account_id] = account.id'), ruby('account = Account.find_by(id: session[:account_id])')],
    }),
    docs: 'docs/findings/stale-snapshot.md',
  },
  'growing-session': {
    message: ({ cookie, parameters }) => grown(cookie ?? '', parameters),
    why: 'findingGrowingSessionWhy',
    remedy: () => ({
      text: message('findingGrowingSessionRemedy'),
      snippets: [ruby('session[:seen] = (session[:seen].to_a << id).last(10)')],
    }),
    docs: 'docs/findings/growing-session.md',
  },
  'replayed-session': {
    message: ({ cookie, parameters }) =>
      message(ENDS[parameters.end][parameters.signedIn ? 'signedIn' : 'anyone'], cookie ?? '', asked(parameters.endedBy)),
    why: 'findingReplayedSessionWhy',
    remedy: (_, application) => ({
      text: message('findingReplayedSessionRemedy'),
      snippets: [
        ruby(
          'has_secure_token :session_token # app/models/user.rb',
          ...unlessSince(application, '5.0', 'before Rails 5.0: user.update!(session_token: SecureRandom.hex) at sign-out'),
        ),
        ruby('session[:session_token] = user.session_token # at sign-in'),
        ruby('user.regenerate_session_token # at sign-out'),
        ruby(
          `${application.framework === 'rack' ? 'session.clear' : 'reset_session'} unless session[:session_token] == user.session_token # in each request`,
        ),
      ],
    }),
    docs: 'docs/findings/replayed-session.md',
  },
  'flash-not-swept': {
    message: ({ cookie, parameters }) => message('findingFlashNotSweptMessage', cookie ?? '', parameters.key, parameters.versions),
    why: 'findingFlashNotSweptWhy',
    remedy: () => ({
      text: message('findingFlashNotSweptRemedy'),
      snippets: [ruby('flash.now[:alert] = "Not saved"'), ruby('flash.discard(:notice)')],
    }),
    docs: 'docs/findings/flash-not-swept.md',
  },
  'old-secret-in-use': {
    message: ({ cookie, parameters }) => message('findingOldSecretInUseMessage', cookie ?? '', parameters.opened, parameters.sealed),
    why: 'findingOldSecretInUseWhy',
    remedy: ({ cookie }, application) => ({
      text: message('findingOldSecretInUseRemedy'),
      snippets:
        application.framework === 'rack'
          ? [
              ruby(
                `use Rack::Session::Cookie, key: ${rubyString(cookie ?? 'rack.session')}, ${rackSecret(application)} # without the old one`,
              ),
            ]
          : [
              shell('grep -rn "cookies_rotations\\|cookies.rotate" config # whose `rotate` lines name the old secret: remove them'),
              ruby('Rails.application.config.action_dispatch.cookies_rotations.encrypted # in bin/rails console: [] when none is left'),
            ],
    }),
    docs: 'docs/findings/old-secret-in-use.md',
  },
  'csrf-rejected': {
    message: ({ cookie, parameters }) => {
      if (parameters.how === 'null-session')
        return message('findingCsrfRejectedMessageNullSession', parameters.status, cookie ?? '', parameters.key);
      return cookie === null
        ? message('findingCsrfRejectedMessageNoSession', parameters.status)
        : message('findingCsrfRejectedMessage', parameters.status, cookie);
    },
    why: 'findingCsrfRejectedWhy',
    remedy: (_, application) => ({
      text: message('findingCsrfRejectedRemedy'),
      snippets: [
        ruby(
          'rescue_from ActionController::InvalidAuthenticityToken do',
          '  redirect_back fallback_location: root_path, alert: "Please send the form again."',
          ...unlessSince(application, '5.0', 'before Rails 5.0: redirect_to :back, alert: "Please send the form again."').map(
            (line) => `  ${line}`,
          ),
          'end',
        ),
      ],
    }),
    docs: 'docs/findings/csrf-rejected.md',
  },
  'rewritten-unchanged': {
    message: ({ cookie, parameters: { wire, chance, limit } }) => {
      const sent = [cookie ?? '', byteCount(wire)] as const;
      return chance < LEAST_CHANCE
        ? message('findingRewrittenUnchangedMessage', ...sent)
        : message('findingRewrittenUnchangedMessageChance', ...sent, byteCount(limit), inHundred(chance));
    },
    why: 'findingRewrittenUnchangedWhy',
    remedy: (_, application) => ({
      text: message('findingRewrittenUnchangedRemedy'),
      snippets: [skippedSession(application, 'in actions that need no session')],
    }),
    docs: 'docs/findings/rewritten-unchanged.md',
  },
};

type End = HistoryParameters['replayed-session']['end'];

const ENDS: Readonly<Record<End, Readonly<Record<'anyone' | 'signedIn', MessageKey>>>> = {
  'signed-out': { anyone: 'findingReplayedSessionMessageSignedOut', signedIn: 'findingReplayedSessionMessageSignedOutSignedIn' },
  reset: { anyone: 'findingReplayedSessionMessageReset', signedIn: 'findingReplayedSessionMessageResetSignedIn' },
  cleared: { anyone: 'findingReplayedSessionMessageCleared', signedIn: 'findingReplayedSessionMessageClearedSignedIn' },
};

/** Less than one in two hundred is not worth a word. */
const LEAST_CHANCE = 0.005;

const inHundred = (chance: number): number => Math.max(1, Math.round(chance * 100));
