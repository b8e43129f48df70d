import { CopyButton } from '../../components/copy-button.tsx';
import { SaveButton } from '../../components/save-button.tsx';
import { usePanel } from '../../context.ts';
import type { FindingChoice, FindingFilter } from '../../state/cookie-filter.ts';
import { message, withPartsIn } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';
import { CompareStoreButton } from './compare-store.tsx';

/** The finding to filter by, and what takes the table elsewhere as it is shown. */
export function CookiesBar() {
  const { cookies, recordings, printer } = usePanel();
  const print = (as: 'cookies-csv' | 'cookies-json' | 'cookies-markdown') => printer.print({ as, cookies: cookies.visible.peek() });
  const none = cookies.visible.value.length === 0;
  return (
    <div class="cookies-bar" role="toolbar" aria-label={message('cookiesLabel')}>
      <FindingSelect />
      <span class="tool-space" />
      <CopyButton
        text={() => print('cookies-markdown')}
        what={message('cookiesTableMarkdown')}
        label={withPartsIn('verb', 'cookiesCopyAs', 'Markdown')}
        disabled={none}
        testid="copy-markdown"
      />
      <SaveButton
        fileName="sessionscope-cookies.csv"
        type="text/csv"
        content={() => print('cookies-csv')}
        label="CSV"
        disabled={none}
        testid="export-csv"
      />
      <SaveButton
        fileName="sessionscope-cookies.json"
        type="application/json"
        content={() => print('cookies-json')}
        label="JSON"
        disabled={none}
        testid="export-json"
      />
      {recordings.shown.value === null && <CompareStoreButton />}
    </div>
  );
}

function FindingSelect() {
  const { cookies } = usePanel();
  const chosen = cookies.finding.value;
  return (
    <select
      class={chosen === 'all' ? 'select' : 'select field-on'}
      aria-label={message('cookiesFilterFinding')}
      data-testid="finding-filter"
      value={chosen}
      onChange={(event) => {
        // Every option's value is one of the choices.
        cookies.finding.value = event.currentTarget.value as FindingFilter;
      }}
    >
      {cookies.choices.value.map((choice) => (
        <option key={choice.filter} value={choice.filter}>
          {choiceText(choice)}
        </option>
      ))}
    </select>
  );
}

const CHOICES = { all: 'cookiesChoiceAll', any: 'cookiesChoiceAny', error: 'cookiesChoiceError' } as const;

function choiceText({ filter, count }: FindingChoice): string {
  const what = filter === 'all' || filter === 'any' || filter === 'error' ? message(CHOICES[filter]) : filter;
  return message('cookiesChoice', what, formatCount(count));
}
