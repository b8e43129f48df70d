import { expect, test } from 'vitest';
import { domainMatch, pathMatch } from '../../../src/core/cookies/cookie-match.ts';

test.each([
  ['example.com', 'example.com', true, 'the domain itself'],
  ['a.b.example.com', 'example.com', true, 'under it'],
  ['notexample.com', 'example.com', false, 'not at a dot'],
  ['example.com', 'a.example.com', false, 'the other way round'],
  ['127.0.0.1', '127.0.0.1', true, 'an address is itself'],
  ['127.0.0.1', '0.0.1', false, 'an address has nothing above it'],
  ['[::1]', '[::1]', true, 'IPv6 likewise'],
  ['example.com', '', false, 'no domain'],
  ['example.com.', 'example.com', false, 'the dot at the end counts'],
])('%s matches the domain %s: %s (%s)', (host, domain, expected) => expect(domainMatch(host, domain)).toBe(expected));

test.each([
  ['/', '/', true, 'the root'],
  ['/a/b', '/', true, 'all is under the root'],
  ['/a/b', '/a', true, 'under it'],
  ['/a/b', '/a/', true, 'with its slash'],
  ['/a', '/a/', false, 'without its slash'],
  ['/ab', '/a', false, 'not at a slash'],
  ['/A', '/a', false, 'paths have case'],
  ['/a%2Fb', '/a/b', false, 'nothing is decoded'],
])('%s matches the path %s: %s (%s)', (path, cookiePath, expected) => expect(pathMatch(path, cookiePath)).toBe(expected));
