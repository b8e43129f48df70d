import { quoted } from '../findings/quoted.ts';
import { rotation } from '../findings/rails-rotation.ts';
import { sessionSetting } from '../findings/rails-setting.ts';
import { ruby, shell } from '../findings/remedy.ts';
import { rubySymbol } from '../findings/ruby-literal.ts';
import { hybrid } from '../findings/session-seal-info.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import type { LogoutCause } from './logout.ts';
import { type CauseInfos, factOf, factsOf, sentence, theCookie } from './prose.ts';
import { BEFORE_7, configurations, sealedBefore } from './seals-seen.ts';

type SealCause = Extract<
  LogoutCause,
  | 'secret-changed'
  | 'digest-changed'
  | 'cipher-changed'
  | 'mixed-fleet'
  | 'serializer-changed'
  | 'purpose-mismatch'
  | 'tampered'
  | 'envelope-expired'
>;

const UNREADABLE =
  'Rails treats a cookie that it cannot open as if there were none: an empty session, no error, nothing in the log. ' +
  'As long as requests only read the session no Set-Cookie follows, so the dead cookie stays in the browser and is sent again, until the first write replaces it.';

/** The prose of the causes that lie in how a session is sealed. */
export const sealCauseInfo: CauseInfos<SealCause> = {
  'secret-changed': {
    title: 'The secret changed',
    message: (logout) => {
      const labels = [...new Set(factsOf(logout, 'opens-with').map(({ label }) => quoted(label)))];
      const [before, after] = labels;
      return after === undefined
        ? `The server has another secret_key_base than when it set ${theCookie(logout)}, so it could not read it and started over.`
        : `The server went over from the secret ${before} to ${after} after it had set ${theCookie(logout)}, so it could not read it and started over.`;
    },
    why: `The key of every session is derived from secret_key_base. ${UNREADABLE}`,
    remedy: (logout, application) => ({
      text: 'Let a rotation read what the old secret sealed, for as long as those cookies live. If the secret should not have changed, look for a SECRET_KEY_BASE that is made anew at every deploy or container start, or for another credentials file.',
      snippets: rotation(application, logout.cookie, { secret: 'OLD_SECRET_KEY_BASE', ...sealedBefore(logout) }),
    }),
    docs: 'docs/logout/secret-changed.md',
  },
  'digest-changed': {
    title: 'The digest or the salt changed',
    message: (logout) =>
      `The secret is the same, but ${theCookie(logout)} was sealed under a key that is derived otherwise${configurations(logout)}, so the server could not read it and started over.`,
    why: `From config.load_defaults 7.0 on Rails derives keys with SHA256, before with SHA1; a salt that is changed has the same effect. ${UNREADABLE}`,
    remedy: (logout, application) => ({
      text: 'Let a rotation read the cookies of before; everyone else who has not come back yet stays signed in.',
      snippets: rotation(application, logout.cookie, { secret: null, ...sealedBefore(logout, BEFORE_7) }),
    }),
    docs: 'docs/logout/digest-changed.md',
  },
  'cipher-changed': {
    title: 'The cipher changed',
    message: (logout) =>
      `The secret is the same, but ${theCookie(logout)} was sealed with another cipher${configurations(logout)}, which the server does not read any more, so it started over.`,
    why: `Rails 5.2 and up read AES-256-CBC cookies besides AES-256-GCM as long as both old salts are set; Rails 6.1 and up read GCM cookies even with authenticated encryption off. Without that the old cookies are lost. ${UNREADABLE}`,
    remedy: (logout, application) => {
      const seals = sealedBefore(logout);
      return seals.before?.layout === 'encrypted-gcm' && seals.now?.layout === 'encrypted-cbc'
        ? {
            text: 'Switch authenticated encryption on again, or let a rotation read the GCM cookies; Rails 6.1 and up reads them without.',
            snippets: [ruby(AUTHENTICATED), ...rotation(application, logout.cookie, { secret: null, ...seals })],
          }
        : {
            text: 'Set both old salts, so that Rails reads CBC cookies and rewrites them. On the way back to CBC, Rails before 6.1 reads no GCM cookie.',
            snippets: [
              ruby(
                AUTHENTICATED,
                'Rails.application.config.action_dispatch.encrypted_cookie_salt = "encrypted cookie"',
                'Rails.application.config.action_dispatch.encrypted_signed_cookie_salt = "signed encrypted cookie"',
              ),
            ],
          };
    },
    docs: 'docs/logout/cipher-changed.md',
  },
  'mixed-fleet': {
    title: 'Servers disagree on the key',
    message: (logout) =>
      `The servers behind this address do not share a key: ${theCookie(logout)} is sealed now in one way and now in another${configurations(logout)}, so a session holds only until the other server answers.`,
    why: `A load balancer sends one request to a server with the old settings and the next to one with the new; each takes the other’s cookie for none. It happens in the middle of a deploy, with one container that has another SECRET_KEY_BASE, or between an old and a new application. ${UNREADABLE}`,
    remedy: (logout, application) => {
      const labels = new Set(factsOf(logout, 'opens-with').map(({ label }) => label));
      const other = rotation(application, logout.cookie, {
        secret: labels.size === 1 ? null : 'OTHER_SECRET_KEY_BASE',
        ...sealedBefore(logout),
      });
      return {
        text: 'Give all servers the same secret_key_base and the same defaults. To change either, first deploy everywhere a rotation that reads the new key, then the change, then take the old one out.',
        snippets: [
          ...(application.framework === 'rack'
            ? []
            : [
                shell(
                  "bin/rails runner 'puts Digest::SHA256.hexdigest(Rails.application.secret_key_base)' # must print the same on every server",
                ),
              ]),
          ...other,
        ],
      };
    },
    docs: 'docs/logout/mixed-fleet.md',
  },
  'serializer-changed': {
    title: 'The serializer changed',
    message: (logout) => {
      const [before, after] = [
        ...new Set(factsOf(logout, 'serialized-with').map(({ serializer }) => SERIALIZERS.get(serializer) ?? serializer)),
      ];
      const how =
        after === undefined ? 'with another serializer than the server reads now' : `with ${before}, and the server now reads ${after}`;
      return `${sentence(theCookie(logout))} was written ${how}, so it came to nothing although the key fits.`;
    },
    why: 'Marshal, JSON and MessagePack do not read one another. Depending on the version, Rails drops the session without a word or answers every request with a 500 until the cookie is deleted.',
    remedy: (_, application) => ({
      text: 'Go over by way of the hybrid serializer, which reads Marshal and writes JSON; when the old cookies are gone, set :json.',
      snippets: [
        ruby(...hybrid(application)),
        ...(isSince(application.rails, '7.1') === false
          ? []
          : [
              ruby(
                'Rails.application.config.action_dispatch.cookies_serializer = :message_pack_allow_marshal # to MessagePack, Rails 7.1 and up',
              ),
            ]),
      ],
    }),
    docs: 'docs/logout/serializer-changed.md',
  },
  'purpose-mismatch': {
    title: 'Sealed for another cookie',
    message: (logout) => {
      const purpose = factOf(logout, 'sealed-for')?.purpose ?? null;
      return `${sentence(theCookie(logout))} opens, but it was sealed for another cookie${purpose === null ? '' : ` (${purpose})`}, so Rails refused it and started over.`;
    },
    why: 'Since Rails 6.0 the name of the cookie is sealed in with the session, so that one cookie’s value is no use under another name. When the session key is renamed, and a proxy or a script carries the value over to the new name, Rails finds the old name inside and takes the cookie for none.',
    remedy: (logout) => {
      const old = rubySymbol(/^cookie\.(.+)$/s.exec(factOf(logout, 'sealed-for')?.purpose ?? '')?.[1] ?? '_old_session');
      return {
        text: 'Renaming the session signs everyone out once; copying the value does not help. Keep the name, or read the old cookie for a while and sign its user in under the new name.',
        snippets: [
          ruby(
            `legacy = cookies.encrypted[${old}] # the old name`,
            'reset_session',
            'session[:user_id] = legacy["user_id"] if legacy',
            `cookies.delete(${old})`,
          ),
        ],
      };
    },
    docs: 'docs/logout/purpose-mismatch.md',
  },
  tampered: {
    title: 'The value was altered on the way',
    message: (logout) =>
      `The value that came back as ${theCookie(logout)} is not the one that was set: it was cut short, quoted, re-encoded or altered, so its seal is broken and the server started over.`,
    why: `Something between the response and the request changed the value: a script that writes document.cookie, a proxy that rewrites or limits cookies, a test client that decodes and does not encode again, a copy by hand. ${UNREADABLE}`,
    remedy: ({ cookie }, application) => ({
      text: 'Compare the value that was set with the one that was carried: a shorter one was cut, one with quotes or spaces was copied, %25 says encoded twice. Then look at what writes it; with HttpOnly no script can.',
      snippets: sessionSetting(application, cookie, 'httponly: true'),
    }),
    docs: 'docs/logout/tampered.md',
  },
  'envelope-expired': {
    title: 'The sealed expiry passed',
    message: (logout, clock) => {
      const expired = factOf(logout, 'expired-at');
      return `The browser still sent ${theCookie(logout)}, but the expiry that is sealed inside${expired === null ? '' : `, ${clock(expired.at)},`} had passed, so Rails refused it.`;
    },
    why: `With expire_after Rails seals the moment of expiry into the session besides telling the browser, and refuses the cookie after it even if a browser, a restored tab or a client keeps sending it. A browser whose clock is slow, or a cookie jar that ignores Expires, does that. ${UNREADABLE}`,
    remedy: ({ cookie }, application) => ({
      text: 'Nothing is broken: the session was over. If it ends too early, give it longer (each response moves the expiry on), and check that the servers’ clocks agree.',
      snippets: sessionSetting(application, cookie, 'expire_after: 14.days'),
    }),
    docs: 'docs/logout/envelope-expired.md',
  },
};

const SERIALIZERS: ReadonlyMap<string, string> = new Map([
  ['json', 'JSON'],
  ['marshal', 'Marshal'],
  ['message_pack', 'MessagePack'],
]);

const AUTHENTICATED = 'Rails.application.config.action_dispatch.use_authenticated_cookie_encryption = true';
