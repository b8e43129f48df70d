import { cookieSizes, railsCount } from '../../cookies/cookie-size.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';
import { confidenceOf, refusedLine } from './refused.ts';

/** Name and value of the sign-in's session are over 4,096 bytes on the wire: Rails raised nothing, and the browser kept what it had. */
export const droppedTooLarge: Cause = {
  cause: 'dropped-too-large',
  explain(loss) {
    const refused = refusedLine(loss);
    if (refused?.reason !== 'too-large') return null;
    const bytes = railsCount(cookieSizes(refused.line.cookie));
    return verdict(
      loss,
      confidenceOf(refused.line),
      [[loss.step, { kind: 'rails-counted', bytes }]],
      ['overflow-exception', 'refused-by-browser'],
    );
  },
};
