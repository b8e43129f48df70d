/** Entries in the form in which the browsers write them, small enough to read. Nothing here was recorded. */

interface Header {
  readonly name: unknown;
  readonly value: unknown;
}

/** `Name: value` as HAR has it. */
export const headers = (...lines: readonly string[]): readonly Header[] =>
  lines.map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 2) }));

interface Parts {
  readonly entry?: object;
  readonly request?: object;
  readonly response?: object;
}

/** A well-formed GET that answered 200, with these parts in place of its own. */
export function entry({ entry = {}, request = {}, response = {} }: Parts = {}): object {
  return {
    startedDateTime: '2026-01-15T12:00:00.000Z',
    time: 12.5,
    request: { method: 'GET', url: 'https://app.test/', httpVersion: 'HTTP/1.1', headers: [], cookies: [], queryString: [], ...request },
    response: { status: 200, statusText: 'OK', headers: [], cookies: [], content: { size: 0, mimeType: 'text/html' }, ...response },
    cache: {},
    timings: {},
    ...entry,
  };
}

export const har = (entries: readonly unknown[], log: object = { creator: { name: 'WebInspector', version: '537.36' } }): string =>
  JSON.stringify({ log: { version: '1.2', pages: [], ...log, entries } });
