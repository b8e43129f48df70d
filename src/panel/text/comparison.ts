import type { ComparisonLine } from '../../core/report/comparison-lines.ts';
import { markdownTable } from '../../core/report/markdown-table.ts';
import { message } from './message.ts';

/** For an issue or a merge request; `left` and `right` name the recordings. */
export function comparisonMarkdown(lines: readonly ComparisonLine[], left: string, right: string): string {
  const head = [message('compareSubject'), message('compareWhat'), left, right];
  return markdownTable(
    head.map((title) => ({ title })),
    lines.map((line) => [line.cookie, line.what, line.left, line.right]),
  );
}
