import type { Finding, FindingKind, Severity } from '../findings/finding.ts';
import { findingInfo, infoOf } from '../findings/finding-info.ts';
import { markdownBlock, markdownCode, markdownProse } from './markdown-text.ts';

/** A finding as every report writes it: the remedy is the text, then lines to copy. */
export interface FindingText {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly cookie: string | null;
  readonly message: string;
  readonly remedy: readonly [text: string, ...lines: readonly string[]];
}

/** One finding for the issue tracker. Never holds a cookie's value or an address. */
export function printFindingMarkdown(finding: Finding): string {
  const { text, lines } = infoOf(finding).remedy(finding);
  const { kind, severity, cookie } = finding;
  const told = { kind, severity, cookie, message: infoOf(finding).message(finding), remedy: [text, ...lines] } as const;
  const parts = [
    `## ${findingTitle(kind)}`,
    ...findingParts(told, [`Severity: ${severity}`]),
    `More in ${markdownCode(findingInfo[kind].docs)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

export const findingTitle = (kind: FindingKind): string => markdownProse(findingInfo[kind].title);

/** What stands below a finding's title: the message, facts on one line, the remedy and its lines. */
export function findingParts({ kind, cookie, message, remedy }: FindingText, facts: readonly string[]): readonly string[] {
  const [text, ...lines] = remedy;
  const about = cookie === null ? [] : [`Cookie: ${cookie === '' ? 'without a name' : markdownCode(cookie)}`];
  return [
    markdownProse(message),
    [`Kind: ${markdownCode(kind)}`, ...about, ...facts].join(' · '),
    `**Remedy:** ${markdownProse(text)}`,
    ...(lines.length === 0 ? [] : [markdownBlock(lines)]),
  ];
}
