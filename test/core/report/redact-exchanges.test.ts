import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFormEncoding } from '../../../src/core/cookies/form-encoding.ts';
import { headerValues } from '../../../src/core/http/exchange.ts';
import { maskValue, numberedValues } from '../../../src/core/report/mask-value.ts';
import { redactExchanges } from '../../../src/core/report/redact-exchanges.ts';
import { analyse, exchange, exchangesOf, type Given } from '../recording.ts';
import { storyById, storyHar } from '../stories.ts';

const PRIVATE = /s3cret|t0ken/;

describe('what is hidden of an exchange', () => {
  const given: Given = {
    url: 'https://u:s3cret@app.test/a?key=s3cret#t0ken',
    cookie: 'a=s3cret; s3cret; b="t0ken"',
    setCookie: ['a=s3cret; Path=/x; SameSite=Lax; Max-Age=5', 's3cret', 'c=1; t0ken=s3cret; HttpOnly', 'd=; path=/'],
    headers: { Referer: 'https://app.test/b?s3cret', 'If-None-Match': 'W/"s3cret"' },
    responseHeaders: { Location: '/c?next=t0ken', 'WWW-Authenticate': 'Digest nonce="s3cret"' },
  };

  test.each(['mask', 'remove'] as const)('%s leaves no value, query or credential anywhere', (redaction) => {
    expect(JSON.stringify(redactExchanges([exchange(given)], redaction))).not.toMatch(PRIVATE);
  });

  test('mask keeps names, attributes, shape and length', () => {
    const [masked] = redactExchanges([exchange(given)], 'mask');
    expect(masked && headerValues(masked.requestHeaders, 'cookie')).toEqual(['a=000001; 000001; b="00002"']);
    expect(masked && headerValues(masked.responseHeaders, 'set-cookie')).toEqual([
      'a=000001; Path=/x; SameSite=Lax; Max-Age=5',
      '000001',
      'c=3; removed; HttpOnly',
      'd=; path=/',
    ]);
    expect(masked?.url).toBe('https://app.test/a?key=***');
  });

  test('remove keeps names and attributes, and an empty value, which deletes', () => {
    const [removed] = redactExchanges([exchange(given)], 'remove');
    expect(removed && headerValues(removed.responseHeaders, 'set-cookie')).toEqual([
      'a=removed; Path=/x; SameSite=Lax; Max-Age=5',
      'removed',
      'c=removed; removed; HttpOnly',
      'd=; path=/',
    ]);
    expect(removed?.url).toBe('https://app.test/a');
  });

  test('none leaves everything as it is', () => {
    const exchanges = [exchange(given)];
    expect(redactExchanges(exchanges, 'none')).toBe(exchanges);
  });
});

describe('a masked value', () => {
  test.each<[reason: string, value: string, masked: string]>([
    ['base64 with its escapes and separators', 'aB3%2B%2F%3D--Zz%3D%3D', '000%2B%2F%3D--01%3D%3D'],
    ['JSON: its punctuation alone', '%7B%22id%22%3A7%7D', '%7B%2200%22%3A1%7D'],
    ['letters as escapes', '%41%C3%A9x', '%30%30%301'],
    ['bytes beyond ASCII', '\u00c3\u00a9', '01'],
    ['nothing to hide', '--', '--'],
  ])('%s: %s', (_reason, value, masked) => {
    expect(maskValue(value, numberedValues())).toBe(masked);
  });

  test('is as long as before, on the wire and for Rails', () => {
    const pieces = fc.constantFrom('a', 'Z', '9', '+', '/', '=', '-', '%', '%2B', '%41', '%c3', '%3', '%zz', '\u00ff', ' ');
    fc.assert(
      fc.property(fc.string({ unit: pieces }), (value) => {
        const masked = maskValue(value, numberedValues());
        expect(masked).toHaveLength(value.length);
        expect(decodeFormEncoding(masked)).toHaveLength(decodeFormEncoding(value).length);
        expect(masked).not.toMatch(/Z|\u00ff|%41|%c3/);
      }),
    );
  });

  test('tells what was different apart, and what was equal alike', () => {
    const numbers = numberedValues();
    const values = ['one', 'two', 'one', ...Array.from({ length: 300 }, (_, index) => `value-${index}`)];
    const masked = values.map((value) => maskValue(value, numbers));
    expect(masked[0]).toBe(masked[2]);
    expect(new Set(masked).size).toBe(new Set(values).size);
  });
});

test('a recording whose values are masked tells the same of sizes, refusals and history', async () => {
  const exchanges = exchangesOf(storyHar(storyById('v8_1_3_1/silent-drop')));
  const [before, after] = [await analyse(exchanges), await analyse(redactExchanges(exchanges, 'mask'))];
  const told = (analysis: typeof before) => analysis.allRows().map(({ sizes, storage }) => ({ sizes, stored: storage?.stored }));
  expect(told(after)).toEqual(told(before));
  const parents = (analysis: typeof before) => analysis.histories().map(({ versions }) => versions.map(({ id, parent }) => [id, parent]));
  expect(parents(after)).toEqual(parents(before));
});
