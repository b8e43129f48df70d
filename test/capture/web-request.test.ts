import { describe, expect, test } from 'vitest';
import { WebRequestReader } from '../../src/capture/web-request.ts';
import type { HttpExchange } from '../../src/core/http/exchange.ts';
import type { WebRequestEvent } from '../../src/platform/web-request.ts';

const NOW = 1_800_000_000_000;
type Step = Partial<WebRequestEvent> & Pick<WebRequestEvent, 'step'>;
const event = (step: Step): WebRequestEvent => ({
  ...{ requestId: '1', url: 'https://app.test/', method: 'GET', at: NOW, headers: [], status: 0, fromCache: false, error: null },
  methodOverride: null,
  ...step,
});
const setCookie = (value: string) => [{ name: 'Set-Cookie', value }];
const cookie = (value: string) => [{ name: 'Cookie', value }];

/** Every exchange as it was handed on, repetitions too. */
function read(...steps: readonly Step[]): readonly HttpExchange[] {
  const handedOn: HttpExchange[] = [];
  const reader = new WebRequestReader((exchange) => handedOn.push(exchange));
  for (const step of steps) reader.read(event(step));
  return handedOn;
}

describe('requests as webRequest tells them', () => {
  test('are handed on when the response starts, and again when it has ended', () => {
    const handedOn = read(
      { step: 'request', at: NOW },
      { step: 'sent', at: NOW + 1, headers: cookie('a=1') },
      { step: 'headers', at: NOW + 8, status: 200, headers: setCookie('a=2') },
      { step: 'started', at: NOW + 9, status: 200 },
      { step: 'completed', at: NOW + 30, status: 200 },
    );
    expect(handedOn).toMatchObject([
      { startedAt: NOW, duration: null, status: 200, requestHeaders: cookie('a=1'), responseHeaders: setCookie('a=2'), problems: [] },
      { startedAt: NOW, duration: 30, status: 200, requestHeaders: cookie('a=1'), responseHeaders: setCookie('a=2'), problems: [] },
    ]);
    expect(handedOn[0]?.id).toBe(handedOn[1]?.id);
  });

  test('have one field for each Set-Cookie line, and keep its bytes', () => {
    const [exchange] = read(
      { step: 'request' },
      { step: 'sent' },
      { step: 'headers', status: 200, headers: setCookie('a=\xc3\xa9; Path=/\nb=\xff\nc=3') },
      { step: 'started', status: 200 },
    );
    expect(exchange?.responseHeaders.map(({ value }) => value)).toEqual(['a=\xc3\xa9; Path=/', 'b=\xff', 'c=3']);
  });

  test('give each hop of a redirect by itself, although the browser has one id for all', () => {
    const handedOn = read(
      { step: 'request', url: 'https://app.test/sign-in', method: 'POST', methodOverride: 'patch' },
      { step: 'sent', url: 'https://app.test/sign-in' },
      { step: 'headers', status: 302, headers: setCookie('s=1') },
      { step: 'redirected', status: 302 },
      { step: 'request', url: 'https://app.test/home', at: NOW + 5 },
      { step: 'sent', headers: cookie('s=1') },
      { step: 'headers', status: 200 },
      { step: 'started', status: 200 },
    );
    expect(handedOn).toMatchObject([
      { method: 'POST', url: 'https://app.test/sign-in', status: 302, responseHeaders: setCookie('s=1'), methodOverride: 'PATCH' },
      {
        method: 'GET',
        url: 'https://app.test/home',
        status: 200,
        requestHeaders: cookie('s=1'),
        responseHeaders: [],
        methodOverride: null,
      },
    ]);
  });

  test.each<[string, readonly Step[], readonly Partial<HttpExchange>[]]>([
    [
      'a 304 is what the server sent, not what the cache made of it',
      [
        { step: 'headers', status: 304, headers: setCookie('a=2') },
        { step: 'headers', status: 200, fromCache: true, headers: setCookie('a=1') },
        { step: 'started', status: 200, fromCache: true },
      ],
      [{ status: 304, responseHeaders: setCookie('a=2') }],
    ],
    [
      'what came out of the cache alone is left to DevTools',
      [
        { step: 'headers', status: 200, fromCache: true },
        { step: 'started', status: 200, fromCache: true },
        { step: 'completed', status: 200, fromCache: true },
      ],
      [],
    ],
    [
      'a request without a response has status 0 and the reason',
      [{ step: 'failed', at: NOW + 4, error: 'NS_ERROR_NET_RESET' }],
      [{ status: 0, duration: 4, error: 'NS_ERROR_NET_RESET' }],
    ],
    [
      'a response that broke off keeps its cookies',
      [
        { step: 'headers', status: 200, headers: setCookie('a=2') },
        { step: 'started', status: 200 },
        { step: 'failed', error: 'NS_ERROR_NET_PARTIAL_TRANSFER' },
      ],
      [
        { status: 200, error: null },
        { status: 200, error: 'NS_ERROR_NET_PARTIAL_TRANSFER', responseHeaders: setCookie('a=2') },
      ],
    ],
  ])('%s', (_, steps, wanted) => {
    const handedOn = read({ step: 'request' }, { step: 'sent' }, ...steps);
    expect(handedOn).toMatchObject(wanted);
    expect(handedOn).toHaveLength(wanted.length);
  });

  test.each<[string, readonly Step[]]>([
    ['that were redirected before they were sent', [{ step: 'request' }, { step: 'redirected', status: 307 }]],
    ['that were blocked', [{ step: 'request' }, { step: 'failed', error: 'NS_ERROR_ABORT' }]],
    ['that began before anybody listened', [{ step: 'sent' }, { step: 'headers', status: 200 }, { step: 'started', status: 200 }]],
  ])('are left out when they are ones %s', (_, steps) => {
    expect(read(...steps)).toEqual([]);
  });

  test('of the same start, method and URL have ids of their own', () => {
    const one = (requestId: string): Step[] => [
      { step: 'request', requestId },
      { step: 'sent', requestId },
      { step: 'started', requestId, status: 200 },
    ];
    expect(new Set(read(...one('1'), ...one('2')).map(({ id }) => id)).size).toBe(2);
  });
});
