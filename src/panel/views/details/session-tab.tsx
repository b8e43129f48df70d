import { judgeStoreId } from '../../../core/readers/rails/server-store.ts';
import type { Reading } from '../../../core/readers/reader.ts';
import { mixedSerializersText } from '../../../core/report/explanations/mixed-serializers-info.ts';
import type { ResponseDetail } from '../../../core/report/response-row.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { message } from '../../text/message.ts';
import { isKeptInCookie, readingNotice, roleText } from '../../text/reading.ts';
import { notAnIdText } from '../../text/store-entry.ts';
import { ChangeLine } from './change-line.tsx';
import { ExplanationNotice } from './explanation-notice.tsx';
import { IdentifierState } from './identifier/identifier-state.tsx';
import { ReadingHead } from './reading-head.tsx';
import { RevocationLine } from './revocation-line.tsx';
import { SealedState } from './sealed-state.tsx';
import { SessionTree } from './session-tree.tsx';

/** What is inside the cookie, or why that cannot be seen. */
export function SessionTab({ detail }: { readonly detail: ResponseDetail }) {
  const { reading, carried, row } = detail;
  const cookie = row.cookie ?? '';
  if (reading !== null) {
    const { explanation, repair, carriedExplanation, carriedRepair, mixedSerializers } = detail;
    return (
      <>
        <ReadingView reading={reading} explanation={explanation} repair={repair} cookie={cookie} change={row.change} />
        {carriedExplanation !== null && carriedExplanation.kind !== explanation?.kind && (
          <ExplanationNotice
            explanation={carriedExplanation}
            repair={carriedRepair}
            cookie={cookie}
            about={message('detailsWhatCarried')}
          />
        )}
        {mixedSerializers !== null && (
          <div class="notice" data-testid="mixed-serializers">
            <Icon name="info" />
            <p>
              <Prose text={mixedSerializersText(mixedSerializers)} />
            </p>
          </div>
        )}
      </>
    );
  }
  if (row.cookie === null) {
    return (
      <>
        <p class="lead" data-testid="reading-state" data-state="none" data-failure="">
          {message(carried === null ? 'detailsNoCookie' : 'detailsNoCookieCarried')}
        </p>
        {carried !== null && (
          <ReadingView
            reading={carried}
            explanation={detail.carriedExplanation}
            repair={detail.carriedRepair}
            cookie={carriedName(detail)}
            change={null}
          />
        )}
      </>
    );
  }
  const cleared = row.change?.event === 'cleared';
  return (
    <div class="state" data-testid="reading-state" data-state={cleared ? 'cleared' : 'none'} data-failure="">
      <h2>{message(cleared ? 'detailsCleared' : 'detailsNotSession')}</h2>
      <p>{cleared ? message('detailsClearedText', row.cookie) : notSessionText(detail)}</p>
    </div>
  );
}

/** Where the value looks like an id, also why it is not taken for one. */
function notSessionText({ cookie, row }: ResponseDetail): string {
  const reason = cookie && notAnIdText(judgeStoreId(cookie.name, cookie.value, cookie.effective.httpOnly));
  const name = row.cookie || message('detailsThisCookieInline');
  return reason === null ? message('detailsNotSessionText', name) : message('detailsNotSessionWhy', name, reason);
}

const carriedName = ({ row }: ResponseDetail): string =>
  row.notes.flatMap((note) => (note.kind === 'not-recorded' ? note.cookies : []))[0] ?? message('detailsTheCookie');

interface ReadingViewProps {
  readonly reading: Reading;
  readonly explanation: ResponseDetail['explanation'];
  readonly repair: ResponseDetail['repair'];
  readonly cookie: string;
  readonly change: ResponseDetail['row']['change'];
}

function ReadingView({ reading, explanation, repair, cookie, change }: ReadingViewProps) {
  const { state, failure, data } = reading;
  const notice = readingNotice(reading, explanation, cookie);
  const role = roleText(reading.role);
  return (
    <div class="reading" data-testid="reading-state" data-state={state} data-failure={failure ?? ''}>
      {role !== null && (
        <h2 class="reading-role" data-testid="reading-role">
          {role}
        </h2>
      )}
      {state === 'sealed' ? (
        <SealedState
          reading={reading}
          title={notice?.title ?? ''}
          text={notice?.text ?? ''}
          remedy={notice?.remedy ?? null}
          repair={repair}
        />
      ) : (
        <>
          <ReadingHead reading={reading} />
          {notice !== null && explanation === null && (
            <div class="notice">
              <Icon name="info" />
              <p>
                <b>{notice.title}.</b> {notice.text}
              </p>
            </div>
          )}
          {explanation !== null && (
            <ExplanationNotice explanation={explanation} repair={repair} cookie={cookie} warning={state === 'failed'} />
          )}
        </>
      )}
      {reading.identifier !== null && <IdentifierState identifier={reading.identifier} stored={reading.stored} />}
      {change !== null && <ChangeLine change={change} />}
      {data !== null && <SessionTree data={data} format={reading.serializer} change={change} />}
      {isKeptInCookie(reading) && <RevocationLine store="cookie" />}
    </div>
  );
}
