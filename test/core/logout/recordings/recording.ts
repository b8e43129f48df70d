import type { HttpExchange } from '../../../../src/core/http/exchange.ts';
import type { LogoutCause } from '../../../../src/core/logout/logout.ts';
import { SECRET } from './sessions.ts';
import { Visitor } from './visitor.ts';

/** Traffic of one visitor, and what is to be said of it. */
export interface Recording {
  /** The cause that it is about: it triggers it, or comes near and stays quiet. */
  readonly cause: LogoutCause | 'ordinary';
  readonly reason: string;
  readonly secrets: readonly string[];
  readonly exchanges: readonly HttpExchange[];
  /** Of the first logout; null when there is none. */
  readonly expected: LogoutCause | null;
}

interface Surroundings {
  readonly origin?: string;
  readonly secrets?: readonly string[];
}

/** What a visitor lives through. */
export type Told = readonly [
  reason: string,
  expected: LogoutCause | null,
  tell: (visitor: Visitor) => unknown,
  surroundings?: Surroundings,
];

/** The recordings of what a visitor lives through; each has a visitor of its own. */
export function record(cause: Recording['cause'], ...told: readonly Told[]): readonly Recording[] {
  return told.map(([reason, expected, tell, { origin, secrets = [SECRET] } = {}]) => {
    const visitor = new Visitor(origin);
    tell(visitor);
    return { cause, reason, secrets, exchanges: visitor.exchanges, expected };
  });
}
