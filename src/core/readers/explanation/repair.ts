import { decodeFormEncoding, encodeUtf8 } from '../../cookies/form-encoding.ts';
import { openCookie, recogniseCookie } from '../index.ts';
import type { Digest, Keyring, Reading, SealedCookie } from '../reader.ts';
import { withoutQuotes, withoutSpaceAround } from './damage.ts';

/** One change to a value, or to how it is opened. */
export type RepairStep =
  | { readonly kind: 'trimmed' }
  | { readonly kind: 'unquoted' }
  | { readonly kind: 'decoded' }
  | { readonly kind: 'encoded' }
  /** The `=` at the end that were cut off are put back. */
  | { readonly kind: 'padded' }
  /** Opened under the name that its purpose gives, as text. */
  | { readonly kind: 'renamed'; readonly cookie: string }
  /** Opened without what was given for this secret under Advanced. */
  | { readonly kind: 'default-options'; readonly secret: string; readonly digest: Digest | null; readonly salt: string | null };

/** The smallest change that would open a value. */
export interface Repair {
  readonly steps: readonly RepairStep[];
  /** Whether a secret opened the result; otherwise it is only whole again, and no secret that was given fits. */
  readonly opens: boolean;
}

interface Candidate {
  readonly steps: readonly RepairStep[];
  readonly cookie: SealedCookie;
}

/**
 * Finds what would open a value that did not open, by trying: fewest changes first, through `openCookie`. Null when nothing would.
 * `now` in milliseconds since the epoch, by the clock of the traffic. The work is bounded: at most 25 values of the same length.
 */
export async function findRepair(cookie: SealedCookie, keyring: Keyring, now: number): Promise<Repair | null> {
  const before = await openCookie(cookie, keyring, now);
  const malformed = before === null || before.failure === 'malformed';
  if (!malformed && opens(before)) return null;
  if (before?.failure === 'purpose-mismatch') return renamed(before, cookie, keyring, now);
  let whole: Repair | null = null;
  for (const { steps, cookie: changed } of candidates(cookie)) {
    if (recogniseCookie(changed)?.malformed !== false) continue;
    const reading = await openCookie(changed, keyring, now);
    if (reading === null) continue;
    if (opens(reading)) return { steps, opens: true };
    if (malformed && reading.layout !== 'store-id') whole ??= { steps, opens: false };
  }
  return (await withDefaults(cookie, keyring, now)) ?? whole;
}

/** An expired one opens too: what is left is no matter of its form. */
function opens(reading: Reading): boolean {
  return reading.state === 'opened' || reading.failure === 'expired';
}

/** What a value may have to go through, in the order in which wrappings come off. */
const CHANGES: readonly { readonly step: RepairStep; readonly change: (value: string) => string }[] = [
  { step: { kind: 'trimmed' }, change: withoutSpaceAround },
  { step: { kind: 'unquoted' }, change: withoutQuotes },
  { step: { kind: 'decoded' }, change: (value) => (value.includes('%25') ? decodeFormEncoding(value.replaceAll('+', '%2B')) : value) },
  { step: { kind: 'encoded' }, change: (value) => value.replace(/[+ ]|%20/g, '%2B') },
  { step: { kind: 'padded' }, change: withPadding },
];

/** Every single change, then every two in order. */
function candidates(cookie: SealedCookie): readonly Candidate[] {
  const once = changesOf({ steps: [], cookie });
  const all = [...once, ...once.flatMap(changesOf)];
  const seen = new Set([cookie.value]);
  return all.filter(({ cookie: { value } }) => !seen.has(value) && seen.add(value));
}

function changesOf({ steps, cookie }: Candidate): readonly Candidate[] {
  return CHANGES.map(({ step, change }) => ({ steps: [...steps, step], cookie: { ...cookie, value: change(cookie.value) } })).filter(
    (changed) => changed.cookie.value !== cookie.value,
  );
}

/** Completes base64 that lost no more than its padding; what was cut of an escape goes with it. */
function withPadding(value: string): string {
  let whole = value.replace(/%3?$/, '');
  while (/(?:%3D|=)$/i.test(whole.slice(-3))) whole = whole.slice(0, whole.endsWith('=') ? -1 : -3);
  const [last = ''] = decodeFormEncoding(whole).split('--').slice(-1);
  return whole + '%3D'.repeat((4 - (last.length % 4)) % 4);
}

async function renamed({ purpose }: Reading, cookie: SealedCookie, keyring: Keyring, now: number): Promise<Repair | null> {
  const [, name] = /^cookie\.(.+)$/s.exec(purpose ?? '') ?? [];
  if (name === undefined) return null;
  const reading = await openCookie({ ...cookie, name: encodeUtf8(name) }, keyring, now);
  return reading !== null && opens(reading) ? { steps: [{ kind: 'renamed', cookie: name }], opens: true } : null;
}

/** The right secret with options that are not this cookie's, such as a pinned digest. */
async function withDefaults(cookie: SealedCookie, keyring: Keyring, now: number): Promise<Repair | null> {
  const plain: Keyring = keyring
    .filter(({ options }) => Object.values(options).some((option) => option !== undefined))
    .map((secret) => ({
      id: secret.id,
      label: secret.label,
      options: {},
      derive: (derivation) => secret.derive(derivation),
      direct: (digest) => secret.direct(digest),
      sliced: () => secret.sliced(),
    }));
  if (plain.length === 0) return null;
  const reading = await openCookie(cookie, plain, now);
  if (reading?.key == null || !opens(reading)) return null;
  const { secret, digest, salt } = reading.key;
  return { steps: [{ kind: 'default-options', secret, digest, salt }], opens: true };
}
