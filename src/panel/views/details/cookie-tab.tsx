import type { SetCookie, SetCookieProblem } from '../../../core/cookies/set-cookie.ts';
import type { LineStorage } from '../../../core/cookies/storage.ts';
import type { ResponseDetail } from '../../../core/report/response-row.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { absentAttributes, attributeVerdict, lifetimeText } from '../../text/attribute.ts';
import { isContradicted, storageText, trafficText } from '../../text/storage.ts';
import { CookieSizesView } from './cookie-sizes.tsx';
import { RequestCookies } from './request-cookies.tsx';

/** The line as a browser reads it: every attribute with its verdict, what is missing, and what it weighs. */
export function CookieTab({ detail }: { readonly detail: ResponseDetail }) {
  const { cookie, row } = detail;
  const carried = (
    <>
      <h3>Cookies of the request</h3>
      <RequestCookies expectation={detail.expectation} />
    </>
  );
  if (cookie === null) {
    return (
      <>
        <p class="lead">This response set no cookie.</p>
        {carried}
      </>
    );
  }
  return (
    <>
      <dl class="facts">
        <dt>Name</dt>
        <dd>
          <code>{row.cookie || 'nameless'}</code>
          <CopyButton text={row.cookie ?? ''} what="name" />
        </dd>
        <dt>Lifetime</dt>
        <dd>{lifetimeText(cookie.effective)}</dd>
      </dl>
      {row.storage !== null && <StorageLine storage={row.storage} />}
      {cookie.problems.map((problem) => (
        <div key={`${problem.code} ${problem.offset}`} class="notice notice-warning">
          <Icon name="warning" />
          <p>{problemText(problem)}</p>
        </div>
      ))}
      {row.sizes !== null && <CookieSizesView sizes={row.sizes} />}
      <h3>Attributes</h3>
      <Attributes cookie={cookie} missing={row.flags?.missing ?? []} />
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
  readonly missing: readonly string[];
}

function Attributes({ cookie, missing }: AttributesProps) {
  return (
    <table class="attributes">
      <thead class="visually-hidden">
        <tr>
          <th>As sent</th>
          <th>Verdict</th>
          <th>Meaning</th>
        </tr>
      </thead>
      <tbody>
        {cookie.attributes.map((attribute, index) => {
          const { word, text } = attributeVerdict(attribute, cookie.effective);
          return (
            <tr key={index} class={`attribute attribute-${word}`}>
              <td>
                <code>{attribute.raw.trim()}</code>
              </td>
              <td class="attribute-verdict">{word}</td>
              <td>{text}</td>
            </tr>
          );
        })}
        {absentAttributes(cookie.effective).map(({ name, flag, text }) => {
          const matters = missing.includes(flag);
          return (
            <tr key={name} class={matters ? 'attribute attribute-missing' : 'attribute attribute-absent'}>
              <td>
                <code>{name}</code>
              </td>
              <td class="attribute-verdict">
                {matters && <Icon name="warning" />}
                {matters ? 'missing' : 'not set'}
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
      return 'Neither name nor value: browsers ignore the line.';
    case 'nameless':
      return 'No name before the equals sign: browsers keep a nameless cookie.';
    case 'no-equals-sign':
      return 'No equals sign: browsers take the whole as the value of a nameless cookie.';
    case 'control-character':
      return `Control character at byte ${offset}: browsers ignore the line.`;
  }
}
