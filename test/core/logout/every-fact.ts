import type { RefusalReason } from '../../../src/core/cookies/storage.ts';
import type { EvidenceFact } from '../../../src/core/logout/logout.ts';
import type { Configuration } from '../../../src/core/readers/explanation/explanation.ts';

type FactOf<K extends EvidenceFact['kind']> = Extract<EvidenceFact, { readonly kind: K }>;

const AT = Date.parse('2026-01-01T10:30:05Z');

/** Total: a reason that is missing does not build. */
const REASONS: Readonly<Record<RefusalReason, true>> = {
  'insecure-origin': true,
  prefix: true,
  'samesite-none-insecure': true,
  'domain-mismatch': true,
  'public-suffix': true,
  'control-character': true,
  'secure-overwrite': true,
  'partitioned-insecure': true,
  'third-party-blocked': true,
  'samesite-cross-site': true,
  'credentials-omitted': true,
  empty: true,
  malformed: true,
  'too-large': true,
};

const GCM: Configuration = { layout: 'encrypted-gcm', digest: 'SHA256', iterations: 1000, salt: null, cipherBits: 256, hmacDigest: null };

/** Each kind with every variant of its sentence. */
const FACTS: { readonly [K in EvidenceFact['kind']]: readonly FactOf<K>[] } = {
  'signed-in': [{ kind: 'signed-in' }],
  'carried-signed-in': [{ kind: 'carried-signed-in' }],
  'set-signed-in': [{ kind: 'set-signed-in' }],
  'set-without-identity': [{ kind: 'set-without-identity' }],
  'set-another-session-id': [{ kind: 'set-another-session-id' }],
  deleted: [{ kind: 'deleted' }],
  refused: (Object.keys(REASONS) as RefusalReason[]).map((reason) => ({ kind: 'refused', reason, wire: 4120 })),
  'not-carried': [
    { kind: 'not-carried', setAt: null },
    { kind: 'not-carried', setAt: AT },
  ],
  withheld: ['domain', 'path', 'secure', 'same-site', 'expired', 'partition', 'credentials', 'another'].map((reason) => ({
    kind: 'withheld',
    reason,
  })),
  'carried-old-version': [
    { kind: 'carried-old-version', setAt: null },
    { kind: 'carried-old-version', setAt: AT },
  ],
  'starts-over': [{ kind: 'starts-over', status: 302 }],
  'error-page': [{ kind: 'error-page', page: 'CookieOverflow', status: 500 }],
  'opens-with': [
    { kind: 'opens-with', label: 'production', configuration: GCM },
    { kind: 'opens-with', label: 'production', configuration: { ...GCM, layout: 'encrypted-cbc', digest: 'SHA1', salt: 'old cookie' } },
    { kind: 'opens-with', label: 'before', configuration: { ...GCM, digest: 'SHA1' } },
  ],
  'does-not-open': [{ kind: 'does-not-open' }],
  'no-set-cookie': [{ kind: 'no-set-cookie' }],
  'sign-out-request': [{ kind: 'sign-out-request' }],
  'cookies-missing': [{ kind: 'cookies-missing' }],
  overlapped: [{ kind: 'overlapped', other: 'e1', otherLandedAt: AT, landedAt: AT + 1 }],
  gap: [
    { kind: 'gap', milliseconds: 1_800_000 },
    { kind: 'gap', milliseconds: 1000 },
  ],
  'expired-at': [
    { kind: 'expired-at', at: AT },
    { kind: 'expired-at', at: Number.NaN },
  ],
  'rails-counted': [{ kind: 'rails-counted', bytes: 3801 }],
  'heavy-key': [{ kind: 'heavy-key', key: 'return_to', wire: 2310 }],
  'another-host': [{ kind: 'another-host', host: 'shop.test', cookieHost: 'www.shop.test' }],
  'another-path': [{ kind: 'another-path', path: '/cart', cookiePath: '/admin' }],
  'another-application': [{ kind: 'another-application', origin: 'http://localhost:3001', cookieOrigin: 'http://localhost:3000' }],
  'carried-twice': [
    { kind: 'carried-twice', times: 2 },
    { kind: 'carried-twice', times: 3 },
  ],
  'in-frame': [{ kind: 'in-frame' }],
  'serialized-with': [
    { kind: 'serialized-with', serializer: 'marshal' },
    { kind: 'serialized-with', serializer: 'json' },
  ],
  'sealed-for': [{ kind: 'sealed-for', purpose: 'cookie._old_session' }],
  altered: [{ kind: 'altered' }],
  idle: [
    { kind: 'idle', milliseconds: 172_800_000 },
    { kind: 'idle', milliseconds: 7_200_000 },
  ],
  'not-a-visit': [
    { kind: 'not-a-visit', as: 'prefetch' },
    { kind: 'not-a-visit', as: 'subresource' },
  ],
  'from-cache': [{ kind: 'from-cache', field: 'x-cache: HIT' }],
  'cookie-count': [{ kind: 'cookie-count', count: 182 }],
  'unknown-id': [{ kind: 'unknown-id' }],
};

/** One of each, with every variant of its sentence. */
export const everyFact: readonly EvidenceFact[] = Object.values(FACTS).flat();
