import { expect, test } from 'vitest';
import { isPublicSuffix, schemefulSite, siteOf } from '../../../src/core/cookies/public-suffix.ts';

test.each([
  ['www.example.com', 'example.com', false, 'a registrable domain'],
  ['www.shop.co.uk', 'shop.co.uk', false, 'a suffix of two labels'],
  ['co.uk', 'co.uk', true, 'the suffix itself'],
  ['me.github.io', 'me.github.io', false, 'under a private suffix'],
  ['github.io', 'github.io', true, 'a private suffix'],
  ['www.ck', 'www.ck', false, 'an exception of the list'],
  ['a.b.kawasaki.jp', 'a.b.kawasaki.jp', false, 'a wildcard of the list'],
  ['a.xn--55qx5d.cn', 'a.xn--55qx5d.cn', false, 'under a suffix in punycode'],
  ['app.test', 'app.test', false, 'a name that the list does not know'],
  ['localhost', 'localhost', true, 'a single label'],
  ['app.localhost', 'app.localhost', false, 'under a single label'],
  ['127.0.0.1', '127.0.0.1', false, 'an address'],
  ['[::1]', '[::1]', false, 'IPv6'],
  ['www.example.com.', 'example.com.', false, 'a dot at the end'],
  ['com.', 'com.', true, 'a suffix with a dot at the end'],
  ['', '', false, 'no host'],
])('%j is of the site %s, and a public suffix: %s… (%s)', (host, site, isSuffix) => {
  expect([siteOf(host), isPublicSuffix(host)]).toEqual([site, isSuffix]);
  expect([siteOf(host), isPublicSuffix(host)]).toEqual([site, isSuffix]);
});

test.each([
  ['https://www.example.com:8443/a', 'https://example.com', 'without port and path'],
  ['wss://www.example.com/', 'https://example.com', 'a WebSocket is of its page'],
  ['ws://localhost:3000/', 'http://localhost', 'a plain one too'],
  ['http://[::1]:3000/', 'http://[::1]', 'an address'],
  ['data:text/plain,a', null, 'no host'],
  ['nonsense', null, 'no URL'],
])('%s is of %s (%s)', (url, site, _why) => expect(schemefulSite(url)).toBe(site));

test('the memory of hosts stays bounded and right', () => {
  for (let index = 0; index < 5000; index++) expect(siteOf(`${index}.example.com`)).toBe('example.com');
  expect(siteOf('0.example.com')).toBe('example.com');
});
