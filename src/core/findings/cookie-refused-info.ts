import type { RefusalReason } from '../cookies/storage.ts';
import { type MessageKey, message } from '../message.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { cookieSetting, plainCookie, sessionSetting } from './rails-setting.ts';

/** What is said of one reason: `because` completes “the browser refuses it because …”. */
interface Refusal {
  readonly because: MessageKey;
  readonly remedy: MessageKey;
  /** Options of Rails, and attributes, that mend it; null where other things have to change. */
  readonly options: string | null;
  readonly attributes: string | null;
}

const LAX = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const PARTITIONED = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned';

/** Total: a reason without its prose does not build. */
const REFUSALS: Readonly<Record<RefusalReason, Refusal>> = {
  'insecure-origin': {
    because: 'findingCookieRefusedBecauseInsecureOrigin',
    remedy: 'findingCookieRefusedRemedyInsecureOrigin',
    options: 'secure: Rails.env.production?',
    attributes: 'Path=/; HttpOnly; SameSite=Lax',
  },
  prefix: {
    because: 'findingCookieRefusedBecausePrefix',
    remedy: 'findingCookieRefusedRemedyPrefix',
    options: 'path: "/", secure: true, httponly: true',
    attributes: LAX,
  },
  'samesite-none-insecure': {
    because: 'findingCookieRefusedBecauseSamesiteNone',
    remedy: 'findingCookieRefusedRemedySamesiteNone',
    options: 'same_site: :none, secure: true',
    attributes: 'Path=/; Secure; HttpOnly; SameSite=None',
  },
  'domain-mismatch': {
    because: 'findingCookieRefusedBecauseDomain',
    remedy: 'findingCookieRefusedRemedyDomain',
    options: 'domain: nil',
    attributes: LAX,
  },
  'public-suffix': {
    because: 'findingCookieRefusedBecausePublicSuffix',
    remedy: 'findingCookieRefusedRemedyPublicSuffix',
    options: 'domain: nil',
    attributes: LAX,
  },
  'control-character': {
    because: 'findingCookieRefusedBecauseControlCharacter',
    remedy: 'findingCookieRefusedRemedyControlCharacter',
    options: null,
    attributes: null,
  },
  'secure-overwrite': {
    because: 'findingCookieRefusedBecauseSecureOverwrite',
    remedy: 'findingCookieRefusedRemedySecureOverwrite',
    options: 'secure: true',
    attributes: LAX,
  },
  'partitioned-insecure': {
    because: 'findingCookieRefusedBecausePartitioned',
    remedy: 'findingCookieRefusedRemedyPartitioned',
    options: 'same_site: :none, secure: true, partitioned: true',
    attributes: PARTITIONED,
  },
  'third-party-blocked': {
    because: 'findingCookieRefusedBecauseThirdParty',
    remedy: 'findingCookieRefusedRemedyThirdParty',
    options: 'same_site: :none, secure: true, partitioned: true',
    attributes: PARTITIONED,
  },
  'samesite-cross-site': {
    because: 'findingCookieRefusedBecauseCrossSite',
    remedy: 'findingCookieRefusedRemedyCrossSite',
    options: 'same_site: :none, secure: true, partitioned: true',
    attributes: PARTITIONED,
  },
  'credentials-omitted': {
    because: 'findingCookieRefusedBecauseCredentials',
    remedy: 'findingCookieRefusedRemedyCredentials',
    options: null,
    attributes: null,
  },
  empty: {
    because: 'findingCookieRefusedBecauseEmpty',
    remedy: 'findingCookieRefusedRemedyEmpty',
    options: null,
    attributes: null,
  },
  malformed: {
    because: 'findingCookieRefusedBecauseMalformed',
    remedy: 'findingCookieRefusedRemedyMalformed',
    options: null,
    attributes: null,
  },
  'too-large': {
    because: 'findingCookieRefusedBecauseTooLarge',
    remedy: 'findingCookieRefusedRemedyTooLarge',
    options: null,
    attributes: null,
  },
};

type RefusedKind = Extract<FindingKind, 'cookie-refused'>;

/** The prose of `cookie-refused`, which has a remedy for each reason. */
export const cookieRefusedInfo: { readonly [K in RefusedKind]: FindingInfo<K> } = {
  'cookie-refused': {
    message: ({ cookie, parameters }) =>
      message(
        parameters.session ? 'findingCookieRefusedMessageSession' : 'findingCookieRefusedMessage',
        cookie ?? '',
        message(REFUSALS[parameters.reason].because),
      ),
    why: 'findingCookieRefusedWhy',
    remedy: ({ cookie, parameters }, application) => {
      const { remedy, options, attributes } = REFUSALS[parameters.reason];
      const setting = parameters.session ? sessionSetting : cookieSetting;
      const own = options === null ? [] : setting(application, cookie, options);
      return { text: message(remedy), snippets: attributes === null ? own : [...own, plainCookie(cookie, attributes)] };
    },
    docs: 'docs/findings/cookie-refused.md',
  },
};
