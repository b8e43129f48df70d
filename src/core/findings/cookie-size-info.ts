import { encodeUtf8 } from '../cookies/form-encoding.ts';
import { counted, message } from '../message.ts';
import { byteCount } from './byte-count.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { deletedCookie } from './rails-setting.ts';
import { ruby } from './remedy.ts';
import { rubySymbol } from './ruby-literal.ts';
import { serverStore } from './server-store.ts';

type SizeKind = Extract<FindingKind, 'cookie-overflow' | 'silent-drop' | 'near-limit' | 'cookie-header-too-large'>;

/** What makes a session smaller; the same for every finding about its size. */
const smallerSession = (): string => message('findingRemedySmallerSession');
const ID_ALONE = ruby('session[:user_id] = user.id # not the record');

/** The prose of the findings about a cookie's size. */
export const cookieSizeInfo: { readonly [K in SizeKind]: FindingInfo<K> } = {
  'cookie-overflow': {
    message: overflow,
    why: 'findingCookieOverflowWhy',
    remedy: ({ cookie }, application) => ({ text: smallerSession(), snippets: [ID_ALONE, ...serverStore(application, cookie)] }),
    docs: 'docs/findings/cookie-overflow.md',
  },
  'silent-drop': {
    message: silentDrop,
    why: 'findingSilentDropWhy',
    remedy: ({ cookie }, application) => ({ text: smallerSession(), snippets: [ID_ALONE, ...serverStore(application, cookie)] }),
    docs: 'docs/findings/silent-drop.md',
  },
  'near-limit': {
    message: ({ cookie, parameters }) =>
      message(
        'findingNearLimitMessage',
        cookie ?? '',
        byteCount(parameters.wire),
        percent(parameters.wire, parameters.limit),
        byteCount(parameters.limit),
      ),
    why: 'findingNearLimitWhy',
    remedy: ({ cookie, parameters }, application) =>
      parameters.session
        ? { text: smallerSession(), snippets: serverStore(application, cookie) }
        : {
            text: message('findingNearLimitRemedy'),
            snippets: [
              ruby(
                'id = SecureRandom.uuid',
                'Rails.cache.write("cookie-data/#{id}", data, expires_in: 30.days)',
                `cookies[${rubySymbol(cookie ?? '')}] = id`,
              ),
            ],
          },
    docs: 'docs/findings/near-limit.md',
  },
  'cookie-header-too-large': {
    message: headerTooLarge,
    why: 'findingCookieHeaderTooLargeWhy',
    remedy: ({ parameters: { largest } }, application) => ({
      text: message('findingCookieHeaderTooLargeRemedy'),
      snippets: [
        ...serverStore(application, null),
        deletedCookie(application, largest?.name ?? 'old_cookie', 'path: "/"', 'if nobody reads it any more'),
      ],
    }),
    docs: 'docs/findings/cookie-header-too-large.md',
  },
};

type FindingOf<K extends SizeKind> = Extract<Finding, { readonly kind: K }>;

/** Rails counts the name since 8.1: where it raised nothing over the limit, it did not count it. */
function silentDrop({ cookie, parameters: { wire, limit, encoding, rails } }: FindingOf<'silent-drop'>): string {
  const name = cookie ?? '';
  const [sent, most] = [byteCount(wire), byteCount(limit)];
  return rails > limit
    ? message('findingSilentDropMessageName', name, sent, most, byteCount(rails - encodeUtf8(name).length))
    : message('findingSilentDropMessage', name, sent, most, byteCount(encoding), byteCount(rails));
}

function overflow({ cookie, parameters }: FindingOf<'cookie-overflow'>): string {
  if (parameters.stage === 'predicted') {
    const numbers = [byteCount(parameters.size), byteCount(parameters.grew), byteCount(parameters.limit)] as const;
    return cookie === null
      ? message('findingCookieOverflowMessagePredictedNameless', ...numbers)
      : message('findingCookieOverflowMessagePredicted', ...numbers, cookie);
  }
  if (parameters.carried === null)
    return cookie === null ? message('findingCookieOverflowMessageRaisedNameless') : message('findingCookieOverflowMessageRaised', cookie);
  const kept = byteCount(parameters.carried);
  return cookie === null
    ? message('findingCookieOverflowMessageRaisedKeptNameless', kept)
    : message('findingCookieOverflowMessageRaisedKept', kept, cookie);
}

function headerTooLarge({ severity, parameters }: FindingOf<'cookie-header-too-large'>): string {
  const { header, cookies, status, largest } = parameters;
  const whole = [byteCount(header), counted('unitCookies', cookies)] as const;
  const refused = severity === 'error';
  if (largest === null)
    return refused
      ? message('findingCookieHeaderTooLargeMessageRefused', ...whole, status)
      : message('findingCookieHeaderTooLargeMessage', ...whole);
  const most = [...whole, largest.name, byteCount(largest.wire)] as const;
  return refused
    ? message('findingCookieHeaderTooLargeMessageLargestRefused', ...most, status)
    : message('findingCookieHeaderTooLargeMessageLargest', ...most);
}

const percent = (part: number, whole: number): number => Math.round((part * 100) / whole);
