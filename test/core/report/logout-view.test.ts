import { describe, expect, it } from 'vitest';
import type { HttpExchange } from '../../../src/core/http/exchange.ts';
import type { Logout } from '../../../src/core/logout/logout.ts';
import { type LogoutSource, viewLogouts } from '../../../src/core/report/logout-view.ts';
import { row } from '../../panel/row.ts';
import { RAILS } from '../applications.ts';
import { logout } from './logout-views.ts';

const exchange = (id: string, startedAt: number): HttpExchange =>
  ({ id, startedAt, method: 'GET', url: `https://app.test/${id}`, status: 200 }) as HttpExchange;

function source(logouts: readonly Logout[], rows: LogoutSource['rows'] = () => []): LogoutSource {
  return {
    logouts: () => logouts,
    exchanges: () => [exchange('set', 1), exchange('between', 2), exchange('lost', 3)],
    rows,
    application: () => RAILS,
  };
}

describe('what is shown of a logout', () => {
  it('names each exchange that it speaks of once, in the order of the traffic', () => {
    const [view] = viewLogouts(source([logout()]));
    expect(view?.exchanges.map(({ id, at }) => [id, at])).toEqual([
      ['set', 1],
      ['lost', 3],
    ]);
  });

  it.each([
    ['the cookie’s own row', ['other', '_app_session'], 'row1'],
    ['else a row that touches a session', ['other', null], 'row1'],
    ['else any', ['other'], 'row0'],
    ['none where there is none', [], null],
  ] as const)('leads to %s', (_what, cookies, expected) => {
    const rows = cookies.map((cookie, index) => row(`row${index}`, { cookie, session: index > 0 }));
    const [view] = viewLogouts(source([logout()], () => rows));
    expect(view?.exchanges[0]?.rowId).toBe(expected);
  });

  it('keeps its id when another cause explains it better, and has one of its own for each', () => {
    const before = viewLogouts(source([logout({ cause: 'unknown', confidence: 'possible' })]))[0]?.id;
    expect(viewLogouts(source([logout()]))[0]?.id).toBe(before);
    const ids = viewLogouts(source([logout(), logout(), logout({ cookie: 'other' })])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});
