import type { MessageKey } from '../message.ts';
import type { Application } from '../readers/application.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { Remedy } from './remedy.ts';

type FindingOf<K extends FindingKind> = Extract<Finding, { readonly kind: K }>;

/** The prose of one kind of finding: what the panel, the command line and the reports say. */
export interface FindingInfo<K extends FindingKind> {
  /** One sentence with its numbers: what is wrong here. */
  message(finding: FindingOf<K>): string;
  /** One paragraph: why it matters. */
  readonly why: MessageKey;
  /** `application` is what the recording shows of the one that sets the finding's cookie. */
  remedy(finding: FindingOf<K>, application: Application): Remedy;
  /** Path of the page inside the repository. */
  readonly docs: string;
}
