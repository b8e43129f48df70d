import type { Remedy } from '../findings/remedy.ts';
import { type MessageKey, message } from '../message.ts';
import type { Application } from '../readers/application.ts';
import type { EvidenceFact, Logout, LogoutCause } from './logout.ts';
import type { ClockText } from './time-text.ts';

/** The prose of one cause: what the panel, the command line and the reports say. */
export interface CauseInfo {
  /** The verdict in one sentence, with the numbers and times that the evidence has. */
  message(logout: Logout, clock: ClockText): string;
  /** One paragraph: what happened. */
  readonly why: MessageKey;
  /** `application` is what the recording shows of the one that sets the cookie. */
  remedy(logout: Logout, application: Application): Remedy;
  /** Path of the page inside the repository. */
  readonly docs: string;
}

/** The prose of some causes; together they are total. */
export type CauseInfos<C extends LogoutCause> = Readonly<Record<C, CauseInfo>>;

export type FactOf<K extends EvidenceFact['kind']> = Extract<EvidenceFact, { readonly kind: K }>;

/** The facts of one kind among the evidence, in the order of the traffic. */
export function factsOf<K extends EvidenceFact['kind']>({ evidence }: Logout, kind: K): readonly FactOf<K>[] {
  return evidence.map(({ fact }) => fact).filter((fact): fact is FactOf<K> => fact.kind === kind);
}

/** The first of `factsOf`. */
export function factOf<K extends EvidenceFact['kind']>(logout: Logout, kind: K): FactOf<K> | null {
  return factsOf(logout, kind)[0] ?? null;
}

/** The name of the cookie, for what nothing but a cookie can tell; of a sign-in that set none, see `ofCookie`. */
export const nameOf = ({ cookie }: Logout): string => cookie ?? '';

/** A text whose first substitution is the name of the cookie, and the same without that one, for where no cookie was ever set. */
export type CookieText = readonly [named: MessageKey, nameless: MessageKey];

export function ofCookie({ cookie }: Logout, [named, nameless]: CookieText, ...substitutions: readonly string[]): string {
  return cookie === null ? message(nameless, ...substitutions) : message(named, cookie, ...substitutions);
}
