import type { Explanation, ExplanationKind } from '../../readers/explanation/explanation.ts';

export type ExplanationOf<K extends ExplanationKind> = Extract<Explanation, { readonly kind: K }>;

/** The prose of one kind of explanation. `cookie` is the cookie's name as text. `Backticks` set code. */
export interface ExplanationInfo<K extends ExplanationKind> {
  title(explanation: ExplanationOf<K>): string;
  /** One or two sentences with the numbers: what is wrong and what most likely made it so. */
  sentence(explanation: ExplanationOf<K>, cookie: string): string;
  /** What to do. */
  remedy(explanation: ExplanationOf<K>, cookie: string): string;
}
