import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOnly, RunOptions } from 'axe-core';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What colours alone decide. */
const CONTRAST = ['color-contrast', 'link-in-text-block'];

/** Of one rule: the elements, each with what is wrong. */
export interface AxeProblem {
  readonly rule: string;
  readonly nodes: readonly string[];
}

export interface AxeAnswer {
  readonly violations: readonly AxeProblem[];
  /** What axe could not decide. */
  readonly incomplete: readonly AxeProblem[];
  /** How many rules found something to look at: an answer that looked at nothing proves nothing. */
  readonly passes: number;
}

/** Rows of a grid that are built, marked and coloured as one above them is, and differ in words and numbers alone: one answer is theirs too. */
function rowsBuiltAlike(): readonly Element[] {
  const seen = new Set<string>();
  return [...document.querySelectorAll('[role=rowgroup] > [role=row]')].filter((row) => {
    const built = row.outerHTML
      .replace(/>[^<]+</g, '>text<')
      .replace(/ (?:id|title|style|aria-rowindex|aria-label|data-[\w-]+)="[^"]*"/g, '');
    const alike = seen.has(built);
    seen.add(built);
    return alike;
  });
}

/**
 * Axe in the panel's document, all rules or those of contrast. The drivers send functions as text through the browsers' own protocols,
 * which the panel's content security policy does not bind; so axe comes as part of such a text, once into each document.
 */
export async function runAxe(panel: PanelDriver, rules: 'all' | 'contrast'): Promise<AxeAnswer> {
  const there = await panel.panel(() => 'axe' in globalThis);
  const text = `async (options) => {
    const exports = undefined, module = undefined, define = undefined;
    ${there ? '' : source};
    const axe = window.axe ?? globalThis.axe;
    const shortened = (results) => results.map(({ id, nodes }) => ({
      rule: id,
      nodes: nodes.map(({ target, failureSummary }) => target.join(' ') + ': ' + (failureSummary ?? '').replace(/\\s+/g, ' ')),
    }));
    const exclude = (${rowsBuiltAlike})();
    const { violations, incomplete, passes } = await axe.run(exclude.length === 0 ? document : { exclude }, options);
    return { violations: shortened(violations), incomplete: shortened(incomplete), passes: passes.length };
  }`;
  // Only its text is sent.
  const run = Object.assign((_: RunOptions): Promise<AxeAnswer> => Promise.reject(new Error('not sent')), { toString: () => text });
  const runOnly: RunOnly = rules === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: CONTRAST };
  // One element of what passes is enough: axe would write a selector for each.
  return panel.panel(run, { runOnly, resultTypes: ['violations', 'incomplete'] });
}
