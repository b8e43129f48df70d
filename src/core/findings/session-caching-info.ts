import type { HeaderField } from '../http/exchange.ts';
import type { FindingKind } from './finding.ts';
import type { FindingInfo } from './prose.ts';
import { quoted } from './quoted.ts';
import { skippedSession } from './rails-setting.ts';
import { ruby } from './remedy.ts';

type CachingKind = Extract<FindingKind, 'session-on-cacheable-response'>;

/** The prose of the finding about sessions and shared caches. */
export const sessionCachingInfo: { readonly [K in CachingKind]: FindingInfo<K> } = {
  'session-on-cacheable-response': {
    title: 'A shared cache may hand out the session',
    message: ({ cookie, parameters }) => {
      const { keptBy, cameFrom, sameElsewhere } = parameters;
      const evidence = [
        ...(cameFrom === null ? [] : [`came out of a shared cache (${shown(cameFrom)})`]),
        ...(sameElsewhere ? ['has the same sealed value as another response, which is never chance'] : []),
        ...(keptBy === null ? [] : [`may be kept by shared caches (${shown(keptBy)})`]),
      ];
      return `The response that sets the session cookie ${quoted(cookie)} ${evidence.join(' and ')}: others get this session too.`;
    },
    why:
      'A CDN or proxy stores the response with its Set-Cookie and answers the next visitor with it, who then is signed in as somebody else, or shares a cart and a CSRF token with strangers. ' +
      'It shows only under load and never in development. Or the other way round: an old session comes back from the cache and signs people out.',
    remedy: (_, application) => ({
      text: 'Keep responses with a session out of shared caches, and write no session on pages that are to be cached; set the CDN not to store responses with Set-Cookie.',
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
