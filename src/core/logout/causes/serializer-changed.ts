import type { Serializer } from '../../readers/reader.ts';
import type { Cause } from '../loss.ts';
import { type Sealing, sealChange, sealText } from '../seal-key.ts';
import { type Shown, verdict } from '../verdict.ts';

/** Marshal before, JSON after, or the reverse: the session starts over although its key fits, or every request is a 500. */
export const serializerChanged: Cause = {
  cause: 'serializer-changed',
  explain(loss, site) {
    if (loss.kind === 'signed-out') return null;
    const change = sealChange(loss, site);
    if (change !== null) {
      const [was, is] = [serializerOf(change.before), serializerOf(change.after)];
      if (was === is || was === null || is === null || sealText(change.before) !== sealText(change.after)) return null;
      return verdict(
        loss,
        'certain',
        [writtenWith(change.before, was), writtenWith(change.after, is)],
        ['secret-changed', 'session-reset'],
      );
    }
    const own = loss.step.carried[0]?.reading?.serializer ?? null;
    if (loss.kind !== 'error' || own === null) return null;
    return verdict(loss, 'likely', [[loss.step, { kind: 'serialized-with', serializer: own }]]);
  },
};

const serializerOf = ({ reading }: Sealing): Serializer | null => (reading.serializer === 'unknown' ? null : reading.serializer);

const writtenWith = ({ step }: Sealing, serializer: Serializer): Shown => [step, { kind: 'serialized-with', serializer }];
