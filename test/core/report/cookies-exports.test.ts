import { describe, expect, it } from 'vitest';
import { summariseCookies } from '../../../src/core/report/cookie-summary.ts';
import { printCookiesCsv } from '../../../src/core/report/cookies-csv.ts';
import { printCookiesJson } from '../../../src/core/report/cookies-json.ts';
import { printCookiesMarkdown } from '../../../src/core/report/cookies-markdown.ts';
import { cookieRows } from './cookie-rows.ts';

const cookies = (...lines: readonly string[]) => summariseCookies(cookieRows(lines.map((line) => [line])));
/** A cookie with another name: the parser would cut it at an equals sign, and drop control characters. */
const named = (name: string) => cookies('a=1').map((cookie) => ({ ...cookie, name }));
const VISIT = summariseCookies(
  cookieRows([
    ['_app_session=secret-value; path=/; HttpOnly; SameSite=Lax', { session: true }],
    [
      '_app_session=secret-value-2; path=/; HttpOnly; Secure; SameSite=Lax',
      {
        session: true,
        stored: { outcome: 'refused', reason: 'insecure-origin' },
        findings: [{ kind: 'missing-secure', severity: 'error', cookie: '_app_session' }],
      },
    ],
    ['theme=secret-dark; Domain=app.test; Max-Age=1209600', { partition: 'https://top.test', stored: null }],
  ]),
);

describe('CSV', () => {
  it('has a header line, CRLF after every line, and commas between cells', () => {
    expect(printCookiesCsv(VISIT)).toBe(
      [
        'name,domain,sentTo,path,partition,httpOnly,secure,sameSite,lifetime,cappedAt,sizeNow,sizeMost,timesSet,timesDeleted,refused,findings',
        '_app_session,app.test,this host,/,,yes,yes (1 of 2),Lax,session,,24,26,2,0,1 (insecure-origin),error: missing-secure',
        'theme,app.test,with subdomains,/,https://top.test,no,no,not set,Max-Age=1209600,,16,16,1,0,,',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['=1+1', "'=1+1", 'a formula'],
    ['+1', "'+1", 'a formula'],
    ['-1', "'-1", 'a formula'],
    ['@SUM(A1)', "'@SUM(A1)", 'a formula in old spreadsheets'],
    ['\t=1', "'\t=1", 'a tab is skipped before a formula'],
    ['\r=1', '"\'\r=1"', 'so is a carriage return'],
    ['=HYPERLINK("http://evil.test","a")', '"\'=HYPERLINK(""http://evil.test"",""a"")"', 'both'],
    ['a"b', '"a""b"', 'quotes are doubled'],
    ['a,b', '"a,b"', 'a comma'],
    ['a\nb', '"a\nb"', 'a line feed'],
    ['a=1', 'a=1', 'no formula: it does not begin with it'],
    ['_app_session', '_app_session', 'plain'],
  ])('a name %j is written as %j: %s', (name, cell) => {
    expect(printCookiesCsv(named(name)).split('\r\n').slice(1).join('\r\n')).toBe(
      `${cell},app.test,this host,/,,no,no,not set,session,,2,2,1,0,0,\r\n`,
    );
  });
});

describe('Markdown', () => {
  it('is one table, with a dash where there is nothing and numbers on the right', () => {
    expect(printCookiesMarkdown(VISIT).split('\n')).toEqual([
      '| Name | Domain | Sent to | Path | Partition | HttpOnly | Secure | SameSite | Lifetime | Kept until | Size | At most | Set | Deleted | Refused | Findings |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: | --- | --- |',
      '| \\_app\\_session | app.test | this host | / | – | yes | yes (1 of 2) | Lax | session | – | 24 | 26 | 2 | 0 | 1 (insecure-origin) | error: missing-secure |'.replaceAll(
        /[()]/g,
        '\\$&',
      ),
      '| theme | app.test | with subdomains | / | https://top.test | no | no | not set | Max-Age=1209600 | – | 16 | 16 | 1 | 0 | – | – |',
      '',
    ]);
  });

  it.each([
    ['a|b', 'a\\|b', 'a pipe would end the cell'],
    ['`a`', '\\`a\\`', 'a backtick would begin code'],
    ['a\\|b', 'a\\\\\\|b', 'a backslash would undo the escape'],
    ['a\r\nb', 'a b', 'a line break would end the row'],
    ['<img src=x>', '\\<img src=x\\>', 'HTML'],
    ['&lt;', '&amp;lt;', 'an entity'],
    ['[a](b)', '\\[a\\]\\(b\\)', 'a link'],
  ])('a name %j is written as %j: %s', (name, cell) => {
    expect(printCookiesMarkdown(named(name)).split('\n')[2]?.startsWith(`| ${cell} | app.test |`)).toBe(true);
  });
});

describe('JSON', () => {
  it('names its schema and every field', () => {
    const read = JSON.parse(printCookiesJson(VISIT));
    expect(read.schema).toBe('sessionscope.cookies/1');
    expect(read.cookies[0]).toEqual({
      name: '_app_session',
      scope: { domain: 'app.test', hostOnly: true, path: '/', partition: null },
      session: true,
      httpOnly: { value: true, same: 2, of: 2 },
      secure: { value: true, same: 1, of: 2 },
      sameSite: { value: 'Lax', same: 2, of: 2 },
      lifetime: { value: { kind: 'session' }, same: 2, of: 2 },
      cappedAt: null,
      sizeNow: expect.objectContaining({ wire: 24, limit: 4096 }),
      sizeMost: expect.objectContaining({ wire: 26 }),
      timesSet: 2,
      timesDeleted: 0,
      refused: [{ reason: 'insecure-origin', count: 1 }],
      findings: [{ kind: 'missing-secure', severity: 'error', occurrences: 1 }],
    });
    expect(read.cookies[1].refused).toBeNull();
  });

  it('writes times as ISO 8601, and null for one that no date can be', () => {
    const [cookie] = cookies('a=1; Expires=Thu, 29 Jan 2026 10:02:00 GMT');
    expect(JSON.parse(printCookiesJson(cookie ? [cookie] : [])).cookies[0].lifetime.value).toEqual({
      kind: 'expires',
      expires: '2026-01-29T10:02:00.000Z',
    });
    expect(JSON.parse(printCookiesJson(cookies('a=1').map((each) => ({ ...each, cappedAt: 9e15 })))).cookies[0].cappedAt).toBeNull();
  });
});

it('no export holds a cookie value', () => {
  for (const print of [printCookiesCsv, printCookiesMarkdown, printCookiesJson]) expect(print(VISIT)).not.toContain('secret');
});
