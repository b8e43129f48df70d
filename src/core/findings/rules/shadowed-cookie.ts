import type { ExchangeRule } from '../rule.ts';

/**
 * The browser holds two cookies of one name, of another path or domain, and sends both; the server reads the first:
 *
 *     Set-Cookie: _app_session=…; path=/admin; HttpOnly; Secure
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure
 *
 * and then in a request to /admin `Cookie: _app_session=…; _app_session=…`. Servers read nameless cookies in no common way.
 */
export const shadowedCookie: ExchangeRule = {
  kind: 'shadowed-cookie',
  about: 'exchange',
  check({ carried }) {
    return carried.flatMap(({ name: cookie, times, differ, session }) => {
      if (times < 2 || cookie === '') return [];
      return [{ kind: 'shadowed-cookie' as const, severity: 'error' as const, cookie, line: null, parameters: { times, differ, session } }];
    });
  },
};
