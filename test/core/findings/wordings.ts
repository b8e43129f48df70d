import type { RefusalReason } from '../../../src/core/cookies/storage.ts';
import type { CookiePrefix, Finding, FindingKind, FindingParameters, MalformedAttribute } from '../../../src/core/findings/finding.ts';
import { every } from './every.ts';

const BOTH = [false, true] as const;
const request = (method: string, path: string) => ({ exchangeId: '1', method, path, startedAt: 0, landedAt: 1 });
const paths = (count: number): readonly (readonly string[])[] => Array.from({ length: count }, (_, index) => ['cart', String(index)]);

const REASONS = Object.keys({
  'insecure-origin': 0,
  prefix: 0,
  'samesite-none-insecure': 0,
  'domain-mismatch': 0,
  'public-suffix': 0,
  'control-character': 0,
  'secure-overwrite': 0,
  'partitioned-insecure': 0,
  'third-party-blocked': 0,
  'samesite-cross-site': 0,
  'credentials-omitted': 0,
  empty: 0,
  malformed: 0,
  'too-large': 0,
} satisfies Record<RefusalReason, 0>) as RefusalReason[];

const PREFIXES: readonly CookiePrefix[] = ['__Host-', '__Secure-', '__Http-', '__Host-Http-'];
const ATTRIBUTES: readonly MalformedAttribute[] = [
  { name: 'Max-Age', value: '1.hour', reason: 'bad-max-age' },
  { name: 'Expires', value: '', reason: 'bad-date' },
  { name: 'Path', value: 'a', reason: 'bad-path' },
  { name: 'Path', value: null, reason: 'too-long' },
  { name: 'SameSite', value: 'Lax', reason: 'repeated' },
  { name: '', value: null, reason: 'unknown' },
];
const LARGEST = [null, { name: '_app_session', wire: 3901 }];
const FIELDS = [null, { name: 'X-Cache', value: 'HIT' }];

/** Parameters that together take each finding through all its sentences. */
const PARAMETERS: { readonly [K in FindingKind]: readonly FindingParameters[K][] } = {
  'missing-httponly': every({ session: BOTH }),
  'missing-secure': every({ session: BOTH, https: BOTH }),
  'missing-samesite': [{}],
  'samesite-none-insecure': every({ session: BOTH }),
  'samesite-unknown': every({ value: ['Relaxed'], session: BOTH }),
  'prefix-violated': every({
    prefix: PREFIXES,
    unmet: [['secure'], ['http-only', 'path'], ['domain', 'origin', 'name'], ['secure', 'http-only', 'path', 'domain', 'origin', 'name']],
    session: BOTH,
  }),
  'prefix-available': [{}],
  'domain-too-broad': [{ domain: 'example.com', host: 'app.example.com' }],
  'long-lived-session': every({ days: [31, 400, 1200], capped: BOTH }),
  'attribute-malformed': every({ attributes: [ATTRIBUTES, ATTRIBUTES.slice(0, 1)], more: [0, 1, 4] }),
  'duplicate-set-cookie': every({
    lines: [
      [0, 1],
      [0, 3, 4],
    ],
    differ: BOTH,
  }),
  'shadowed-cookie': every({ times: [2, 3], differ: BOTH, session: BOTH }),
  'cookie-refused': every({ reason: REASONS, session: BOTH }),
  'cookie-header-too-large': every({ header: [9120], cookies: [1, 12], status: [431], largest: LARGEST }),
  'session-on-cacheable-response': every({ keptBy: FIELDS, cameFrom: FIELDS, sameElsewhere: BOTH }).filter(
    ({ keptBy, cameFrom, sameElsewhere }) => keptBy !== null || cameFrom !== null || sameElsewhere,
  ),
  'large-session': [{ content: 2048 }],
  'marshal-serializer': every({ framework: ['rails', 'rack'] as const, secret: BOTH }),
  'outdated-cipher': every({ cbc: BOTH, sha1: BOTH }).filter(({ cbc, sha1 }) => cbc || sha1),
  'cookie-overflow': [
    { stage: 'raised', carried: null },
    { stage: 'raised', carried: 3901 },
    { stage: 'predicted', size: 2917, grew: 1, limit: 4096 },
    { stage: 'predicted', size: 2917, grew: 1252, limit: 4096 },
  ],
  'silent-drop': every({ wire: [4120], rails: [3801], encoding: [1, 319], limit: [4096] }),
  'near-limit': every({ wire: [3500], limit: [4096], session: BOTH }),
  'record-snapshot': [
    { path: ['account'], columns: ['id', 'email'] },
    { path: ['account'], columns: ['id', 'email'], model: 'Account' },
  ],
  'heavy-key': [{ key: 'cart', bytes: 812, without: 1204 }],
  'authorization-in-session': every({ paths: [paths(1), paths(4), paths(5), paths(9)] }),
  'sensitive-in-session': every({
    found: [
      [{ path: ['api_key'], what: 'token' }],
      [
        { path: ['a'], what: 'password' },
        { path: ['b'], what: 'card-number' },
      ],
      (['password', 'token', 'card-number', 'email', 'email'] as const).map((what, index) => ({ path: ['form', String(index)], what })),
    ] as const,
    readable: BOTH,
  }),
  'session-fixation': every({ key: ['user_id'], store: ['cookie', 'server'] as const }),
  'partial-sign-out': every({ kept: [1, 6, 7, 11].map((count) => Array.from({ length: count }, (_, index) => `key${index}`)) }),
  'readable-session': every({ verified: BOTH, layout: ['signed', 'rack-hmac', 'rack-plain'] as const }),
  'lost-update': every({
    parent: [null],
    lost: [paths(1), paths(10)],
    more: [0, 1, 5],
    overwritten: [request('POST', '/cart')],
    overwriting: [request('GET', '/poll')],
    overlapped: BOTH,
    carriedNext: ['4'],
  }),
  'stale-snapshot': every({
    path: [['account', '0']],
    model: [null, 'Account'],
    heldFor: [1000, 40_000, 360_000, 9_000_000],
    carried: [1, 5],
    past: [null, request('PATCH', '/account')],
    contradictedBy: [null, 'newer-updated-at', 'other-copy'] as const,
  }),
  'growing-session': every({ versions: [3, 7], grew: [1, 300], size: [1500], left: [null, 0, 1, 4] }),
  'replayed-session': every({
    end: ['signed-out', 'reset', 'cleared'] as const,
    endedBy: [request('DELETE', '/sign_out')],
    signedIn: BOTH,
  }),
  'flash-not-swept': [{ key: 'notice', versions: 3 }],
  'old-secret-in-use': [{ opened: 'before-rotation', sealed: 'current' }],
  'csrf-rejected': [
    { how: 'exception', status: 422 },
    { how: 'null-session', status: 401, key: 'user_id' },
  ],
  'rewritten-unchanged': every({ wire: [3900], chance: [0, 0.004, 0.006, 0.01, 0.4], limit: [4096] }),
};

/** Findings that together are worded in every way, with and without a cookie's name. */
export const FINDINGS: readonly Finding[] = Object.entries(PARAMETERS).flatMap(([kind, all]) =>
  all.flatMap((parameters: object) =>
    [null, '_app_session'].flatMap((cookie) =>
      (['error', 'warning'] as const).map((severity) => ({ kind, severity, cookie, line: 0, parameters }) as unknown as Finding),
    ),
  ),
);
