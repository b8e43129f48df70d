import { decodeUtf8 } from '../../../core/cookies/form-encoding.ts';
import type { LinePlace, RequestExpectation } from '../../../core/cookies/storage.ts';
import { rowIdOf } from '../../../core/report/row-id.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { withheldText } from '../../text/expectation.ts';
import { formatTime } from '../../text/numbers.ts';

/** Which cookies the request should have carried, by the replay of the browser's store, beside what it carried. */
export function RequestCookies({ expectation }: { readonly expectation: RequestExpectation | null }) {
  if (expectation === null) return <p class="muted">No request of this recording shows its cookies, so nothing can be said about them.</p>;
  const { expected, withheld, unexpected } = expectation;
  if (expected.length + withheld.length + unexpected.length === 0)
    return <p class="muted">No cookie was to go with this request, and none did.</p>;
  return (
    <ul class="request-cookies" data-testid="request-cookies">
      {expected.map(({ name, setBy, carried }, index) => (
        <li key={`expected ${index}`} data-state={carried}>
          <Name name={name} />
          {carried === 'yes' ? <span>sent, as it should be</span> : <Missing isOther={carried === 'another-value'} />}
          <SetBy place={setBy} />
        </li>
      ))}
      {unexpected.map(({ name, setBy }, index) => (
        <li key={`unexpected ${index}`} data-state="unexpected">
          <Name name={name} />
          <span>{setBy === null ? 'sent; no recorded response set this value' : 'sent, though it should not have been'}</span>
          <SetBy place={setBy} />
        </li>
      ))}
      {withheld.map(({ name, setBy, reason }, index) => (
        <li key={`withheld ${index}`} class="muted" data-state="withheld">
          <Name name={name} />
          <span>not sent: {withheldText(reason)}</span>
          <SetBy place={setBy} />
        </li>
      ))}
    </ul>
  );
}

const Name = ({ name }: { readonly name: string }) => <code>{decodeUtf8(name) || 'nameless'}</code>;

function Missing({ isOther }: { readonly isOther: boolean }) {
  return (
    <span class="request-cookie-missing">
      <Icon name="warning" />
      {isOther ? 'sent with another value than the last one set' : 'not sent, although it is in scope'}
    </span>
  );
}

/** Jumps to the response that set it. */
function SetBy({ place }: { readonly place: LinePlace | null }) {
  const { rows, selection } = usePanel();
  const row = place === null ? undefined : rows.get(rowIdOf(place.exchangeId, place.line));
  if (row === undefined) return null;
  return (
    <button type="button" class="link" onClick={() => selection.select(row)}>
      set {formatTime(row.startedAt)} by {row.method} {row.path}
    </button>
  );
}
