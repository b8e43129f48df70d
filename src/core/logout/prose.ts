import type { Remedy } from '../findings/remedy.ts';
import type { Application } from '../readers/application.ts';
import type { EvidenceFact, Logout, LogoutCause } from './logout.ts';
import type { ClockText } from './time-text.ts';

/** The prose of one cause: what the panel, the command line and the reports say. */
export interface CauseInfo {
  readonly title: string;
  /** The verdict in one sentence, with the numbers and times that the evidence has. */
  message(logout: Logout, clock: ClockText): string;
  /** One paragraph: what happened. */
  readonly why: string;
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

/** `the session cookie “_app_session”`, or `the session cookie` where none was ever set. */
export function theCookie({ cookie }: Logout): string {
  return cookie === null ? 'the session cookie' : `the session cookie “${cookie}”`;
}

/** The first letter of a sentence. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
