import { decodeUtf8 } from '../../../core/cookies/form-encoding.ts';
import type { LinePlace, RequestExpectation } from '../../../core/cookies/storage.ts';
import { rowIdOf } from '../../../core/report/row-id.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { withheldText } from '../../text/expectation.ts';
import { message } from '../../text/message.ts';
import { formatTime } from '../../text/numbers.ts';

/** Which cookies the request should have carried, by the replay of the browser's store, beside what it carried. */
export function RequestCookies({ expectation }: { readonly expectation: RequestExpectation | null }) {
  if (expectation === null) return <p class="muted">{message('requestUnknown')}</p>;
  const { expected, withheld, unexpected } = expectation;
  if (expected.length + withheld.length + unexpected.length === 0) return <p class="muted">{message('requestNone')}</p>;
  return (
    <ul class="request-cookies" data-testid="request-cookies">
      {expected.map(({ name, setBy, carried }, index) => (
        <li key={`expected ${index}`} data-state={carried}>
          <Name name={name} />
          {carried === 'yes' ? <span>{message('requestSent')}</span> : <Missing isOther={carried === 'another-value'} />}
          <SetBy place={setBy} />
        </li>
      ))}
      {unexpected.map(({ name, setBy }, index) => (
        <li key={`unexpected ${index}`} data-state="unexpected">
          <Name name={name} />
          <span>{message(setBy === null ? 'requestSentUnknown' : 'requestSentWrongly')}</span>
          <SetBy place={setBy} />
        </li>
      ))}
      {withheld.map(({ name, setBy, reason }, index) => (
        <li key={`withheld ${index}`} class="muted" data-state="withheld">
          <Name name={name} />
          <span>{message('requestNotSent', withheldText(reason))}</span>
          <SetBy place={setBy} />
        </li>
      ))}
    </ul>
  );
}

const Name = ({ name }: { readonly name: string }) => <code>{decodeUtf8(name) || message('nameless')}</code>;

function Missing({ isOther }: { readonly isOther: boolean }) {
  return (
    <span class="request-cookie-missing">
      <Icon name="warning" />
      {message(isOther ? 'requestOtherValue' : 'requestMissing')}
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
      {message('requestSetBy', formatTime(row.startedAt), `${row.method} ${row.path}`)}
    </button>
  );
}
