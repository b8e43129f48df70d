import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** The sign-in's answer is a 500 whose page names CookieOverflow: its session never left the server. */
export const overflowException: Cause = {
  cause: 'overflow-exception',
  explain: (loss) => (loss.kind === 'overflow' ? verdict(loss, 'certain', [], ['dropped-too-large']) : null),
};
