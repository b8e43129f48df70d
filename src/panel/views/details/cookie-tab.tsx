import type { SetCookie, SetCookieProblem } from '../../../core/cookies/set-cookie.ts';
import type { LineStorage } from '../../../core/cookies/storage.ts';
import type { AttributesText } from '../../../core/report/attribute-text.ts';
import type { DetailView } from '../../../core/report/detail-view.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { message } from '../../text/message.ts';
import { isContradicted, storageText, trafficText } from '../../text/storage.ts';
import { CookieSizesView } from './cookie-sizes.tsx';
import { RequestCookies } from './request-cookies.tsx';

/** The line as a browser reads it: every attribute with its verdict, what is missing, and what it weighs. */
export function CookieTab({ detail }: { readonly detail: DetailView }) {
  const { cookie, attributes, row } = detail;
  const carried = (
    <>
      <h3>{message('detailsCarriedCookies')}</h3>
      <RequestCookies expectation={detail.expectation} />
    </>
  );
  if (cookie === null || attributes === null) {
    return (
      <>
        <p class="lead">{message('detailsNoCookie')}</p>
        {carried}
      </>
    );
  }
  return (
    <>
      <dl class="facts">
        <dt>{message('detailsName')}</dt>
        <dd>
          <code>{row.cookie || message('nameless')}</code>
          <CopyButton text={row.cookie ?? ''} what={message('copyName')} />
        </dd>
        <dt>{message('detailsLifetime')}</dt>
        <dd>{attributes.lifetime}</dd>
      </dl>
      {row.storage !== null && <StorageLine storage={row.storage} />}
      {cookie.problems.map((problem) => (
        <div key={`${problem.code} ${problem.offset}`} class="notice notice-warning">
          <Icon name="warning" />
          <p>{problemText(problem)}</p>
        </div>
      ))}
      {row.sizes !== null && <CookieSizesView sizes={row.sizes} />}
      <h3>{message('detailsAttributes')}</h3>
      <Attributes cookie={cookie} said={attributes} missing={row.flags?.missing ?? []} />
      {carried}
    </>
  );
}

/** What the browser did with the line. */
function StorageLine({ storage }: { readonly storage: LineStorage }) {
  const { stored } = storage;
  const refused = stored.outcome === 'refused';
  const contradicted = isContradicted(storage);
  const traffic = trafficText(storage);
  return (
    <div
      class={refused ? 'notice notice-error' : contradicted ? 'notice notice-warning' : 'notice'}
      data-testid="storage"
      data-outcome={stored.outcome}
      data-reason={refused ? stored.reason : undefined}
    >
      <Icon name={refused ? 'error' : contradicted ? 'warning' : stored.outcome === 'ignored' ? 'info' : 'check'} />
      <p>
        {storageText(storage)}
        {traffic !== null && <span data-testid="storage-evidence"> {traffic}</span>}
      </p>
    </div>
  );
}

interface AttributesProps {
  readonly cookie: SetCookie;
  readonly said: AttributesText;
  readonly missing: readonly string[];
}

function Attributes({ cookie, said, missing }: AttributesProps) {
  return (
    <table class="attributes">
      <thead class="visually-hidden">
        <tr>
          <th>{message('detailsAsSent')}</th>
          <th>{message('detailsVerdict')}</th>
          <th>{message('detailsMeaning')}</th>
        </tr>
      </thead>
      <tbody>
        {said.given.map(({ kind, word, text }, index) => (
          <tr key={index} class={`attribute attribute-${kind}`}>
            <td>
              <code>{cookie.attributes[index]?.raw.trim()}</code>
            </td>
            <td class="attribute-verdict">{word}</td>
            <td>{text}</td>
          </tr>
        ))}
        {said.absent.map(({ name, flag, text }) => {
          const matters = missing.includes(flag);
          return (
            <tr key={name} class={matters ? 'attribute attribute-missing' : 'attribute attribute-absent'}>
              <td>
                <code>{name}</code>
              </td>
              <td class="attribute-verdict">
                {matters && <Icon name="warning" />}
                {message(matters ? 'attributeWordMissing' : 'attributeWordNotSet')}
              </td>
              <td>{text}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function problemText({ code, offset }: SetCookieProblem): string {
  switch (code) {
    case 'empty':
      return message('detailsProblemEmpty');
    case 'nameless':
      return message('detailsProblemNameless');
    case 'no-equals-sign':
      return message('detailsProblemNoEquals');
    case 'control-character':
      return message('detailsProblemControl', offset);
  }
}
