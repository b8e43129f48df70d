import type { OldSeal } from '../findings/rails-rotation.ts';
import type { Configuration } from '../readers/explanation/explanation.ts';
import { configurationParts, configurationText } from './configuration-text.ts';
import type { Logout, LogoutCause } from './logout.ts';
import { type CookieText, factsOf, ofCookie } from './prose.ts';

/** What says in how far two ways of sealing differ, and what says the same of two that the evidence does not have. */
const TEXTS = {
  'digest-changed': {
    without: ['causeDigestChangedMessage', 'causeDigestChangedMessageNameless'],
    both: ['causeDigestChangedMessageConfigurations', 'causeDigestChangedMessageConfigurationsNameless'],
  },
  'cipher-changed': {
    without: ['causeCipherChangedMessage', 'causeCipherChangedMessageNameless'],
    both: ['causeCipherChangedMessageConfigurations', 'causeCipherChangedMessageConfigurationsNameless'],
  },
  'mixed-fleet': {
    without: ['causeMixedFleetMessage', 'causeMixedFleetMessageNameless'],
    both: ['causeMixedFleetMessageConfigurations', 'causeMixedFleetMessageConfigurationsNameless'],
  },
} as const satisfies { readonly [C in LogoutCause]?: Readonly<Record<'without' | 'both', CookieText>> };

/** The verdict with the parts of both configurations that differ, such as SHA1 and SHA256. */
export function withConfigurations(logout: Logout, cause: keyof typeof TEXTS): string {
  const { without, both } = TEXTS[cause];
  const { before, now } = sealedBefore(logout);
  if (before === null || now === null) return ofCookie(logout, without);
  const [were, are] = [configurationParts(before), configurationParts(now)];
  const was = were.filter((part) => !are.includes(part));
  const is = are.filter((part) => !were.includes(part));
  return was.length === 0 || is.length === 0 ? ofCookie(logout, without) : ofCookie(logout, both, was.join(', '), is.join(', '));
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
