import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderField, HttpExchange } from '../../../src/core/http/exchange.ts';
import { createOrdinals, exchangeId } from '../../../src/core/http/exchange-id.ts';
import { printHar } from '../../../src/core/http/har-export.ts';
import { KEPT_REQUEST_HEADERS, KEPT_RESPONSE_HEADERS } from '../../../src/core/http/kept-headers.ts';
import { exchange, exchangesOf } from '../recording.ts';
import { stories, storyHar } from '../stories.ts';
import { entry, har } from './har-entries.ts';
import { parseHar } from './parse-har.ts';
import { readHar } from './read-har.ts';

const OPTIONS = { version: '1.2.3', recorder: 'Firefox/153.0', comment: 'Without bodies.' };

function again(exchanges: readonly HttpExchange[]): readonly HttpExchange[] {
  const text = printHar(exchanges, OPTIONS);
  const [file, streamed] = [parseHar(text), readHar(text)];
  if (!file.ok) throw new Error(file.failure.code);
  expect(streamed).toEqual(file);
  return file.value.exchanges;
}

describe('a recording as HAR, read again', () => {
  test('gives the same exchanges of every story', () => {
    for (const story of stories) {
      const exchanges = exchangesOf(storyHar(story));
      expect(again(exchanges)).toEqual(exchanges);
    }
  });

  test('gives the same exchanges, whatever is in them', () => {
    const bytes = fc
      .string({ unit: fc.nat({ max: 255 }).map((byte) => String.fromCharCode(byte)) })
      .map((text) => text.replace(/[\r\n]/g, ''));
    const fields = (names: ReadonlySet<string>) => {
      const ordinary = [...names].filter((name) => name !== 'authorization');
      return fc.array(fc.record({ name: fc.constantFrom(...ordinary), value: bytes }));
    };
    const authorization = fc.constantFrom<readonly HeaderField[]>(
      [],
      [{ name: 'Authorization', value: 'Bearer' }],
      [{ name: 'authorization', value: '' }],
    );
    const milliseconds = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0));
    const given = fc.record({
      startedAt: fc.integer({ min: 0, max: 4e12 }),
      duration: milliseconds,
      answeredAfter: milliseconds,
      method: fc.constantFrom('GET', 'POST', 'X'),
      url: fc.webUrl({ withQueryParameters: true }),
      status: fc.integer({ min: 0, max: 999 }),
      sent: fc.tuple(fields(KEPT_REQUEST_HEADERS), authorization).map(([some, more]) => [...some, ...more]),
      responseHeaders: fields(KEPT_RESPONSE_HEADERS),
      deliveredBy: fc.constantFrom<HttpExchange['deliveredBy']>('network', 'cache', 'service-worker'),
      resourceType: fc.constantFrom(null, 'document', 'fetch'),
      error: fc.constantFrom(null, 'net::ERR_FAILED'),
      methodOverride: fc.constantFrom(null, 'DELETE'),
      errorPage: fc.constantFrom<HttpExchange['errorPage']>(null, 'CookieOverflow', 'InvalidAuthenticityToken'),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 5 }), (all) => {
        const ordinalOf = createOrdinals();
        const exchanges = all.map(({ sent, ...each }): HttpExchange => {
          const id = exchangeId(each.startedAt, each.method, each.url, ordinalOf(each.startedAt, each.method, each.url));
          return { schema: 1, ...each, id, requestHeaders: sent, problems: [] };
        });
        expect(again(exchanges)).toEqual(exchanges);
      }),
    );
  });

  test('gives the same exchanges of entries that could not be read as a whole', () => {
    const odd = [
      null,
      {},
      entry({ entry: { startedDateTime: 'soon', time: 'long' } }),
      entry({ request: { url: 'no address', headers: 7 } }),
      entry({ request: { url: undefined, method: 5 }, response: { status: 'fine' } }),
      entry({ response: { headers: [null, { name: 'Set-Cookie' }, { name: 5, value: 'x' }] } }),
      entry({ request: { headers: Array.from({ length: 30 }, () => 0) } }),
      entry({ response: { status: 500, content: { text: 'ActionDispatch::Cookies::CookieOverflow' } } }),
    ];
    const exchanges = exchangesOf(har(odd));
    expect(exchanges.filter(({ problems }) => problems.length > 0)).toHaveLength(odd.length - 1);
    expect(again(exchanges)).toEqual(exchanges);
    expect(again(again(exchanges))).toEqual(exchanges);
  });

  test('gives the same exchanges of entries with anything in place of anything', () => {
    const anything = fc.option(fc.oneof(fc.jsonValue(), fc.constant([{ name: 'Set-Cookie', value: 'a=1' }, {}])), { nil: undefined });
    const parts = fc.record({
      entry: fc.dictionary(fc.constantFrom('startedDateTime', 'time', 'timings', 'request', 'response', '_error'), anything),
      request: fc.dictionary(fc.constantFrom('method', 'url', 'headers'), anything),
      response: fc.dictionary(fc.constantFrom('status', 'headers', 'content', '_error'), anything),
    });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 4 }), (all) => {
        const exchanges = exchangesOf(har(all.map(entry)));
        expect(again(exchanges)).toEqual(exchanges);
      }),
    );
  });
});

describe('the file', () => {
  const given = exchange({
    url: 'https://app.test/a?b=1&c',
    cookie: 'a=\u00c3\u00bc',
    setCookie: ['a=1; path=/'],
    headers: { Authorization: 'Bearer' },
  });
  const { log } = JSON.parse(printHar([given], OPTIONS));

  test('has every field that HAR 1.2 requires', () => {
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'Sessionscope', version: '1.2.3' }, comment: 'Without bodies.' });
    const [entry] = log.entries;
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(['startedDateTime', 'time', 'request', 'response', 'cache', 'timings']));
    const common = ['httpVersion', 'cookies', 'headers', 'headersSize', 'bodySize'];
    expect(Object.keys(entry.request)).toEqual(expect.arrayContaining([...common, 'method', 'url', 'queryString']));
    expect(Object.keys(entry.response)).toEqual(expect.arrayContaining([...common, 'status', 'statusText', 'content', 'redirectURL']));
    expect(entry.response.content).toEqual({ size: 0, mimeType: 'x-unknown' });
    for (const part of ['send', 'wait', 'receive']) expect(entry.timings[part]).toBeGreaterThanOrEqual(0);
    expect(entry.request.queryString).toEqual([
      { name: 'b', value: '1' },
      { name: 'c', value: '' },
    ]);
  });

  test('has one character for each byte of a header', () => {
    expect(log.entries[0].request.headers).toContainEqual({ name: 'Cookie', value: 'a=\u00c3\u00bc' });
  });

  test('says that a credential was not kept', () => {
    expect(log.entries[0].request.headers).toContainEqual({ name: 'Authorization', value: 'Bearer (not-kept)' });
  });

  test('says what recorded, so that the rules of that browser hold when it is read again', () => {
    expect(log.browser).toEqual({ name: 'Firefox', version: '153.0' });
    for (const recorder of ['Firefox/153.0', 'Firefox', 'Firefox/', 'a/b/1', null]) {
      const file = parseHar(printHar([], { ...OPTIONS, recorder }));
      expect(file.ok && file.value.creator).toBe(recorder === null ? 'Sessionscope/1.2.3' : recorder.replace(/\/$/, ''));
    }
  });

  test('says of a malformed entry what was wrong with it', () => {
    const [odd] = exchangesOf(har([entry({ response: { headers: 7 } }), null]));
    const written = JSON.parse(printHar(odd === undefined ? [] : [odd], OPTIONS)).log.entries[0];
    expect(written.comment).toBe('Malformed where it was read: response.headers (wrong-type)');
    expect(log.entries[0]).not.toHaveProperty('comment');
  });

  test('is a HAR without entries too', () => {
    expect(JSON.parse(printHar([], OPTIONS)).log.entries).toEqual([]);
  });
});

describe('our own fields in a file of somebody else', () => {
  test.each<[reason: string, fields: unknown, expected: Partial<HttpExchange>]>([
    ['no object', 'x', { errorPage: null, methodOverride: null, duration: 5 }],
    ['another page', { errorPage: '<script>' }, { errorPage: null }],
    ['no method', { methodOverride: 'a b' }, { methodOverride: null }],
    [
      'problems that there are none of',
      { problems: [{ code: 'bad', field: 'url' }, { code: 'missing', field: '<b>' }, 7] },
      { problems: [] },
    ],
    ['problems that are no list', { problems: { code: 'missing', field: 'url' } }, { problems: [] }],
    ['numbers where only null is known', { duration: 7, answeredAfter: 7 }, { duration: 5, answeredAfter: 3 }],
  ])('%s: counts only where it is of the right kind', (_reason, fields, expected) => {
    const entry = {
      startedDateTime: '2026-01-01T10:00:00Z',
      time: 5,
      timings: { wait: 3 },
      request: { method: 'POST', url: 'https://app.test/', headers: [] },
      response: { status: 500, headers: [], content: {} },
      _sessionscope: fields,
    };
    expect(exchangesOf(JSON.stringify({ log: { entries: [entry] } }))[0]).toMatchObject(expected);
  });
});
