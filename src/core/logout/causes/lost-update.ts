import { setterOf } from '../history-index.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** A request that overlapped with the sign-in carried the older version, and its Set-Cookie landed later, without the identity. */
export const lostUpdate: Cause = {
  cause: 'lost-update',
  explain(loss) {
    const { step, history, before } = loss;
    if (history === null || before === null) return null;
    // Its own answer, or that of the request which set what is carried now.
    const writer = loss.kind === 'overwritten' ? step : setterOf(history, history.carried(step));
    const signIn = setterOf(history, before.version) ?? before.step;
    if (writer === null || writer === signIn || history.carried(writer) === before.version) return null;
    const isOverlapping = writer.exchange.startedAt < signIn.landedAt && writer.landedAt >= signIn.landedAt;
    if (!isOverlapping || writer.lines.length === 0) return null;
    const old = history.carried(writer);
    const facts = [
      [writer, { kind: 'overlapped', other: signIn.exchange.id, otherLandedAt: signIn.landedAt, landedAt: writer.landedAt }],
      old === null ? null : ([writer, { kind: 'carried-old-version', setAt: old.setBy[0]?.landedAt ?? null }] as const),
    ] as const;
    return verdict(loss, before.known && loss.after?.identities?.length === 0 ? 'certain' : 'likely', facts, [
      'session-reset',
      'server-revoked',
    ]);
  },
};
