import type { FindingKind } from '../findings/finding.ts';
import { findingInfo } from '../findings/finding-info.ts';
import { FINDING_TITLES } from '../findings/finding-title.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { CAUSE_TITLES } from '../logout/cause-title.ts';
import type { LogoutCause } from '../logout/logout.ts';
import { message } from '../message.ts';
import { markdownCode, markdownProse } from './markdown-text.ts';

type LogoutRuleId = `logout/${LogoutCause}`;
export type RuleId = FindingKind | LogoutRuleId;

export const logoutRule = (cause: LogoutCause): LogoutRuleId => `logout/${cause}`;

/** `reportingDescriptor` of SARIF 2.1.0 (3.49). Without `helpUri`: the pages of the documentation have no address on the web. */
export interface SarifRule {
  readonly id: RuleId;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: 'warning' };
  readonly properties: { readonly tags: readonly string[] };
}

export function describeRule(id: RuleId): SarifRule {
  const { title, why, docs } = infoOfRule(id);
  const tag = isLogoutRule(id) ? 'logout' : 'cookie';
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} More in ${docs}.`, markdown: `${markdownProse(why)}\n\nMore in ${markdownCode(docs)}.` },
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['session', tag] },
  };
}

const isLogoutRule = (id: RuleId): id is LogoutRuleId => id.startsWith('logout/');

function infoOfRule(id: RuleId): { readonly title: string; readonly why: string; readonly docs: string } {
  // A rule's id is made of its cause by `logoutRule` alone.
  if (!isLogoutRule(id)) return { title: message(FINDING_TITLES[id]), why: message(findingInfo[id].why), docs: findingInfo[id].docs };
  const cause = id.slice('logout/'.length) as LogoutCause;
  return { title: message(CAUSE_TITLES[cause]), why: message(causeInfo[cause].why), docs: causeInfo[cause].docs };
}

/** `MissingSecure`, as SARIF 3.49.7 asks of a name. */
const pascalCase = (id: string): string => id.replace(/(?:^|[-/])(\w)/g, (_, letter: string) => letter.toUpperCase());
