import { describe, expect, test } from 'vitest';
import { printHar } from '../../../src/core/http/har-export.ts';
import { redactExchanges } from '../../../src/core/report/redact-exchanges.ts';
import { exchange, type Given } from '../recording.ts';

const OPTIONS = { version: '1.2.3', recorder: null, comment: '' };

describe('the cookies of an entry', () => {
  const cookiesOf = (given: Given): { request: unknown; response: unknown } => {
    const [entry] = JSON.parse(printHar([exchange(given)], OPTIONS)).log.entries;
    return { request: entry.request.cookies, response: entry.response.cookies };
  };

  test.each<[reason: string, line: string, cookie: object]>([
    ['until the browser closes', 'a=1', {}],
    [
      'with all attributes',
      'a=1; Path=/x; Domain=.App.test; Secure; HttpOnly; SameSite=lax',
      { path: '/x', domain: 'app.test', secure: true, httpOnly: true, sameSite: 'Lax' },
    ],
    ['by a date', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', { expires: '2026-10-21T07:28:00.000Z' }],
    [
      'by seconds from its arrival, which win over a date',
      'a=1; Max-Age=60; Expires=Wed, 21 Oct 2026 07:28:00 GMT',
      { expires: '2026-01-01T10:01:00.020Z' },
    ],
    ['that deletes', 'a=1; Max-Age=0', { expires: '1970-01-01T00:00:00.000Z' }],
    ['beyond what a year of four digits says', 'a=1; Max-Age=999999999999999', { expires: '9999-12-31T23:59:59.999Z' }],
    ['with a date that is none', 'a=1; Expires=soon', {}],
    ['with a SameSite that is none', 'a=1; SameSite=Odd', {}],
  ])('a response sets one %s: %s', (_reason, line, cookie) => {
    expect(cookiesOf({ setCookie: [line] }).response).toEqual([{ name: 'a', value: '1', httpOnly: false, secure: false, ...cookie }]);
  });

  test('are those that the request carried, and one for each line that sets any', () => {
    expect(cookiesOf({ cookie: 'a=1; b="2=3"; bare', setCookie: ['c=1', ' ; Path=/', '=2', 'c=3'] })).toEqual({
      request: [
        { name: 'a', value: '1' },
        { name: 'b', value: '"2=3"' },
        { name: '', value: 'bare' },
      ],
      response: [
        { name: 'c', value: '1', httpOnly: false, secure: false },
        { name: '', value: '2', httpOnly: false, secure: false },
        { name: 'c', value: '3', httpOnly: false, secure: false },
      ],
    });
  });

  test.each(['mask', 'remove'] as const)('are hidden as the headers are: %s', (redaction) => {
    const given = exchange({ cookie: 'a=s3cret; s3cret', setCookie: ['b=s3cret; s3cret=s3cret; Path=/x', 's3cret'] });
    const text = printHar(redactExchanges([given], redaction), OPTIONS);
    expect(text).not.toContain('s3cret');
    const hidden = redaction === 'mask' ? '000001' : 'removed';
    expect(JSON.parse(text).log.entries[0].request.cookies).toEqual([
      { name: 'a', value: hidden },
      { name: '', value: hidden },
    ]);
  });
});
