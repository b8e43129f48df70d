import { versionText } from '../findings/application-text.ts';
import type { Finding } from '../findings/finding.ts';
import { infoOf } from '../findings/finding-info.ts';
import type { Remedy } from '../findings/remedy.ts';
import { message } from '../message.ts';
import { type Application, UNKNOWN_APPLICATION } from '../readers/application.ts';
import { printFindingMarkdown } from './finding-markdown.ts';

/** A finding with its words, so that who shows it needs no prose. Plain data. `Backticks` set code. */
export interface FindingView {
  readonly finding: Finding;
  /** One sentence: what is wrong here. */
  readonly message: string;
  /** One paragraph: why it matters. */
  readonly why: string;
  readonly remedy: Remedy;
  /** For which version the remedy's lines are; null where they are for any, and where nothing tells. */
  readonly version: string | null;
  /** Path of its page inside the repository. */
  readonly docs: string;
  /** For the issue tracker. */
  readonly markdown: string;
}

/** `applications` is what is known of those behind the cookies that findings name. */
export function viewFinding(finding: Finding, applications: ReadonlyMap<string, Application>): FindingView {
  const application = applications.get(finding.cookie ?? '') ?? UNKNOWN_APPLICATION;
  const info = infoOf(finding);
  const remedy = info.remedy(finding, application);
  return {
    finding,
    message: info.message(finding),
    why: message(info.why),
    remedy,
    version: versionText(remedy, application),
    docs: info.docs,
    markdown: printFindingMarkdown(finding, application),
  };
}
