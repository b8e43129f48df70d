import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cookieScope } from '../../../src/core/cookies/cookie-scope.ts';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/cookies/form-encoding.ts';
import { parseSetCookie, printSetCookie } from '../../../src/core/cookies/set-cookie.ts';

// What Chromium 156 and Firefox 153 did with real lines; the files say how it was observed.
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../fixtures/vectors/${name}`, import.meta.url), 'utf8'));

interface AcceptanceRow {
  readonly id: string;
  readonly set_cookie: string;
}

interface Stored {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite?: string;
  readonly session: boolean;
}

interface ObservedCase {
  readonly id: string;
  readonly request_url: string;
  readonly set_cookie: readonly string[];
  readonly chrome: { readonly stored?: readonly Stored[] };
}

const { cases } = read('browser-observed.json') as { readonly cases: readonly ObservedCase[] };
const lines = [
  ...(read('browser-acceptance-chromium.json') as readonly AcceptanceRow[]).map((row) => row.set_cookie),
  ...(read('browser-acceptance-firefox.json') as readonly AcceptanceRow[]).map((row) => row.set_cookie),
  ...cases.flatMap((observed) => observed.set_cookie),
];

test('every line that was sent to a browser is given back exactly', () => {
  expect(lines.length).toBeGreaterThan(600);
  for (const line of lines) expect(printSetCookie(parseSetCookie(line))).toBe(line);
});

describe('What Chromium stored is what one of the lines parses to', () => {
  const storing = cases.flatMap(({ id, request_url: url, set_cookie, chrome }) =>
    chrome.stored === undefined || chrome.stored.length === 0 ? [] : [{ id, url, set_cookie, stored: chrome.stored }],
  );

  test('for enough cases to mean something', () => expect(storing.length).toBeGreaterThan(150));

  test.each(storing)('$id', ({ url, set_cookie, stored }) => {
    const parsed = set_cookie.map((line) => storedAs(line, url));
    for (const cookie of stored) {
      expect(parsed).toContainEqual({
        name: cookie.name,
        value: cookie.value,
        domain: cookie.domain,
        path: cookie.path,
        secure: cookie.secure,
        httpOnly: cookie.httpOnly,
        sameSite: cookie.sameSite ?? null,
        session: cookie.session,
      });
    }
  });
});

/** In the form of DevTools: a domain with a leading dot where subdomains get the cookie too. */
function storedAs(sent: string, url: string) {
  const cookie = parseSetCookie(encodeUtf8(sent));
  const { domain, hostOnly, path } = cookieScope(cookie, url);
  const { secure, httpOnly, sameSite, maxAge, expires } = cookie.effective;
  return {
    name: decodeUtf8(cookie.name),
    value: decodeUtf8(cookie.value),
    domain: hostOnly ? domain : `.${domain}`,
    path,
    secure,
    httpOnly,
    sameSite: ['Strict', 'Lax', 'None'].includes(sameSite ?? '') ? sameSite : null,
    session: maxAge === null && (expires === null || expires.time === null),
  };
}
