import type { OldSeal } from '../findings/rails-rotation.ts';
import type { Configuration } from '../readers/explanation/explanation.ts';
import { configurationParts, configurationText } from './configuration-text.ts';
import type { Logout } from './logout.ts';
import { factsOf } from './prose.ts';

/** ` (SHA1 before, SHA256 now)`: the parts of both configurations that differ; empty where the evidence has not both. */
export function configurations(logout: Logout): string {
  const { before, now } = sealedBefore(logout);
  if (before === null || now === null) return '';
  const [were, are] = [configurationParts(before), configurationParts(now)];
  const was = were.filter((part) => !are.includes(part)).join(', ');
  const is = are.filter((part) => !were.includes(part)).join(', ');
  return was === '' || is === '' ? '' : ` (${was} before, ${is} now)`;
}

/** What Rails derived keys with before the defaults of 7.0. */
export const BEFORE_7: Configuration = {
  layout: 'encrypted-gcm',
  digest: 'SHA1',
  iterations: 1000,
  salt: null,
  cipherBits: 256,
  hmacDigest: null,
};

/** The first two different ways of sealing that the evidence shows; the second is null where there is one, which then stands for both. */
export function sealedBefore(logout: Logout, otherwise: Configuration | null = null): Pick<OldSeal, 'before' | 'now'> {
  const seen = new Map(factsOf(logout, 'opens-with').map(({ configuration }) => [configurationText(configuration), configuration]));
  const [before = otherwise, now = null] = seen.values();
  return { before, now };
}
