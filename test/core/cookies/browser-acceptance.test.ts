import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/core/cookies/browser.ts';
import { CookieStore } from '../../../src/core/cookies/cookie-store.ts';
import { encodeUtf8 } from '../../../src/core/cookies/form-encoding.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { FROM_ELSEWHERE, OBSERVED, request } from './request.ts';

interface Row {
  readonly id: string;
  readonly scheme: string;
  readonly host: string;
  readonly set_cookie: string;
  readonly stored: boolean;
  readonly note: string;
}

const BROWSERS: readonly Browser[] = ['chromium', 'firefox'];
const DAY = 24 * 60 * 60 * 1000;

describe.each(BROWSERS)('What real %s keeps is what its store keeps', (browser) => {
  test.each(rowsOf(browser))('$id', (row) => {
    const { result, before } = replay(browser, row);
    expect(result.stored.outcome === 'created' || result.stored.outcome === 'replaced').toBe(row.stored);
    if (/the earlier cookie was replaced|an existing cookie was removed/.test(row.note)) expect(result.replacedCookie).toEqual(before);
    if (/the earlier cookie is (?:unchanged|kept too)/.test(row.note)) expect(result.replacedCookie).toBe(null);
  });
});

describe('Chromium says why, and where it keeps what', () => {
  const REASONS: Record<string, readonly string[]> = {
    NoCookieContent: ['empty'],
    DisallowedCharacter: ['control-character'],
    NameValuePairExceedsMaxSize: ['too-large'],
    InvalidDomain: ['domain-mismatch', 'public-suffix'],
    InvalidPrefix: ['prefix'],
    SecureOnly: ['insecure-origin'],
    SameSiteNoneInsecure: ['samesite-none-insecure'],
    OverwriteSecure: ['secure-overwrite'],
    UserPreferences: ['third-party-blocked'],
    SchemefulSameSiteUnspecifiedTreatedAsLax: ['samesite-cross-site'],
    SchemefulSameSiteLax: ['samesite-cross-site'],
    SchemefulSameSiteStrict: ['samesite-cross-site'],
  };
  const refused = rowsOf('chromium').flatMap((row) => {
    const reason = /browser reason: (\w+)/.exec(row.note)?.[1];
    return reason === undefined || REASONS[reason] === undefined ? [] : [{ ...row, reason }];
  });
  test.each(refused)('$id: $reason', (row) => {
    const { stored } = replay('chromium', row).result;
    expect(REASONS[row.reason]).toContain(stored.outcome === 'refused' ? stored.reason : stored.outcome);
  });

  const SCOPE = / domain=(\S+) path=([^…\s]+) (session|expires in (\d+) d)( Secure)?( HttpOnly)?(?: SameSite=(\w+))?( partitioned)?$/;
  const kept = rowsOf('chromium').filter(({ note }) => SCOPE.test(note));
  test.each(kept)('$id: $note', (row) => {
    const [, domain, path, life, days, secure, httpOnly, sameSite, partitioned] = SCOPE.exec(row.note) ?? [];
    const { cookie } = replay('chromium', row).result;
    expect(cookie).toMatchObject({
      path,
      secure: secure !== undefined,
      httpOnly: httpOnly !== undefined,
      sameSite: sameSite ?? null,
    });
    expect(cookie?.hostOnly ? cookie.domain : `.${cookie?.domain}`).toBe(domain);
    expect(cookie?.partition !== null).toBe(partitioned !== undefined);
    const rest = cookie?.expiresAt ?? null;
    if (life === 'session') expect(rest).toBe(null);
    else expect(Math.floor(((rest ?? 0) - OBSERVED) / DAY)).toBe(Number(days));
  });
});

describe('Firefox says where it keeps what', () => {
  const told = rowsOf('firefox').filter(
    ({ stored, note }) => stored && /domain cookie |host-only|path stored: |expires in |SameSite stored: /.test(note),
  );
  test.each(told.filter(({ note }) => !note.includes('…')))('$id: $note', (row) => {
    const { cookie } = replay('firefox', row).result;
    const domain = /domain cookie \.([\w.]+)/.exec(row.note)?.[1];
    if (domain !== undefined) expect(cookie).toMatchObject({ domain, hostOnly: false });
    if (/\bhost-only(?:;|$)/.test(row.note)) expect(cookie).toMatchObject({ domain: row.host, hostOnly: true });
    const path = /path stored: ([^;\s]+)/.exec(row.note)?.[1];
    if (path !== undefined) expect(cookie?.path).toBe(path);
    const [, amount, unit] = /expires in ([\d.]+) (s|days)/.exec(row.note) ?? [];
    if (amount !== undefined) expect(cookie?.expiresAt).toBe(OBSERVED + Number(amount) * (unit === 's' ? 1000 : DAY));
    const sameSite = /SameSite stored: (\w+)/.exec(row.note)?.[1];
    if (sameSite !== undefined) expect(cookie?.sameSite ?? 'unset').toBe(sameSite);
  });
});

function rowsOf(browser: Browser): readonly Row[] {
  return JSON.parse(readFileSync(new URL(`../../fixtures/vectors/browser-acceptance-${browser}.json`, import.meta.url), 'utf8'));
}

/** What the row's browser had been through is in its note. */
function replay(browser: Browser, row: Row) {
  const isElsewhere = row.note.startsWith('response to a cross-site credentialed fetch');
  const isBlocked = isElsewhere && !row.note.includes('third-party cookies allowed');
  // The Chromium that was observed blocked third-party cookies by the default of its builder.
  const store = new CookieStore(browser, isBlocked ? { thirdParty: 'blocked' } : {});
  const before = earlierLine(row);
  if (before !== null) store.set(parseSetCookie(before), request(`https://${row.host}/`, { at: OBSERVED - 1000 }));
  const [earlier = null] = store;
  const url = `${row.scheme}://${row.host}${pathOf(browser, row)}`;
  const result = store.set(parseSetCookie(bytesOf(browser, row)), request(url, isElsewhere ? FROM_ELSEWHERE : {}));
  return { result, before: earlier };
}

/** Firefox's rows are text that was sent as UTF-8, but for the one that says that its characters are bytes. */
function bytesOf(browser: Browser, row: Row): string {
  const isText = browser === 'firefox' && !row.note.includes('is one byte here');
  return isText ? encodeUtf8(row.set_cookie) : row.set_cookie;
}

function pathOf(browser: Browser, row: Row): string {
  return browser === 'chromium' ? '/row/1' : (/request path (\/[\w/]*)/.exec(row.note)?.[1] ?? '/');
}

function earlierLine({ note }: Row): string | null {
  const [, kind, path] = /(Secure|plain|HttpOnly) cookie a (?:\(Path=(\S+)\) )?was set/.exec(note) ?? [];
  if (kind !== undefined) return `a=1; Path=${path ?? '/'}; ${kind}`;
  if (note.startsWith('tries to delete a Secure cookie')) return 'a=1; Path=/; Secure';
  const line = /a=old(?:; (?:Secure|HttpOnly|Domain=[\w.]+|Path=[\w/]+))*/.exec(note)?.[0];
  if (line === undefined) return null;
  return line.includes('Path=') ? line : `${line}; Path=/`;
}
