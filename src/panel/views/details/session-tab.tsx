import type { Reading } from '../../../core/readers/reader.ts';
import type { DetailView } from '../../../core/report/detail-view.ts';
import type { ReadingText } from '../../../core/report/reading-text.ts';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { message } from '../../text/message.ts';
import { ChangeLine } from './change-line.tsx';
import { ExplanationNotice } from './explanation-notice.tsx';
import { IdentifierState } from './identifier/identifier-state.tsx';
import { ReadingHead } from './reading-head.tsx';
import { RevocationLine } from './revocation-line.tsx';
import { SealedState } from './sealed-state.tsx';
import { SessionTree } from './session-tree.tsx';

/** What is inside the cookie, or why that cannot be seen. */
export function SessionTab({ detail }: { readonly detail: DetailView }) {
  const { reading, readingText, carried, carriedText, row } = detail;
  if (reading !== null && readingText !== null) {
    const { explanation, repair, carriedExplanation, carriedRepair, mixedSerializers } = detail;
    return (
      <>
        <ReadingView reading={reading} said={readingText} explanation={explanation} repair={repair} change={row.change} />
        {carriedExplanation !== null && carriedExplanation.kind !== explanation?.kind && (
          <ExplanationNotice explanation={carriedExplanation} repair={carriedRepair} about={message('detailsWhatCarried')} />
        )}
        {mixedSerializers !== null && (
          <div class="notice" data-testid="mixed-serializers">
            <Icon name="info" />
            <p>
              <Prose text={mixedSerializers} />
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
        {carried !== null && carriedText !== null && (
          <ReadingView
            reading={carried}
            said={carriedText}
            explanation={detail.carriedExplanation}
            repair={detail.carriedRepair}
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
function notSessionText({ notAnId, row }: DetailView): string {
  const name = row.cookie || message('detailsThisCookieInline');
  return notAnId === null ? message('detailsNotSessionText', name) : message('detailsNotSessionWhy', name, notAnId);
}

interface ReadingViewProps {
  readonly reading: Reading;
  readonly said: ReadingText;
  readonly explanation: DetailView['explanation'];
  readonly repair: DetailView['repair'];
  readonly change: DetailView['row']['change'];
}

function ReadingView({ reading, said, explanation, repair, change }: ReadingViewProps) {
  const { state, failure } = reading;
  const { role, notice } = said;
  return (
    <div class="reading" data-testid="reading-state" data-state={state} data-failure={failure ?? ''}>
      {role !== null && (
        <h2 class="reading-role" data-testid="reading-role">
          {role}
        </h2>
      )}
      {state === 'sealed' ? (
        <SealedState
          said={said}
          title={explanation?.title ?? notice?.title ?? ''}
          text={explanation?.sentence ?? notice?.text ?? ''}
          remedy={explanation?.remedy ?? null}
          repair={repair}
        />
      ) : (
        <>
          <ReadingHead reading={reading} said={said} />
          {notice !== null && explanation === null && (
            <div class="notice">
              <Icon name="info" />
              <p>
                <b>{notice.title}.</b> {notice.text}
              </p>
            </div>
          )}
          {explanation !== null && <ExplanationNotice explanation={explanation} repair={repair} warning={state === 'failed'} />}
        </>
      )}
      {reading.identifier !== null && <IdentifierState identifier={reading.identifier} stored={reading.stored} />}
      {change !== null && <ChangeLine change={change} />}
      {said.content !== null && <SessionTree content={said.content} format={reading.serializer} change={change} />}
      {said.keptInCookie && <RevocationLine store="cookie" />}
    </div>
  );
}
