import { useState } from 'preact/hooks';
import type { ResponseRow } from '../../../core/report/response-row.ts';
import { usePanel } from '../../context.ts';
import type { DetailTab } from '../../state/selection.ts';
import { counted, message } from '../../text/message.ts';
import { formatCount, formatTime } from '../../text/numbers.ts';
import { showRow } from '../show-row.ts';

/** How many responses show at once: a session cookie may have thousands. */
const STEP = 100;

export interface DecidingResponsesProps<Row extends ResponseRow> {
  /** In the order of the traffic. */
  readonly rows: readonly Row[];
  /** What each says, and the head of that column; without it they are only listed. */
  readonly said?: { readonly title: string; text(row: Row): string };
  /** The tab of the details that says more. */
  readonly tab: DetailTab;
}

/** The newest first, each a link to its row in Responses. */
export function DecidingResponses<Row extends ResponseRow>({ rows, said, tab }: DecidingResponsesProps<Row>) {
  const [limit, setLimit] = useState(STEP);
  const shown = rows.slice(-limit).reverse();
  const rest = rows.length - shown.length;
  return (
    <>
      <table class="evidence">
        <thead>
          <tr>
            <th scope="col">{message('columnTime')}</th>
            <th scope="col">{message('columnResponse')}</th>
            {said && <th scope="col">{said.title}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id} data-testid="evidence-row">
              <td class="evidence-time">{formatTime(row.startedAt)}</td>
              <td class="evidence-path">
                <ResponseLink row={row} tab={tab} />
              </td>
              {said && <td>{said.text(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
          {counted('cookiesShowEarlier', rest, formatCount(Math.min(STEP, rest)))}
        </button>
      )}
    </>
  );
}

function ResponseLink({ row, tab }: { readonly row: ResponseRow; readonly tab: DetailTab }) {
  const panel = usePanel();
  const show = (): void => showRow(panel, row, tab);
  return (
    <button type="button" class="link" title={message('showInResponses', `${row.method} ${row.host}${row.path}`)} onClick={show}>
      {row.method} {row.path}
    </button>
  );
}
