import { describe, expect, test } from 'vitest';
import { cookieScope } from '../../../src/core/cookies/cookie-scope.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';

describe('Domain', () => {
  const rows = [
    { url: 'https://app.test/', attribute: '', scope: 'app.test, host only', reason: 'no Domain' },
    { url: 'https://APP.test/', attribute: '', scope: 'app.test, host only', reason: 'hosts are lower case' },
    { url: 'https://app.test/', attribute: 'Domain=', scope: 'app.test, host only', reason: 'an empty Domain is none' },
    { url: 'https://www.app.test/', attribute: 'Domain=.App.test', scope: 'app.test', reason: 'for the subdomains too' },
    { url: 'https://app.test/', attribute: 'Domain=app.test', scope: 'app.test', reason: 'the host itself, subdomains included' },
    { url: 'http://127.0.0.1:3000/', attribute: 'Domain=127.0.0.1', scope: '127.0.0.1, host only', reason: 'an address has no subdomains' },
    { url: 'http://[::1]/', attribute: 'Domain=[::1]', scope: '[::1], host only', reason: 'nor has one of IPv6' },
    {
      url: 'http://localhost/',
      attribute: 'Domain=.localhost',
      scope: 'localhost, host only',
      reason: 'a single label is a public suffix',
    },
    { url: 'https://app.test/', attribute: 'Domain=other.test', scope: 'other.test', reason: 'refused, but that is judged elsewhere' },
    { url: 'nonsense', attribute: '', scope: ', host only', reason: 'no host to be seen' },
  ];
  test.each(rows)('of "$attribute" from $url is $scope: $reason', ({ url, attribute, scope }) => {
    const { domain, hostOnly } = cookieScope(parseSetCookie(`a=1; ${attribute}`), url);
    expect(hostOnly ? `${domain}, host only` : domain).toBe(scope);
  });
});

describe('Path', () => {
  const rows = [
    { url: 'https://app.test', attribute: '', path: '/', reason: 'no path in the URL' },
    { url: 'https://app.test/login', attribute: '', path: '/', reason: 'one slash' },
    { url: 'https://app.test/a/b/c?x=/y#/z', attribute: '', path: '/a/b', reason: 'up to the last slash of the path' },
    { url: 'https://app.test/a/b/', attribute: '', path: '/a/b', reason: 'a trailing slash goes' },
    { url: 'https://app.test/a/b', attribute: 'Path=/x', path: '/x', reason: 'need not lead to the URL' },
    { url: 'https://app.test/a/b', attribute: 'Path=x', path: '/a', reason: 'not absolute: the default path' },
    { url: 'nonsense', attribute: '', path: '/', reason: 'no path to be seen' },
    { url: 'data:text/plain,x', attribute: '', path: '/', reason: 'a path without a slash' },
  ];
  test.each(rows)('of "$attribute" from $url is $path: $reason', ({ url, attribute, path }) => {
    expect(cookieScope(parseSetCookie(`a=1; ${attribute}`), url).path).toBe(path);
  });
});
