import type { Finding, FindingKind, Severity } from '../findings/finding.ts';
import { findingInfo, infoOf } from '../findings/finding-info.ts';
import { FINDING_TITLES } from '../findings/finding-title.ts';
import type { SnippetLanguage } from '../findings/remedy.ts';
import { message } from '../message.ts';
import type { Application } from '../readers/application.ts';
import { markdownBlock, markdownCode, markdownProse } from './markdown-text.ts';

/** Without a language where nothing tells it. */
interface LanguageLines {
  readonly language?: SnippetLanguage;
  readonly lines: readonly string[];
}

/** A finding as every report writes it: the remedy is the text, then lines to copy. */
export interface FindingText {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly cookie: string | null;
  readonly message: string;
  readonly remedy: { readonly text: string; readonly snippets: readonly LanguageLines[] };
}

/** One finding for the issue tracker. Never holds a cookie's value or an address. */
export function printFindingMarkdown(finding: Finding, application: Application): string {
  const remedy = infoOf(finding).remedy(finding, application);
  const { kind, severity, cookie } = finding;
  const told = { kind, severity, cookie, message: infoOf(finding).message(finding), remedy };
  const parts = [
    `## ${findingTitle(kind)}`,
    ...findingParts(told, [`Severity: ${severity}`]),
    `More in ${markdownCode(findingInfo[kind].docs)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

export const findingTitle = (kind: FindingKind): string => markdownProse(message(FINDING_TITLES[kind]));

/** What stands below a finding's title: the message, facts on one line, the remedy and its lines. */
export function findingParts({ kind, cookie, message, remedy }: FindingText, facts: readonly string[]): readonly string[] {
  const about = cookie === null ? [] : [`Cookie: ${cookie === '' ? 'without a name' : markdownCode(cookie)}`];
  return [
    markdownProse(message),
    [`Kind: ${markdownCode(kind)}`, ...about, ...facts].join(' · '),
    `**Remedy:** ${markdownProse(remedy.text)}`,
    ...remedy.snippets.map(({ language, lines }) => markdownBlock(lines, language)),
  ];
}
