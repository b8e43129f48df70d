import { describe, expect, test } from 'vitest';
import { requestContext } from '../../../src/core/cookies/request-context.ts';
import type { HttpExchange } from '../../../src/core/http/exchange.ts';
import { exchange } from '../recording.ts';
import { OBSERVED } from './request.ts';

const URL = 'https://api.example.com/things';
const OTHER = 'https://elsewhere.example';

function contextOf(headers: Record<string, string>, told: Partial<HttpExchange> = {}) {
  const { site, topLevel, topLevelSite, credentials } = requestContext(
    { ...exchange({ url: URL, headers }), resourceType: 'xhr', ...told },
    OBSERVED,
  );
  return [site, topLevel, topLevelSite, credentials];
}

const fetchMetadata = (site: string, mode: string, dest: string) => ({
  'Sec-Fetch-Site': site,
  'Sec-Fetch-Mode': mode,
  'Sec-Fetch-Dest': dest,
});

describe('What the headers tell of a request: site, navigation, page, credentials', () => {
  test.each([
    [
      { Origin: OTHER, 'Upgrade-Insecure-Requests': '1' },
      { resourceType: null },
      ['cross-site', true, 'https://example.com', true],
      'a form of another site where nothing else tells: Firefox on plain http',
    ],
    [fetchMetadata('none', 'navigate', 'document'), {}, ['none', true, 'https://example.com', true], 'a typed address'],
    [
      { ...fetchMetadata('cross-site', 'navigate', 'document'), Referer: OTHER },
      {},
      ['cross-site', true, 'https://example.com', true],
      'a link elsewhere',
    ],
    [
      { ...fetchMetadata('cross-site', 'navigate', 'iframe'), Referer: OTHER },
      { resourceType: 'document' },
      ['cross-site', false, OTHER, true],
      'a frame is no page',
    ],
    [fetchMetadata('same-origin', 'cors', 'empty'), {}, ['same-origin', false, 'https://example.com', null], 'a fetch of its own'],
    [
      { ...fetchMetadata('same-site', 'cors', 'empty'), Origin: 'https://app.example.com' },
      {},
      ['same-site', false, 'https://example.com', null],
      'a sister host, credentials unknown',
    ],
    [
      { ...fetchMetadata('same-site', 'cors', 'empty'), Cookie: 'a=1' },
      {},
      ['same-site', false, 'https://example.com', true],
      'it sent cookies',
    ],
    [{ ...fetchMetadata('cross-site', 'cors', 'empty'), Origin: OTHER }, {}, ['cross-site', false, OTHER, null], 'a fetch from elsewhere'],
    [
      { ...fetchMetadata('cross-site', 'cors', 'empty'), Origin: OTHER, 'Sec-Fetch-Storage-Access': 'none' },
      {},
      ['cross-site', false, OTHER, true],
      'a header of requests with credentials',
    ],
    [
      { ...fetchMetadata('cross-site', 'no-cors', 'image'), Referer: `${OTHER}/page` },
      {},
      ['cross-site', false, OTHER, true],
      'an image has credentials',
    ],
    [{ ...fetchMetadata('cross-site', 'no-cors', 'image') }, {}, ['cross-site', false, null, true], 'no Referer: the page is unknown'],
    [
      { ...fetchMetadata('same-site', 'websocket', 'empty'), Origin: 'https://app.example.com' },
      { url: 'wss://api.example.com/' },
      ['same-site', false, 'https://example.com', true],
      'a WebSocket',
    ],
    [{ 'Sec-Fetch-Site': 'strange' }, {}, ['unknown', false, null, null], 'an unknown word'],
  ] as const)('%j %j: %j (%s)', (headers, told, expected, _why) => expect(contextOf(headers, told)).toEqual(expected));
});

describe('Without Fetch metadata, Origin and Referer tell, and what the browser was fetching', () => {
  test.each([
    [
      { Referer: 'https://api.example.com/form' },
      { resourceType: 'document' },
      ['same-origin', true, 'https://example.com', true],
      'a page of its own',
    ],
    [{ Referer: `${OTHER}/` }, { resourceType: 'document' }, ['cross-site', true, 'https://example.com', true], 'a link elsewhere'],
    [{ Origin: 'http://api.example.com' }, {}, ['cross-site', false, 'http://example.com', null], 'another scheme is another site'],
    [{ Origin: 'https://app.example.com', Referer: OTHER }, {}, ['same-site', false, 'https://example.com', null], 'Origin before Referer'],
    [{ Origin: 'null', Referer: `${OTHER}/` }, {}, ['cross-site', false, OTHER, null], 'an opaque Origin'],
    [{ Origin: 'null' }, {}, ['unknown', false, null, null], 'and nothing else'],
    [{}, { resourceType: null }, ['unknown', true, 'https://example.com', true], 'nothing at all counts as a navigation'],
    [{ Origin: OTHER }, { resourceType: null }, ['cross-site', false, OTHER, null], 'an Origin does not'],
    [{}, { url: 'nonsense' }, ['unknown', false, null, null], 'no URL'],
  ] as const)('%j %j: %j (%s)', (headers, told, expected, _why) => expect(contextOf(headers, told)).toEqual(expected));

  test('the method is in upper case, the time and the URL as given', () => {
    expect(requestContext(exchange({ url: URL, method: 'post' }), OBSERVED)).toMatchObject({ method: 'POST', at: OBSERVED, url: URL });
  });
});
