import { versionText } from '../findings/application-text.ts';
import type { Remedy } from '../findings/remedy.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { CAUSE_TITLES } from '../logout/cause-title.ts';
import { evidenceText } from '../logout/evidence-info.ts';
import type { EvidenceFact } from '../logout/logout.ts';
import type { ClockText } from '../logout/time-text.ts';
import { message } from '../message.ts';
import { evidenceSteps } from './evidence-steps.ts';
import { printLogoutMarkdown } from './logout-markdown.ts';
import type { LogoutExchange, LogoutView } from './logout-view.ts';

/** One step of the story with what each of its facts says. */
export interface ToldStep {
  /** Null when the recording does not hold it any more. */
  readonly exchange: LogoutExchange | null;
  readonly facts: readonly { readonly fact: EvidenceFact; readonly text: string }[];
}

/** What a verdict says, so that who shows it needs no prose. Plain data. `Backticks` set code. */
export interface LogoutWords {
  readonly title: string;
  /** One or two sentences: what happened. */
  readonly verdict: string;
  /** When the loss showed. */
  readonly at: string;
  readonly steps: readonly ToldStep[];
  readonly why: string;
  readonly remedy: Remedy;
  /** For which version the remedy's lines are; null where they are for any, and where nothing tells. */
  readonly version: string | null;
  /** What it is not, by its titles. */
  readonly alternatives: readonly string[];
  /** Path of its page inside the repository. */
  readonly docs: string;
  /** For the issue tracker. */
  readonly markdown: string;
}

/** A logout with its words. */
export interface ToldLogout extends LogoutView {
  readonly words: LogoutWords;
}

/** `clock` writes times as the reader's zone has them. */
export function tellLogout(view: LogoutView, clock: ClockText): ToldLogout {
  const { logout, application } = view;
  const info = causeInfo[logout.cause];
  const remedy = info.remedy(logout, application);
  const words: LogoutWords = {
    title: message(CAUSE_TITLES[logout.cause]),
    verdict: info.message(logout, clock),
    at: clock(logout.at),
    steps: evidenceSteps(view).map(({ exchange, facts }) => ({
      exchange,
      facts: facts.map((fact) => ({ fact, text: evidenceText(fact, clock) })),
    })),
    why: message(info.why),
    remedy,
    version: versionText(remedy, application),
    alternatives: logout.alternatives.map((cause) => message(CAUSE_TITLES[cause])),
    docs: info.docs,
    markdown: printLogoutMarkdown(view),
  };
  return { ...view, words };
}
