import type { HeaderField } from '../http/exchange.ts';
import { joinedByAnd } from '../list.ts';
import { message } from '../message.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { skippedSession } from './rails-setting.ts';
import { ruby } from './remedy.ts';

type CachingKind = Extract<FindingKind, 'session-on-cacheable-response'>;

/** The prose of the finding about sessions and shared caches. */
export const sessionCachingInfo: { readonly [K in CachingKind]: FindingInfo<K> } = {
  'session-on-cacheable-response': {
    message: ({ cookie, parameters }) => {
      const { keptBy, cameFrom, sameElsewhere } = parameters;
      const evidence = [
        ...(cameFrom === null ? [] : [message('findingSessionOnCacheableResponseCameFrom', shown(cameFrom))]),
        ...(sameElsewhere ? [message('findingSessionOnCacheableResponseSameElsewhere')] : []),
        ...(keptBy === null ? [] : [message('findingSessionOnCacheableResponseMayBeKept', shown(keptBy))]),
      ];
      return message('findingSessionOnCacheableResponseMessage', cookie ?? '', joinedByAnd(evidence));
    },
    why: 'findingSessionOnCacheableResponseWhy',
    remedy: (_, application) => ({
      text: message('findingSessionOnCacheableResponseRemedy'),
      snippets: [
        ruby('response.headers["Cache-Control"] = "private, no-store" # where the session is written'),
        skippedSession(application, 'on pages that are public'),
        { language: 'http', lines: ['Cache-Control: private, no-store'] },
      ],
    }),
    docs: 'docs/findings/session-on-cacheable-response.md',
  },
};

function shown({ name, value }: HeaderField): string {
  return `${name}: ${value}`;
}
