import { parseExpiry } from '../expiry.ts';
import type { Layout, Reading, SealedCookie } from '../reader.ts';
import { explainDamage, explainShortSignature } from './damage.ts';
import type { Configuration, ConfigurationPart, Explanation, ExplanationContext, OpenedWith } from './explanation.ts';

/**
 * The stage at which a reading failed and the most likely reason; also of one that opened, when the rest of the recording opened in
 * another way. Null where there is nothing to explain: it opened like the others, no secret was given, or it is only an id.
 */
export function explainReading(reading: Reading, cookie: SealedCookie, context: ExplanationContext): Explanation | null {
  const { failure, state, tried, purpose, expires } = reading;
  switch (failure) {
    case 'malformed':
      return explainDamage(cookie);
    case 'wrong-key':
    case 'tampered':
      return explainSeal(reading, cookie, context);
    case 'purpose-mismatch':
      return { kind: 'other-cookie', stage: 'purpose', purpose: purpose ?? '', cookie: /^cookie\.(.+)$/s.exec(purpose ?? '')?.[1] ?? null };
    case 'expired':
      return { kind: 'expired', stage: 'expiry', expires: expires ?? '', late: lateness(expires ?? '', context.now) };
    case 'unreadable':
      return unreadable(reading);
    case null:
      break;
  }
  if (state === 'opened') return explainConfiguration(reading, context);
  if (state !== 'readable') return null;
  const cut = shortSignature(reading, cookie);
  if (cut !== null) return cut;
  if (tried > 0) return explainSeal(reading, cookie, context);
  return reading.unreadable === null ? null : unreadable(reading);
}

/** How an authenticated value was sealed; null for what no secret opened. */
export function configurationOf({ layout, key }: Pick<Reading, 'layout' | 'key'>): OpenedWith | null {
  if (layout === null || key === null) return null;
  const { secretId, digest, iterations, salt, cipherBits, hmacDigest } = key;
  return { secretId, configuration: { layout, digest, iterations, salt, cipherBits, hmacDigest } };
}

function explainSeal(reading: Reading, cookie: SealedCookie, context: ExplanationContext): Explanation {
  const { tried, failure, layout } = reading;
  const cut = shortSignature(reading, cookie);
  if (cut !== null) return cut;
  if (tried === 0 && layout === 'encrypted-gcm') return { kind: 'cipher-missing', stage: 'key' };
  const altered = failure === 'tampered';
  const others = context.opened.some(({ configuration }) => configuration.layout === layout);
  if (altered || others) return { kind: 'wrong-seal', stage: sealOf(layout), tried, altered };
  return { kind: 'no-secret-fits', stage: 'key', framework: reading.framework, tried, readable: reading.state === 'readable' };
}

function shortSignature({ parts }: Reading, cookie: SealedCookie): Explanation | null {
  const signature = parts.find(({ kind, encoding }) => kind === 'signature' && encoding === 'hex');
  return signature === undefined ? null : explainShortSignature(cookie, signature.text);
}

/** What authenticates a layout. */
function sealOf(layout: Layout | null): 'tag' | 'signature' {
  return layout === 'encrypted-gcm' || layout === 'rack-encryptor-v2' ? 'tag' : 'signature';
}

function explainConfiguration(reading: Reading, context: ExplanationContext): Explanation | null {
  const own = configurationOf(reading);
  if (own === null) return null;
  const here = own.configuration;
  const others = context.opened
    .filter(({ secretId, configuration }) => secretId === own.secretId && differences(here, configuration).length > 0)
    .map(({ configuration }) => configuration);
  if (others.length === 0) return null;
  const differs = [...new Set(others.flatMap((other) => differences(here, other)))];
  return { kind: 'other-configuration', stage: 'key', here, others, differs };
}

/** Another layout has another salt, key length and HMAC by itself; only what says more than that is told. */
function differences(a: Configuration, b: Configuration): readonly ConfigurationPart[] {
  const sameLayout = a.layout === b.layout;
  const parts: readonly (readonly [ConfigurationPart, boolean])[] = [
    ['layout', !sameLayout],
    ['digest', a.digest !== b.digest],
    ['iterations', a.iterations !== b.iterations],
    ['salt', sameLayout && a.salt !== b.salt],
    ['cipher', sameLayout && a.cipherBits !== b.cipherBits],
    ['hmac', sameLayout && a.hmacDigest !== b.hmacDigest],
  ];
  return parts.filter(([, differs]) => differs).map(([part]) => part);
}

function lateness(expires: string, now: number): number | null {
  const time = parseExpiry(expires);
  return time === null || !Number.isFinite(now) ? null : now - time;
}

function unreadable({ serializer, unreadable: at }: Reading): Explanation {
  return { kind: 'unreadable', stage: 'serializer', serializer, at };
}
