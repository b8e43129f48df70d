import { expect, test } from 'vitest';
import { parseUrl } from '../../../src/core/http/parse-url.ts';

test('an address with letters beyond ASCII is one, however often it is asked for', () => {
  const address = JSON.parse('"https://app.te\u00e9st/"');
  for (let time = 0; time < 20_000; time++) if (parseUrl(address)?.hostname !== 'app.xn--test-cpa') throw new Error(`time ${time}`);
  expect(parseUrl('/sign_in', address)?.href).toBe('https://app.xn--test-cpa/sign_in');
});

test.each(['', 'app.test', '//app.test/', 'http://', 'https://a b/'])('“%s” is none', (text) => {
  expect(parseUrl(text)).toBeNull();
});
