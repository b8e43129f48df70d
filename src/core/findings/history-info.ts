import { byteCount } from './byte-count.ts';
import type { FindingKind } from './finding.ts';
import type { HistoryParameters, RequestSpan } from './history-parameters.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { rackSecret } from './rack-setting.ts';
import { skippedSession, unlessSince } from './rails-setting.ts';
import { ruby, shell } from './remedy.ts';
import { rubyString } from './ruby-literal.ts';

type HistoryKind = Extract<FindingKind, keyof HistoryParameters>;

/** The prose of the findings that take several responses to see. */
export const historyInfo: { readonly [K in HistoryKind]: FindingInfo<K> } = {
  'lost-update': {
    title: 'A parallel request overwrote a change',
    message: ({ cookie, parameters }) => {
      const { lost, more, overwritten, overwriting, overlapped } = parameters;
      const paths = lost.map((path) => path.join('.')).join(', ');
      return (
        `The session in ${quoted(cookie)} lost what ${asked(overwritten)} had changed (${paths}${more > 0 ? ` and ${more} more` : ''}): ` +
        `${asked(overwriting)} carried the same version${overlapped ? ' at the same time' : ''}, its answer landed last, and the next request carries that one.`
      );
    },
    why:
      'With a cookie store every response sends the whole session, so of two requests that run at once the later answer wins, with everything that it did not know of. ' +
      'The item is missing from the cart, the step of the form was never done, a sign-in does not hold; no log tells of it, and it happens more often the slower the server is.',
    remedy: (_, application) => ({
      text: 'Let only one of the two write: requests that only read should not touch the session, and what several requests change belongs into the database. A server-side store has the same race, unless it locks.',
      snippets: [
        skippedSession(application, 'in actions that need no session'),
        ruby('cart = Cart.find(session[:cart_id]) # not session[:cart]'),
      ],
    }),
    docs: 'docs/findings/lost-update.md',
  },
  'stale-snapshot': {
    title: 'The copy of a record is out of date',
    message: ({ cookie, parameters }) => {
      const { path, model, heldFor, carried, past, contradictedBy } = parameters;
      const what = `The ${model === null ? 'copy of a record' : `${model} record`} at ${path.join('.')} of the session in ${quoted(cookie)}`;
      if (contradictedBy === 'newer-updated-at')
        return `${what} is contradicted by another copy in this recording with a newer updated_at.`;
      if (contradictedBy === 'other-copy') return `${what} is contradicted by a later copy in this recording.`;
      const requests = `${carried} ${carried === 1 ? 'request' : 'requests'}`;
      return past === null
        ? `${what} was carried unchanged for ${duration(heldFor)}, by ${requests}.`
        : `${what} was carried unchanged past ${asked(past)}, by ${requests} in ${duration(heldFor)}.`;
    },
    why:
      'The database may say something else by now, and the application decides with what the session says: it shows the old plan, lets somebody in whose role was withdrawn, writes old columns back. ' +
      'Nobody sees it in development, where people sign in anew all the time.',
    remedy: () => ({
      text: 'Keep the id and load the record in each request.',
      snippets: [ruby('session[:account_id] = account.id'), ruby('account = Account.find_by(id: session[:account_id])')],
    }),
    docs: 'docs/findings/stale-snapshot.md',
  },
  'growing-session': {
    title: 'The session grows with each change',
    message: ({ cookie, parameters }) => {
      const { versions, grew, size, left } = parameters;
      const forecast =
        left === null
          ? ''
          : left === 0
            ? '; the next one may not fit into a cookie any more'
            : `; about ${left} more like these fit into a cookie`;
      return `The session in ${quoted(cookie)} grew in ${versions} changed versions in a row, by ${byteCount(grew)} to ${byteCount(size)} of content${forecast}.`;
    },
    why:
      'Something is added and never taken away: visited pages, search terms, items, filters of every list. One day the cookie passes 4,096 bytes, and then either Rails raises on a page that has nothing to do with it, ' +
      'or the browser drops the change silently. It happens to the people who use the application most.',
    remedy: () => ({
      text: 'Keep the last few only, or the list in the database and its id in the session.',
      snippets: [ruby('session[:seen] = (session[:seen].to_a << id).last(10)')],
    }),
    docs: 'docs/findings/growing-session.md',
  },
  'replayed-session': {
    title: 'A session from before its end was accepted',
    message: ({ cookie, parameters }) =>
      `The session in ${quoted(cookie)} from before ${asked(parameters.endedBy)} ${ENDS[parameters.end]} was sent again, and the server went on with it` +
      `${parameters.signedIn ? ', signed in' : ''}.`,
    why:
      'With a cookie store the cookie is the session, and there is nothing on the server to take away: whoever has a copy, from a shared computer, a backup or a log, is signed in for as long as the secret stays the same. ' +
      'Signing out only makes this one browser forget it.',
    remedy: (_, application) => ({
      text: 'Keep something on the server that the sign-out changes and each request compares: a token of the user, or a row per session as Rails 8 generates it.',
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
    title: 'A flash message stays',
    message: ({ cookie, parameters }) =>
      `The flash message ${parameters.key} stays in the session in ${quoted(cookie)}: ${parameters.versions} versions in a row hold it, where two are usual.`,
    why:
      'A message is kept for one request and swept by the next one that loads the flash. One that stays is shown twice or on the wrong page, and is carried along in every request. ' +
      'The usual reasons are requests that read the session and never look at the flash, so that nothing sweeps it (background requests, JSON), `flash.keep` in a filter that runs every time, and a chain of redirects.',
    remedy: () => ({
      text: 'Show the message on the next page, use flash.now for what is rendered at once, and flash.keep only where a redirect follows.',
      snippets: [ruby('flash.now[:alert] = "Not saved"'), ruby('flash.discard(:notice)')],
    }),
    docs: 'docs/findings/flash-not-swept.md',
  },
  'old-secret-in-use': {
    title: 'The server still accepts an old secret',
    message: ({ cookie, parameters }) =>
      `The session cookie ${quoted(cookie)} was sealed with “${parameters.opened}”, the server took it, and sealed its answer with “${parameters.sealed}”: a rotation still accepts the old secret.`,
    why:
      'A rotation is meant to end. As long as the old secret is accepted, whoever has it can seal any session, so if it was replaced because it leaked nothing is won yet. ' +
      'Sessions that are used are sealed anew with the first response, so after the longest time that a session lives nobody needs the old one.',
    remedy: ({ cookie }, application) => ({
      text: 'Take the rotation out when the sessions that were sealed before it have gone; at once if the old secret has leaked.',
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
    title: 'The forgery protection rejected a request',
    message: ({ cookie, parameters }) =>
      parameters.how === 'exception'
        ? `The request was answered with ${parameters.status} and a page that names InvalidAuthenticityToken: its authenticity token does not belong to the session${cookie === null ? ', and it carried none' : ` in ${quoted(cookie)}`}.`
        : `The request carried ${parameters.key} in ${quoted(cookie)} and was answered with ${parameters.status} as if nobody were signed in, while the session went on: an empty session took its place (null_session).`,
    why:
      'A page that was rendered under another session posts that session’s token: it was restored, cached, or open in a second tab while somebody signed in or out. What was typed is lost, or is done as nobody. ' +
      'It also happens where the cookie did not come along, and where the Origin is not the one that the server believes to have behind its proxy.',
    remedy: (_, application) => ({
      text: 'Keep pages with forms out of caches, take the token from the meta tag at the moment of sending, and show the form again where the check fails.',
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
    title: 'The session is sent again unchanged',
    message: ({ cookie, parameters }) =>
      `The response sends the whole session in ${quoted(cookie)} again, ${byteCount(parameters.wire)}, although nothing in it has changed` +
      `${parameters.chance < LEAST_CHANCE ? '' : `; sealed anew it passes ${byteCount(parameters.limit)} by chance, and is dropped, about ${inHundred(parameters.chance)} times in a hundred`}.`,
    why:
      'Rails seals the session again whenever it was read, and with `expire_after` on every response. The bytes are few, but each such response overwrites what a parallel request has changed, and keeps caches from storing the page. ' +
      'Near 4,096 bytes it also draws lots: the ciphertext is random, so the same content is kept by one response and dropped by the next.',
    remedy: (_, application) => ({
      text: 'Leave the session alone where nothing of it is needed.',
      snippets: [skippedSession(application, 'in actions that need no session')],
    }),
    docs: 'docs/findings/rewritten-unchanged.md',
  },
};

const ENDS: Readonly<Record<HistoryParameters['replayed-session']['end'], string>> = {
  'signed-out': 'signed out',
  reset: 'began a new one',
  cleared: 'deleted it',
};

/** Less than one in two hundred is not worth a word. */
const LEAST_CHANCE = 0.005;

const inHundred = (chance: number): number => Math.max(1, Math.round(chance * 100));

const asked = ({ method, path }: RequestSpan): string => `${method} ${path}`;

/** `40 seconds`, `6 minutes`, `2 hours` */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [count, unit] =
    seconds < 120 ? [seconds, 'second'] : seconds < 7200 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 3600), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
