import type { Finding, FindingKind } from './finding.ts';

type FindingOf<K extends FindingKind> = Extract<Finding, { readonly kind: K }>;

/** The prose of one kind of finding: what the panel, the command line and the reports say. */
export interface FindingInfo<K extends FindingKind> {
  readonly title: string;
  /** One sentence with its numbers: what is wrong here. */
  message(finding: FindingOf<K>): string;
  /** One paragraph: why it matters. */
  readonly why: string;
  remedy(finding: FindingOf<K>): Remedy;
  /** Path of the page inside the repository. */
  readonly docs: string;
}

/** `text` says what to do; `lines` are lines to copy, which may be none: Ruby or a shell command, and the plain Set-Cookie where that helps. */
interface Remedy {
  readonly text: string;
  readonly lines: readonly string[];
}
