import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import { Icon } from '../../components/icon.tsx';
import { differsText, shortLifetime } from '../../text/cookie-cell.ts';
import { message } from '../../text/message.ts';
import { formatDuration } from '../../text/numbers.ts';

interface CellProps {
  readonly cookie: CookieSummary;
}

/** What a cookie is known by, where it goes, and how long. */
export function NameCell({ cookie }: CellProps) {
  return (
    <>
      <span class={cookie.session ? 'cookie-name cookie-name-session' : 'cookie-name'}>
        {cookie.name || <i class="muted">{message('nameless')}</i>}
      </span>
      {cookie.session && (
        <span class="cookie-session" role="img" aria-label={message('cookiesSession')}>
          <Icon name="key" />
        </span>
      )}
    </>
  );
}

export function DomainCell({ cookie: { scope } }: CellProps) {
  return (
    <>
      <span class="cookie-domain">{scope.domain}</span>
      <span class="cookie-reach">{message(scope.hostOnly ? 'cookiesHostOnly' : 'cookiesSubdomains')}</span>
    </>
  );
}

export function PathCell({ cookie: { scope } }: CellProps) {
  return (
    <>
      {scope.path}
      {scope.partition !== null && <span class="cookie-reach"> {message('cookiesIn', scope.partition)}</span>}
    </>
  );
}

export function SameSiteCell({ cookie: { sameSite, missing } }: CellProps) {
  if (sameSite === null) return <span class="muted">–</span>;
  return (
    <>
      {missing.includes('sameSite') && <Missing />}
      <span class={sameSite.value === null ? 'muted' : ''}>{sameSite.value ?? message('cookiesNotSet')}</span>
      <span class="cookie-rest">{differsText(sameSite)}</span>
    </>
  );
}

export function LifetimeCell({ cookie: { lifetime, cappedAt, rows } }: CellProps) {
  if (lifetime === null) return <span class="muted">{message('cookiesDeleted')}</span>;
  const sent = shortLifetime(lifetime.value);
  const since = rows.findLast((row) => !row.deleted)?.startedAt;
  return (
    <>
      {cappedAt !== null && since !== undefined ? (
        <>
          {formatDuration((cappedAt - since) / 1000)}
          <s class="cookie-rest">{sent}</s>
        </>
      ) : (
        sent
      )}
      <span class="cookie-rest">{differsText(lifetime)}</span>
    </>
  );
}

/** A flag whose absence is a finding: a shape before the word, as colour alone says nothing to some. */
export function Missing() {
  return (
    <span class="severity severity-warning">
      <Icon name="warning" />
    </span>
  );
}
