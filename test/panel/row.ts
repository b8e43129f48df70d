import type { ResponseRow } from '../../src/core/report/response-row.ts';

/** A row for tests of the panel: only what a test is about is given. */
export function row(id: string, given: Partial<ResponseRow> = {}): ResponseRow {
  return {
    id,
    exchangeId: id,
    line: 0,
    startedAt: 1000,
    method: 'GET',
    host: 'app.test',
    path: '/',
    status: 200,
    cookie: '_app_session',
    session: true,
    reading: null,
    thirdParty: false,
    sizes: null,
    flags: null,
    attributes: null,
    scope: null,
    deleted: false,
    change: null,
    storage: null,
    findings: 0,
    findingKinds: [],
    worst: null,
    notes: [],
    ...given,
  };
}
