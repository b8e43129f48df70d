import { type Capitals, capitals } from '../capitals.ts';
import type { FindingKind } from './finding.ts';
import { FINDING_ORDER } from './finding-order.ts';

/** What each kind is called. Apart from the rest of its prose, since every table of findings needs it. */
export const FINDING_TITLES = Object.fromEntries(FINDING_ORDER.map((kind) => [kind, `finding${capitals(kind)}Title`])) as Readonly<
  Record<FindingKind, `finding${Capitals<FindingKind>}Title`>
>;
