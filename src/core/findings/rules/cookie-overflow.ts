import type { Finding } from '../finding.ts';
import type { ExchangeRule } from '../rule.ts';
import type { CarriedCookie, ExchangeSubject } from '../subject.ts';

/**
 * Rails raised CookieOverflow: the answer is an error page, and because the exception passes the cookie middleware there is
 * no Set-Cookie at all, so the browser keeps the session from before:
 *
 *     HTTP/1.1 500 Internal Server Error
 *     (no Set-Cookie; the page names ActionDispatch::Cookies::CookieOverflow)
 *
 * And, as a warning before it happens: a request carries a version that would pass the limit if it grew again as it last did.
 */
export const cookieOverflow: ExchangeRule = {
  kind: 'cookie-overflow',
  about: 'exchange',
  check(subject) {
    return subject.errorPage === 'CookieOverflow' && subject.status >= 500 && !subject.setsCookies ? [raised(subject)] : predicted(subject);
  },
};

function raised(subject: ExchangeSubject): Finding {
  // The page says nothing that is kept about which cookie it was: the largest session cookie of the request is the likely one.
  const [largest] = subject.carried.filter((cookie) => cookie.session).sort((a, b) => b.sizes.rails - a.sizes.rails);
  const parameters = { stage: 'raised', carried: largest?.sizes.rails ?? null } as const;
  return { kind: 'cookie-overflow', severity: 'error', cookie: largest?.name ?? null, line: null, parameters };
}

function predicted(subject: ExchangeSubject): readonly Finding[] {
  return subject.carried.flatMap((cookie): readonly Finding[] => {
    const grew = growth(cookie);
    const { rails: size, limit } = cookie.sizes;
    if (grew <= 0 || size + grew <= limit) return [];
    const parameters = { stage: 'predicted', size, grew, limit } as const;
    return [{ kind: 'cookie-overflow', severity: 'warning', cookie: cookie.name, line: null, parameters }];
  });
}

/** Bytes by which this version is larger than the one before; only for cookies that Rails checks. */
function growth(cookie: CarriedCookie): number {
  return cookie.session && cookie.sealed && cookie.grewFrom !== null ? cookie.sizes.rails - cookie.grewFrom : 0;
}
