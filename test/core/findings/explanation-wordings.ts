import type { Explanation } from '../../../src/core/readers/explanation/explanation.ts';
import type { Repair, RepairStep } from '../../../src/core/readers/explanation/repair.ts';
import type { MixedSerializers } from '../../../src/core/session/mixed-serializers.ts';
import { every } from './every.ts';

const BOTH = [false, true] as const;
const LIMITS = [null, 'name-and-value', 'value', 'raw-value'] as const;
const CONFIGURATION = {
  layout: 'encrypted-gcm',
  digest: 'SHA256',
  iterations: 1000,
  salt: 'a salt',
  cipherBits: 256,
  hmacDigest: null,
} as const;
const CODES = [
  ...(['too-large', 'too-deep', 'too-many-elements', 'too-many-links', 'integer-too-large', 'wrong-version', 'no-signature'] as const),
  ...(['unexpected-end', 'bad-length', 'unknown-type', 'unknown-extension', 'bad-extension', 'no-symbol', 'bad-link'] as const),
  ...(['bad-symbol-link', 'invalid-float', 'invalid-number', 'invalid-utf8', 'invalid-escape', 'control-character'] as const),
  ...(['unexpected-character', 'trailing-bytes'] as const),
];

/** Explanations that together are worded in every way. */
export const EXPLANATIONS: readonly Explanation[] = [
  { kind: 'empty', stage: 'layout' },
  { kind: 'too-long', stage: 'layout', bytes: 70_000, limit: 65_536 },
  { kind: 'quoted', stage: 'encoding', quote: 'double' },
  { kind: 'quoted', stage: 'encoding', quote: 'single' },
  { kind: 'white-space-around', stage: 'encoding' },
  ...[1, 1200].map((escapes) => ({ kind: 'encoded-twice', stage: 'encoding', escapes }) as const),
  ...[1, 1200].map((spaces) => ({ kind: 'decoded-already', stage: 'encoding', spaces }) as const),
  ...LIMITS.map((limit) => ({ kind: 'cut-in-escape', stage: 'encoding', wire: 4096, limit }) as const),
  ...every({ missing: ['tag', 'iv', 'signature', 'seal'] as const, wire: [4096], limit: LIMITS }).map(
    (each) => ({ kind: 'truncated', stage: 'layout', ...each }) as const,
  ),
  { kind: 'unrecognised', stage: 'layout' },
  ...every({ framework: ['rails', 'rack'] as const, tried: [1, 1200], readable: BOTH }).map(
    (each) => ({ kind: 'no-secret-fits', stage: 'key', ...each }) as const,
  ),
  { kind: 'cipher-missing', stage: 'key' },
  ...every({ stage: ['tag', 'signature'] as const, tried: [1, 1200], altered: BOTH }).map(
    (each) => ({ kind: 'wrong-seal', ...each }) as const,
  ),
  ...[
    [{ ...CONFIGURATION, digest: 'SHA1' as const }, ['digest']] as const,
    [{ ...CONFIGURATION, digest: 'SHA512' as const, iterations: 65_536 }, ['digest', 'iterations']] as const,
    [{ ...CONFIGURATION, layout: 'encrypted-cbc', hmacDigest: 'SHA1', salt: null }, ['layout', 'hmac', 'salt']] as const,
    [{ ...CONFIGURATION, cipherBits: 128, iterations: null, digest: null }, ['cipher', 'iterations', 'digest']] as const,
  ].flatMap(([other, differs]) => [
    { kind: 'other-configuration', stage: 'key', here: CONFIGURATION, others: [other], differs } as const,
    {
      kind: 'other-configuration',
      stage: 'key',
      here: other,
      others: [CONFIGURATION, other, { ...CONFIGURATION, cipherBits: 192 }],
      differs,
    } as const,
  ]),
  { kind: 'other-cookie', stage: 'purpose', purpose: 'cookie._b', cookie: '_b' },
  { kind: 'other-cookie', stage: 'purpose', purpose: 'login', cookie: null },
  ...[null, 0, 999, 1000, 5000, 90_000, 7_200_000, 86_400_000, 90_000_000_000].map(
    (late) => ({ kind: 'expired', stage: 'expiry', expires: '2026-01-15T13:00:00.000Z', late }) as const,
  ),
  { kind: 'unreadable', stage: 'serializer', serializer: null, at: null },
  ...(['json', 'marshal', 'message_pack', 'zipjson', 'unknown'] as const).map(
    (serializer) => ({ kind: 'unreadable', stage: 'serializer', serializer, at: { code: 'bad-link', offset: 7, byte: null } }) as const,
  ),
  ...CODES.map((code) => ({ kind: 'unreadable', stage: 'serializer', serializer: 'json', at: { code, offset: 1204, byte: 4 } }) as const),
];

const DEFAULTS = { kind: 'default-options', secret: 'current' } as const;
const STEPS: readonly RepairStep[] = [
  ...(['trimmed', 'unquoted', 'decoded', 'encoded', 'padded'] as const).map((kind) => ({ kind })),
  { kind: 'renamed', cookie: '_b' },
  { ...DEFAULTS, digest: null, salt: null },
  { ...DEFAULTS, digest: 'SHA1', salt: null },
  { ...DEFAULTS, digest: 'SHA1', salt: 'a salt' },
];

/** Each step by itself, and three in a row. */
export const REPAIRS: readonly Repair[] = every({ steps: [...STEPS.map((step) => [step]), STEPS.slice(0, 3)], opens: BOTH });

export const MIXED_SERIALIZERS: readonly MixedSerializers[] = every({
  serializers: [
    ['marshal', 'json'],
    ['marshal', 'json', 'message_pack'],
  ],
  setting: ['json_allow_marshal', 'message_pack', 'message_pack_allow_marshal'],
  continued: BOTH,
});
