import { type MessageKey, message } from '../message.ts';
import type { Application } from '../readers/application.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { cookieSetting, plainCookie, sessionSetting } from './rails-setting.ts';
import { ruby } from './remedy.ts';

type FlagKind = Extract<
  FindingKind,
  'missing-httponly' | 'missing-secure' | 'missing-samesite' | 'samesite-none-insecure' | 'samesite-unknown'
>;

/** The prose of the findings about a cookie's flags. */
export const cookieFlagInfo: { readonly [K in FlagKind]: FindingInfo<K> } = {
  'missing-httponly': {
    message: ({ cookie, parameters }) =>
      message(parameters.session ? 'findingMissingHttponlyMessageSession' : 'findingMissingHttponlyMessage', cookie ?? ''),
    why: 'findingMissingHttponlyWhy',
    remedy: ({ cookie, parameters }, application) =>
      parameters.session
        ? {
            text: message('findingMissingHttponlyRemedySession', application.framework === 'rack' ? 'Rack' : 'Rails'),
            snippets: sessionSetting(application, cookie, 'httponly: true'),
          }
        : {
            text: message('findingMissingHttponlyRemedy'),
            snippets: cookieSetting(application, cookie, 'httponly: true'),
          },
    docs: 'docs/findings/missing-httponly.md',
  },
  'missing-secure': {
    message: ({ cookie, parameters }) => {
      const name = cookie ?? '';
      if (parameters.session)
        return message(parameters.https ? 'findingMissingSecureMessageSessionHttps' : 'findingMissingSecureMessageSessionHttp', name);
      return message(parameters.https ? 'findingMissingSecureMessageHttps' : 'findingMissingSecureMessageHttp', name);
    },
    why: 'findingMissingSecureWhy',
    remedy: ({ cookie, parameters }, application) => {
      const secure = `secure: ${secureValue(parameters.https)}`;
      const isRack = application.framework === 'rack';
      if (!parameters.session) {
        return {
          text: message(isRack ? 'findingMissingSecureRemedyRack' : 'findingMissingSecureRemedy'),
          snippets: cookieSetting(application, cookie, secure),
        };
      }
      const setting = sessionSetting(application, cookie, secure);
      if (!parameters.https) return { text: message('findingMissingSecureRemedySessionHttp'), snippets: setting };
      return isRack
        ? { text: message('findingMissingSecureRemedySessionRack'), snippets: setting }
        : {
            text: message('findingMissingSecureRemedySession'),
            snippets: [ruby('# config/environments/production.rb', 'config.force_ssl = true'), ...setting],
          };
    },
    docs: 'docs/findings/missing-secure.md',
  },
  'missing-samesite': {
    message: ({ cookie }) => message('findingMissingSamesiteMessage', cookie ?? ''),
    why: 'findingMissingSamesiteWhy',
    remedy: ({ cookie }, application) => ({
      text: message(sameSiteRemedy(application)),
      snippets: sessionSetting(application, cookie, 'same_site: :lax'),
    }),
    docs: 'docs/findings/missing-samesite.md',
  },
  'samesite-none-insecure': {
    message: ({ cookie }) => message('findingSamesiteNoneInsecureMessage', cookie ?? ''),
    why: 'findingSamesiteNoneInsecureWhy',
    remedy: ({ cookie, parameters }, application) => {
      const setting = parameters.session ? sessionSetting : cookieSetting;
      return {
        text: message('findingSamesiteNoneInsecureRemedy'),
        snippets: [...setting(application, cookie, 'same_site: :none, secure: true'), ...setting(application, cookie, 'same_site: :lax')],
      };
    },
    docs: 'docs/findings/samesite-none-insecure.md',
  },
  'samesite-unknown': {
    message: ({ cookie, parameters }) => message('findingSamesiteUnknownMessage', cookie ?? '', parameters.value),
    why: 'findingSamesiteUnknownWhy',
    remedy: ({ cookie, parameters }, application) => ({
      text: message('findingSamesiteUnknownRemedy'),
      snippets: [
        ...(parameters.session ? sessionSetting : cookieSetting)(application, cookie, 'same_site: :lax'),
        plainCookie(cookie, 'Path=/; Secure; HttpOnly; SameSite=Lax'),
      ],
    }),
    docs: 'docs/findings/samesite-unknown.md',
  },
};

/** rails/rails pull request 45688: the default has been the cookie store's own since. */
function sameSiteRemedy({ framework, store }: Application): MessageKey {
  if (framework === 'rack') return 'findingMissingSamesiteRemedyRack';
  return store === 'server' ? 'findingMissingSamesiteRemedyServer' : 'findingMissingSamesiteRemedy';
}

function secureValue(https: boolean): string {
  return https ? 'true' : 'Rails.env.production?';
}
