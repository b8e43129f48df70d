import type { RefusalReason } from '../cookies/storage.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { cookieSetting, plainCookie, sessionSetting } from './rails-setting.ts';

/** What is said of one reason: `because` completes “the browser refuses it because …”. */
interface Refusal {
  readonly because: string;
  readonly remedy: string;
  /** Options of Rails, and attributes, that mend it; null where other things have to change. */
  readonly options: string | null;
  readonly attributes: string | null;
}

const LAX = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const PARTITIONED = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned';

/** Total: a reason without its prose does not build. */
const REFUSALS: Readonly<Record<RefusalReason, Refusal>> = {
  'insecure-origin': {
    because: 'it is Secure and comes over plain http',
    remedy:
      'Serve the page over https, or leave Secure out where there is none; behind a proxy that ends TLS check that the browser’s side is https.',
    options: 'secure: Rails.env.production?',
    attributes: 'Path=/; HttpOnly; SameSite=Lax',
  },
  prefix: {
    because: 'it does not meet the conditions of the prefix in its name',
    remedy: 'Set what the prefix asks for, or use a name without it.',
    options: 'path: "/", secure: true, httponly: true',
    attributes: LAX,
  },
  'samesite-none-insecure': {
    because: 'it says SameSite=None without Secure',
    remedy: 'Add Secure (over https), or use Lax.',
    options: 'same_site: :none, secure: true',
    attributes: 'Path=/; Secure; HttpOnly; SameSite=None',
  },
  'domain-mismatch': {
    because: 'its Domain is neither the host that sets it nor a parent of it',
    remedy: 'Leave Domain out, or name the host itself or its parent.',
    options: 'domain: nil',
    attributes: LAX,
  },
  'public-suffix': {
    because: 'its Domain is a public suffix, under which others have their sites too',
    remedy: 'Leave Domain out, or name your own domain; with `domain: :all` Rails takes a wrong `tld_length` for such hosts.',
    options: 'domain: nil',
    attributes: LAX,
  },
  'control-character': {
    because: 'there is a control character in the line',
    remedy: 'Escape the value: Rails does for values, but not for Domain and Path that are put together from input.',
    options: null,
    attributes: null,
  },
  'secure-overwrite': {
    because: 'it comes over plain http and would overwrite or hide a cookie that is Secure',
    remedy: 'Set it over https alone, or let plain http redirect before a session is written.',
    options: 'secure: true',
    attributes: LAX,
  },
  'partitioned-insecure': {
    because: 'it is Partitioned without Secure',
    remedy: 'Add Secure; a partitioned cookie needs SameSite=None as well to be sent in frames of other sites.',
    options: 'same_site: :none, secure: true, partitioned: true',
    attributes: PARTITIONED,
  },
  'third-party-blocked': {
    because: 'it is a third-party cookie, which this browser blocks',
    remedy: 'Mark it Partitioned, so that the frame has a session for each site that it stands on, or open the page at the top level.',
    options: 'same_site: :none, secure: true, partitioned: true',
    attributes: PARTITIONED,
  },
  'samesite-cross-site': {
    because: 'its SameSite forbids it to be set by a request from another site',
    remedy:
      'If it is needed in frames or requests of other sites set SameSite=None with Secure (and Partitioned); otherwise set it on a page of your own.',
    options: 'same_site: :none, secure: true, partitioned: true',
    attributes: PARTITIONED,
  },
  'credentials-omitted': {
    because: 'the request was made without credentials, so what its response sets is not looked at',
    remedy: 'Ask for the response with credentials (`credentials: "include"`), and allow them in its CORS headers.',
    options: null,
    attributes: null,
  },
  empty: {
    because: 'it has neither a name nor a value',
    remedy: 'Look for what writes an empty Set-Cookie.',
    options: null,
    attributes: null,
  },
  malformed: {
    because: 'the line cannot be read as a cookie',
    remedy: 'Give the cookie a name of letters, digits, `_` and `-`, and escape its value.',
    options: null,
    attributes: null,
  },
  'too-large': {
    because: 'name and value together are over 4,096 bytes',
    remedy: 'Keep less in it, or keep it on the server and an id in the cookie.',
    options: null,
    attributes: null,
  },
};

type RefusedKind = Extract<FindingKind, 'cookie-refused'>;

/** The prose of `cookie-refused`, which has a remedy for each reason. */
export const cookieRefusedInfo: { readonly [K in RefusedKind]: FindingInfo<K> } = {
  'cookie-refused': {
    title: 'The browser refuses the cookie',
    message: ({ cookie, parameters }) =>
      `The ${parameters.session ? 'session cookie' : 'cookie'} ${quoted(cookie)} is not kept: the browser refuses it because ${REFUSALS[parameters.reason].because}.`,
    why:
      'The server learns nothing of it: the answer was sent, and in its log all is well. The browser keeps the cookie that it had, or none, and sends that with the next request, ' +
      'so the sign-in or the change that this response made is lost.',
    remedy: ({ cookie, parameters }, application) => {
      const { remedy, options, attributes } = REFUSALS[parameters.reason];
      const setting = parameters.session ? sessionSetting : cookieSetting;
      const own = options === null ? [] : setting(application, cookie, options);
      return { text: remedy, snippets: attributes === null ? own : [...own, plainCookie(cookie, attributes)] };
    },
    docs: 'docs/findings/cookie-refused.md',
  },
};
