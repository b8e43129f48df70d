import { counted, type MessageKey, message } from '../message.ts';
import { isSince } from '../readers/rails/rails-version.ts';
import type { FindingKind, MalformedAttribute } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { cookieSetting, deletedCookie, plainCookie } from './rails-setting.ts';
import { shell } from './remedy.ts';

type LineKind = Extract<FindingKind, 'attribute-malformed' | 'duplicate-set-cookie' | 'shadowed-cookie'>;

/** The prose of the findings about how lines are written, and about several cookies of one name. */
export const cookieLineInfo: { readonly [K in LineKind]: FindingInfo<K> } = {
  'attribute-malformed': {
    message: ({ cookie, parameters }) => {
      const { attributes, more } = parameters;
      const listed = [cookie ?? '', attributes.map(described).join(', ')] as const;
      return more > 0
        ? counted('findingAttributeMalformedMessageMore', more, ...listed)
        : message('findingAttributeMalformedMessage', ...listed);
    },
    why: 'findingAttributeMalformedWhy',
    remedy: ({ cookie }, application) => ({
      text: message('findingAttributeMalformedRemedy'),
      snippets: [
        ...cookieSetting(application, cookie, application.framework === 'rack' ? 'max_age: 3600, path: "/"' : 'expires: 1.hour, path: "/"'),
        plainCookie(cookie, 'Path=/; Max-Age=3600; Expires=Thu, 01 Jan 2026 11:00:00 GMT'),
      ],
    }),
    docs: 'docs/findings/attribute-malformed.md',
  },
  'duplicate-set-cookie': {
    message: ({ cookie, parameters }) => {
      const { lines, differ } = parameters;
      const where = [cookie ?? '', lines.map((line) => line + 1).join(', ')] as const;
      if (lines.length === 2)
        return message(differ ? 'findingDuplicateSetCookieMessageDiffer' : 'findingDuplicateSetCookieMessageSame', ...where);
      return counted(
        differ ? 'findingDuplicateSetCookieMessageMoreDiffer' : 'findingDuplicateSetCookieMessageMoreSame',
        lines.length,
        ...where,
      );
    },
    why: 'findingDuplicateSetCookieWhy',
    remedy: (_, { framework, rails }) => ({
      text: message('findingDuplicateSetCookieRemedy'),
      // The cookie's name comes from a server, and has no business in a shell.
      snippets:
        framework === 'rack'
          ? [shell('grep -n "use " config.ru')]
          : [shell(`${isSince(rails, '5.0') === false ? 'bin/rake' : 'bin/rails'} middleware | grep -i -e session -e cookies`)],
    }),
    docs: 'docs/findings/duplicate-set-cookie.md',
  },
  'shadowed-cookie': {
    message: ({ cookie, parameters }) => {
      const { times, differ, session } = parameters;
      const { twice, more } = SHADOWED[session ? 'session' : 'other'][differ ? 'differ' : 'same'];
      return times === 2 ? message(twice, cookie ?? '') : counted(more, times, cookie ?? '');
    },
    why: 'findingShadowedCookieWhy',
    remedy: ({ cookie }, application) => ({
      text: message('findingShadowedCookieRemedy'),
      snippets: [
        deletedCookie(application, cookie, 'domain: "example.com"', 'the Domain it had'),
        deletedCookie(application, cookie, 'path: "/admin"', 'the Path it had'),
        { language: 'http', lines: [`Set-Cookie: ${cookie ?? ''}=; Path=/admin; Max-Age=0`] },
      ],
    }),
    docs: 'docs/findings/shadowed-cookie.md',
  },
};

const SHADOWED = {
  session: {
    differ: { twice: 'findingShadowedCookieMessageSessionDiffer', more: 'findingShadowedCookieMessageSessionMoreDiffer' },
    same: { twice: 'findingShadowedCookieMessageSessionSame', more: 'findingShadowedCookieMessageSessionMoreSame' },
  },
  other: {
    differ: { twice: 'findingShadowedCookieMessageDiffer', more: 'findingShadowedCookieMessageMoreDiffer' },
    same: { twice: 'findingShadowedCookieMessageSame', more: 'findingShadowedCookieMessageMoreSame' },
  },
} as const;

const REASONS: Readonly<Record<MalformedAttribute['reason'], MessageKey>> = {
  'bad-max-age': 'findingAttributeMalformedBadMaxAge',
  'bad-date': 'findingAttributeMalformedBadDate',
  'bad-path': 'findingAttributeMalformedBadPath',
  'too-long': 'findingAttributeMalformedTooLong',
  repeated: 'findingAttributeMalformedRepeated',
  unknown: 'findingAttributeMalformedUnknown',
};

/** `Max-Age=1.hour (no whole number of seconds)` */
function described({ name, value, reason }: MalformedAttribute): string {
  const what = name === '' ? message('findingAttributeMalformedNameless') : name;
  const attribute = value === null || value === '' ? what : `${what}=${value}`;
  return message('findingAttributeMalformedDescribed', attribute, message(REASONS[reason]));
}
