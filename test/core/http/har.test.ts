import { describe, expect, test } from 'vitest';
import { entry, har, headers } from './har-entries.ts';
import { readHar } from './read-har.ts';

const parsed = (text: string) => {
  const result = readHar(text);
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.failure)}`);
  return result.value;
};

describe('A file that is no HAR', () => {
  const rows = [
    { text: '', failure: { code: 'empty' }, reason: 'nothing' },
    { text: '\ufeff \n', failure: { code: 'empty' }, reason: 'nothing but a byte order mark and space' },
    { text: '<html>', failure: { code: 'not-json', offset: 0, line: 1, column: 1, entries: 0 }, reason: 'another format' },
    { text: '{\n  "log": nope }', failure: { code: 'not-json', offset: 11, line: 2, column: 10, entries: 0 }, reason: 'a fault on line 2' },
    { text: '{"log":{"entries":[', failure: { code: 'not-json', offset: 19, line: 1, column: 20, entries: 0 }, reason: 'cut off' },
    { text: '[]', failure: { code: 'not-a-har', field: 'log' }, reason: 'an array' },
    { text: 'null', failure: { code: 'not-a-har', field: 'log' }, reason: 'null' },
    { text: '{"log":[]}', failure: { code: 'not-a-har', field: 'log' }, reason: 'a log that is none' },
    { text: '{"log":{}}', failure: { code: 'not-a-har', field: 'log.entries' }, reason: 'no entries' },
    { text: '{"log":{"entries":{}}}', failure: { code: 'not-a-har', field: 'log.entries' }, reason: 'entries that are no list' },
  ];
  test.each(rows)('$text: $reason', ({ text, failure }) => expect(readHar(text)).toEqual({ ok: false, failure }));

  test('does not take its own text into the failure', () => {
    expect(JSON.stringify(readHar('{"secret":s3cret}'))).not.toContain('s3cret');
  });
});

describe('The program that wrote the file', () => {
  const firefox = { name: 'Firefox', version: '153.7' };
  const rows = [
    { log: { creator: { name: 'WebInspector', version: '537.36' } }, creator: 'WebInspector/537.36', reason: 'Chromium names no browser' },
    { log: { creator: firefox, browser: firefox }, creator: 'Firefox/153.7', reason: 'Firefox names itself twice' },
    {
      log: { creator: { name: 'Tool', version: '1' }, browser: { name: 'Chrome', version: '156' } },
      creator: 'Chrome/156',
      reason: 'the browser counts',
    },
    { log: { creator: { name: 'Tool', version: '1' }, browser: 5 }, creator: 'Tool/1', reason: 'unless it is none' },
    { log: { creator: { name: 'Tool' } }, creator: 'Tool', reason: 'no version' },
    { log: {}, creator: null, reason: 'nothing said' },
  ];
  test.each(rows)('is $creator: $reason', ({ log, creator }) => expect(parsed(har([], log)).creator).toBe(creator));
});

describe('Whether cookies were stripped', () => {
  const server = entry({ response: { headers: headers('Server: x') } });
  const rows = [
    { entries: [server, server], stripped: true, reason: 'headers, and no cookie anywhere: what Chrome exports by default' },
    {
      entries: [entry({ response: { headers: headers('X-Unkept: x') } })],
      stripped: true,
      reason: 'headers that are not kept count as well',
    },
    { entries: [server, entry({ request: { headers: headers('cookie: a=1') } })], stripped: false, reason: 'a Cookie header' },
    { entries: [server, entry({ response: { headers: headers('set-cookie: a=1') } })], stripped: false, reason: 'a Set-Cookie header' },
    { entries: [entry()], stripped: false, reason: 'no headers at all say nothing' },
    { entries: [null, 5], stripped: false, reason: 'nor do malformed entries' },
    { entries: [], stripped: false, reason: 'nor does an empty file' },
  ];
  test.each(rows)('is $stripped: $reason', ({ entries, stripped }) => expect(parsed(har(entries)).cookiesStripped).toBe(stripped));
});

describe('The exchanges', () => {
  test('have the index of their entry, malformed ones included', () => {
    const { exchanges } = parsed(har([entry(), null, { request: { url: 'https://app.test/x' } }, entry()]));
    expect(exchanges.map(({ url }) => url)).toEqual(['https://app.test/', '', 'https://app.test/x', 'https://app.test/']);
    expect(exchanges.map(({ problems }) => problems.length > 0)).toEqual([false, true, true, false]);
  });

  test('have ids of their own, also where start, method and URL are the same', () => {
    const { exchanges } = parsed(har([entry(), entry(), null, entry(), null]));
    expect(new Set(exchanges.map(({ id }) => id)).size).toBe(5);
  });

  test('are the same whether or not the file has a byte order mark', () => {
    const text = har([entry()]);
    expect(readHar(`\ufeff${text}`)).toEqual(readHar(text));
  });

  test('are read also where an entry nests deeper than any call stack', () => {
    const deep = `{"log":{"entries":[{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}}`;
    expect(parsed(deep).exchanges).toHaveLength(1);
  });

  test('of a redirect that signs in keep each hop with its cookies', () => {
    const hop = entry({
      request: { method: 'POST', url: 'https://app.test/login', headers: headers('cookie: s=1') },
      response: { status: 302, headers: headers('location: /', 'set-cookie: s=2', 'set-cookie: remember=3') },
    });
    const page = entry({
      entry: { startedDateTime: '2026-01-15T12:00:00.100Z' },
      request: { headers: headers('cookie: s=2; remember=3') },
    });
    expect(parsed(har([hop, page])).exchanges).toMatchObject([
      { status: 302, responseHeaders: headers('location: /', 'set-cookie: s=2', 'set-cookie: remember=3') },
      { status: 200, requestHeaders: headers('cookie: s=2; remember=3') },
    ]);
  });
});
