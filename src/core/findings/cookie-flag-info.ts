import type { Application } from '../readers/application.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { cookieSetting, plainCookie, sessionSetting } from './rails-setting.ts';
import { ruby } from './remedy.ts';

type FlagKind = Extract<
  FindingKind,
  'missing-httponly' | 'missing-secure' | 'missing-samesite' | 'samesite-none-insecure' | 'samesite-unknown'
>;

/** The prose of the findings about a cookie's flags. */
export const cookieFlagInfo: { readonly [K in FlagKind]: FindingInfo<K> } = {
  'missing-httponly': {
    title: 'HttpOnly is missing',
    message: ({ cookie, parameters }) =>
      parameters.session
        ? `The session cookie ${quoted(cookie)} is set without HttpOnly, so every script on the page can read it.`
        : `The cookie ${quoted(cookie)} is set without HttpOnly, so every script on the page can read it.`,
    why:
      'One injected script, or one compromised third-party script, can send the cookie away, and whoever has a session cookie is signed in as its user. ' +
      'No script needs the session cookie: the browser sends it by itself. For other cookies it depends on whether a script of yours reads them.',
    remedy: ({ cookie, parameters }, application) =>
      parameters.session
        ? {
            text: `${application.framework === 'rack' ? 'Rack' : 'Rails'} sets HttpOnly on the session cookie unless it is told not to: remove \`httponly: false\`, or say it.`,
            snippets: sessionSetting(application, cookie, 'httponly: true'),
          }
        : {
            text: 'If no script reads this cookie, set HttpOnly where it is written.',
            snippets: cookieSetting(application, cookie, 'httponly: true'),
          },
    docs: 'docs/findings/missing-httponly.md',
  },
  'missing-secure': {
    title: 'Secure is missing',
    message: ({ cookie, parameters }) => {
      const what = parameters.session ? 'session cookie' : 'cookie';
      return parameters.https
        ? `The ${what} ${quoted(cookie)} is set over https without Secure, so the browser sends it over plain http as well.`
        : `The ${what} ${quoted(cookie)} is set without Secure; over plain http that is how it has to be, over https it would be a fault.`;
    },
    why:
      'Without Secure one request over plain http, a typed address or an old link, shows the cookie to everyone on the way, even when the rest of the site is https. ' +
      'On plain http Secure must be left out: Rails does not write a secure session there at all, and the sign-in would never stick.',
    remedy: ({ cookie, parameters }, application) => {
      const secure = `secure: ${secureValue(parameters.https)}`;
      const isRack = application.framework === 'rack';
      if (!parameters.session) {
        return {
          text: `Set Secure where the cookie is written${isRack ? '' : '; `config.force_ssl = true` does it for all cookies'}.`,
          snippets: cookieSetting(application, cookie, secure),
        };
      }
      const setting = sessionSetting(application, cookie, secure);
      if (!parameters.https)
        return { text: 'Set Secure in production only, since on plain http it would break the sign-in.', snippets: setting };
      return isRack
        ? { text: 'Mark the session cookie Secure (then plain http gets no session).', snippets: setting }
        : {
            text: 'Serve https alone, which marks every cookie Secure, or mark the session cookie (then plain http gets no session).',
            snippets: [ruby('config.force_ssl = true # config/environments/production.rb'), ...setting],
          };
    },
    docs: 'docs/findings/missing-secure.md',
  },
  'missing-samesite': {
    title: 'SameSite is missing',
    message: ({ cookie }) => `The session cookie ${quoted(cookie)} is set without SameSite: Chromium treats it as Lax, Firefox as None.`,
    why:
      'Browsers disagree on a cookie without SameSite. Chromium sends it as if it were Lax, though for its first two minutes also with cross-site POST requests; Firefox sends it with every cross-site request. ' +
      'So a sign-in through another site works in one browser and not in the other, and protection against forged requests depends on the browser.',
    remedy: ({ cookie }, application) => ({
      text: `Say it: Lax suits nearly every application. ${sameSiteDefault(application)}`,
      snippets: sessionSetting(application, cookie, 'same_site: :lax'),
    }),
    docs: 'docs/findings/missing-samesite.md',
  },
  'samesite-none-insecure': {
    title: 'SameSite=None without Secure',
    message: ({ cookie }) => `The cookie ${quoted(cookie)} says SameSite=None without Secure, so the browser refuses it.`,
    why:
      'A cookie for cross-site requests is only accepted over https and marked Secure. Without that the browser throws the line away, says nothing to the server, and keeps what it had: ' +
      'the sign-in or the change that this response made is lost.',
    remedy: ({ cookie, parameters }, application) => {
      const setting = parameters.session ? sessionSetting : cookieSetting;
      return {
        text: 'Add Secure if the cookie is needed in frames or requests of other sites (over https); otherwise use Lax.',
        snippets: [...setting(application, cookie, 'same_site: :none, secure: true'), ...setting(application, cookie, 'same_site: :lax')],
      };
    },
    docs: 'docs/findings/samesite-none-insecure.md',
  },
  'samesite-unknown': {
    title: 'SameSite has an unknown value',
    message: ({ cookie, parameters }) =>
      `The cookie ${quoted(cookie)} says SameSite=${parameters.value}, which no browser knows: Chromium treats it as Lax, Firefox as None.`,
    why:
      'Only Strict, Lax and None exist. With anything else the browser takes its default, and the defaults differ: what somebody meant to allow or to forbid with this value is not what happens, ' +
      'and protection against forged requests depends on the browser. An earlier SameSite in the same line is overridden all the same.',
    remedy: ({ cookie, parameters }, application) => ({
      text: 'Say Lax, Strict or None (None only with Secure).',
      snippets: [
        ...(parameters.session ? sessionSetting : cookieSetting)(application, cookie, 'same_site: :lax'),
        plainCookie(cookie, 'Path=/; Secure; HttpOnly; SameSite=Lax'),
      ],
    }),
    docs: 'docs/findings/samesite-unknown.md',
  },
};

/** rails/rails pull request 45688: the default has been the cookie store's own since. */
function sameSiteDefault({ framework, store }: Application): string {
  if (framework === 'rack') return 'Rack has no default.';
  return store === 'server'
    ? 'Rails 6.1 and 7.0 do so by themselves under `config.load_defaults 6.1`; from 7.1 on a store on the server has to be told.'
    : 'Rails does so by itself from `config.load_defaults 6.1`.';
}

function secureValue(https: boolean): string {
  return https ? 'true' : 'Rails.env.production?';
}
