import type { EvidenceFact } from '../logout/logout.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import type { LogoutView } from './logout-view.ts';
import { MASK, maskData } from './mask-data.ts';
import type { Report, ReportCookie, ReportSession } from './report.ts';

/** `mask` keeps names and shapes and hides every value; `remove` leaves only what is needed to judge. */
export type Redaction = 'none' | 'mask' | 'remove';

/**
 * The one step that every export passes: cookie values, session content, and the queries, fragments and credentials of URLs.
 * Names, sizes, flags, findings and paths stay, since they are what a report is about.
 */
export function redactReport(report: Report, redaction: Redaction): Report {
  if (redaction === 'none') return report;
  const logouts = report.logouts.map((logout) => ({
    ...logout,
    evidence: logout.evidence.map((shown) => ({ ...shown, url: redactUrl(shown.url, redaction) })),
  }));
  return { ...report, cookies: report.cookies.map((cookie) => redactCookie(cookie, redaction)), logouts };
}

/** A verdict never holds a cookie's value; what is left to hide are the addresses of its exchanges. */
export function redactLogout(view: LogoutView, redaction: Redaction): LogoutView {
  const evidence = view.logout.evidence.map((one) => ({ ...one, fact: redactFact(one.fact, redaction) }));
  const exchanges = view.exchanges.map((exchange) => ({ ...exchange, url: redactUrl(exchange.url, redaction) }));
  return { ...view, logout: { ...view.logout, evidence }, exchanges };
}

function redactFact(fact: EvidenceFact, redaction: Redaction): EvidenceFact {
  switch (fact.kind) {
    case 'another-path':
      return { ...fact, path: redactUrl(fact.path, redaction) };
    case 'another-application':
      return { ...fact, origin: redactUrl(fact.origin, redaction), cookieOrigin: redactUrl(fact.cookieOrigin, redaction) };
    default:
      return fact;
  }
}

function redactSession(session: ReportSession, redaction: Redaction): ReportSession {
  return { ...session, data: session.data && redactData(session.data, redaction) };
}

function redactCookie(cookie: ReportCookie, redaction: Redaction): ReportCookie {
  return {
    ...cookie,
    url: redactUrl(cookie.url, redaction),
    value: redactValue(cookie.value, redaction),
    session: cookie.session && redactSession(cookie.session, redaction),
  };
}

/** An empty value hides nothing, and shows that the cookie was cleared. */
function redactValue(value: string | null, redaction: Redaction): string | null {
  if (redaction === 'none' || value === null || value === '') return value;
  return redaction === 'mask' ? MASK : null;
}

/** Works on the text, so that a URL that is none is redacted too. */
export function redactUrl(url: string, redaction: Redaction): string {
  if (redaction === 'none') return url;
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?([\s\S]*)$/i.exec(url) ?? [];
  const bare = scheme + rest.replace(/^[^/?#]*@/, '').replace(/[?#][\s\S]*$/, '');
  const query = /\?([^#]*)/.exec(rest)?.[1] ?? '';
  if (redaction === 'remove' || query === '') return bare;
  const masked = query.split('&').map((pair) => (pair.includes('=') ? `${pair.slice(0, pair.indexOf('='))}=${MASK}` : MASK));
  return `${bare}?${masked.join('&')}`;
}

function redactData(value: RubyValue, redaction: Redaction): RubyValue | null {
  return redaction === 'remove' ? null : redaction === 'mask' ? maskData(value) : value;
}
