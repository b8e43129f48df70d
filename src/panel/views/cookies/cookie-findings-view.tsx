import { useEffect } from 'preact/hooks';
import { FINDING_TITLES } from '../../../core/findings/finding-title.ts';
import type { CookieFindings } from '../../../core/report/cookie-findings.ts';
import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';
import { FindingView } from '../details/finding-view.tsx';
import { DecidingResponses } from './deciding-responses.tsx';

/** Every kind of finding on the cookie with its newest evidence, and the responses that have it. */
export function CookieFindingsView({ cookie }: { readonly cookie: CookieSummary }) {
  const { cookies } = usePanel();
  const newest = [...new Set(cookie.findings.flatMap(({ rows }) => rows.slice(-1).map((row) => row.id)))];
  useEffect(() => cookies.askFindings(newest), [cookie.id, newest.join('\n')]);
  if (cookie.findings.length === 0) return <p class="lead">{message('cookiesNothingFound')}</p>;
  return cookie.findings.map((found) => <KindView key={found.kind} name={cookie.name} found={found} />);
}

function KindView({ name, found }: { readonly name: string; readonly found: CookieFindings }) {
  const { cookies } = usePanel();
  const row = found.rows.at(-1);
  const ofRow = cookies.findings.value.get(row?.id ?? '')?.findings;
  const told = ofRow?.find(({ finding: { kind, cookie } }) => kind === found.kind && (cookie === null || cookie === name));
  return (
    <div class="cookie-finding" data-testid="cookie-finding" data-kind={found.kind}>
      {told === undefined ? (
        // Its parameters are on their way.
        <h3 class="finding-title">
          <SeverityMark severity={found.severity} />
          {message(FINDING_TITLES[found.kind])}
        </h3>
      ) : (
        <FindingView told={told} />
      )}
      <DecidingResponses tab="findings" rows={found.rows} />
    </div>
  );
}
