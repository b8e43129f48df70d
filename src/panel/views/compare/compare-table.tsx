import type { ComparisonLine, ComparisonPart } from '../../../core/report/comparison-lines.ts';
import { usePanel } from '../../context.ts';
import { sideNames } from '../../text/import.ts';
import { type MessageKey, message } from '../../text/message.ts';

const PARTS = ['cookies', 'findings', 'logouts'] as const;

const PART_TITLES: Readonly<Record<ComparisonPart, MessageKey>> = {
  cookies: 'compareCookies',
  findings: 'compareFindings',
  logouts: 'compareLogouts',
};

/** The lines of the comparison, left what the views show, right what is beside it. */
export function CompareTable({ lines }: { readonly lines: readonly ComparisonLine[] }) {
  const { recordings } = usePanel();
  const [left, right] = sideNames(recordings.shown.value, recordings.beside.value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="compare-scroll" tabIndex={0} aria-label={message('compareTab')}>
      <table class="compare-table">
        <thead>
          <tr>
            <th scope="col">{message('compareSubject')}</th>
            <th scope="col">{message('compareWhat')}</th>
            <th scope="col" title={left}>
              {left}
            </th>
            <th scope="col" title={right}>
              {right}
            </th>
          </tr>
        </thead>
        {PARTS.map((part) => (
          <Part key={part} title={message(PART_TITLES[part])} lines={lines.filter((line) => line.part === part)} />
        ))}
      </table>
    </section>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly ComparisonLine[] }) {
  if (lines.length === 0) return null;
  return (
    <tbody>
      <tr class="compare-part">
        <th scope="rowgroup" colSpan={4}>
          {title}
        </th>
      </tr>
      {lines.map(({ cookie, what, left, right, differs }, index) => (
        <tr
          key={`${cookie} ${what}`}
          class={differs ? 'compare-differs' : undefined}
          data-testid="compare-line"
          data-cookie={cookie}
          data-differs={differs}
        >
          <th scope="row">{cookie === lines[index - 1]?.cookie ? <span class="visually-hidden">{cookie}</span> : cookie}</th>
          <td>{what}</td>
          <td class="compare-value">{left}</td>
          <td class="compare-value">{right}</td>
        </tr>
      ))}
    </tbody>
  );
}
