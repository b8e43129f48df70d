import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { redactReport } from '../../../src/core/report/redact.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { printReportHtml } from '../../../src/core/report/report-html.ts';
import { printReportMarkdown } from '../../../src/core/report/report-markdown.ts';
import { printReportSarif } from '../../../src/core/report/report-sarif.ts';
import { analyse, exchange, exchangesOf, type Given } from '../recording.ts';
import { stories, storyById, storyHar } from '../stories.ts';
import { checkSarif } from './check-sarif.ts';

const SOURCE = { kind: 'har', creator: 'Chrome/156', cookiesStripped: false } as const;
const SARIF = { version: '1.2.3', uri: 'recordings/a%20b.har' };

async function reportOf(given: readonly Given[], source: Omit<Report['source'], 'entries'> = SOURCE): Promise<Report> {
  const exchanges = given.map(exchange);
  return buildReport(
    await analyse(exchanges),
    source,
    exchanges.map(({ id }) => id),
  );
}

async function storyReport(id: string): Promise<Report> {
  const story = storyById(id);
  const exchanges = exchangesOf(storyHar(story));
  return buildReport(
    await analyse(exchanges, story.secrets),
    SOURCE,
    exchanges.map((each) => each.id),
  );
}

const lost = () => storyReport('v8_1_3_1/secret-changed');
const dropped = () => storyReport('v8_1_3_1/silent-drop');

/** With a logout and with findings of every severity. */
async function full(): Promise<Report> {
  const [report, { logouts }] = await Promise.all([dropped(), lost()]);
  return { ...report, logouts, summary: { ...report.summary, logouts: logouts.length } };
}

describe('the report as Markdown', () => {
  test('has the summary, each logout with evidence and remedy, the findings by severity, and the cookies', async () => {
    const text = printReportMarkdown(await full());
    const order = ['# Session report', '## Logouts (', '**Remedy:**', '## Errors (', '## Cookies', '| Cookie | Scope |'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toMatch(
      /^\*\*\d+ errors?, \d+ warnings?, \d+ info, 1 logout\*\* in \d+ entries, \d+ Set-Cookie lines, 1 session cookie\./m,
    );
    expect(text).toMatch(/\n```\n.+\n/);
    expect(text).toMatch(
      /^\| `_demo_session` \| `demo\.example\.test\/` \| `HttpOnly SameSite=Lax` \| [\d,]+ \| [\d,]+ \(over the limit\) \|/m,
    );
  });

  test('tells of a logout which requests show it', async () => {
    expect(printReportMarkdown(await lost())).toMatch(/^- 09:00:00 UTC, entry 0: `POST http:\/\/[^`]+` → 302\. This request signed in\.$/m);
  });

  test('says that cookies were stripped', async () => {
    expect(printReportMarkdown(await reportOf([{}], { ...SOURCE, cookiesStripped: true }))).toContain('> The recording was exported');
  });

  test('a hostile name breaks neither the table nor the page', async () => {
    const name = 'a|b`c<img>[d](https://evil.test)@all';
    const text = printReportMarkdown(await reportOf([{ setCookie: [`${name}=1; SameSite=Odd|Word`] }]));
    const row = text.split('\n').find((line) => line.startsWith('| `a%7Cb%60c')) ?? '';
    expect(row.split('|')).toHaveLength(9);
    // What is left of it stands in code, or is escaped.
    const bare = text.replaceAll('\\`', '').replace(/(`+)[^`][\s\S]*?[^`]\1(?!`)/g, '');
    expect(bare).toContain('is set without HttpOnly');
    for (const markup of [/(?<!\\)<img/, /(?<!\\)\[d/, /@all/, /https:\/\/evil/]) expect(bare).not.toMatch(markup);
  });

  test('holds neither values nor queries when they are removed', async () => {
    const report = redactReport(await reportOf([{ url: 'https://app.test/a?token=t0ken', setCookie: ['theme=v4lue'] }]), 'remove');
    expect(printReportMarkdown(report)).not.toMatch(/t0ken|v4lue/);
  });
});

describe('the report as SARIF', () => {
  test('every story gives a log of the schema’s structure, and the same one again', async () => {
    for (const { id } of stories) {
      const report = await storyReport(id);
      const text = printReportSarif(report, SARIF);
      checkSarif(JSON.parse(text));
      expect(printReportSarif(report, SARIF)).toBe(text);
    }
  });

  test('a result has its rule, level, place, fingerprint and occurrences', async () => {
    const [run] = JSON.parse(printReportSarif(await full(), SARIF)).runs;
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'silent-drop');
    expect(result).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'recordings/a%20b.har' }, region: { startLine: 1 } } }],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-z]{14}:1$/) },
      properties: { cookie: '_demo_session', occurrences: [{ entry: expect.any(Number), line: 0 }] },
    });
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('silent-drop');
    expect(run.results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('logout/secret-changed');
    expect(run.tool.driver.semanticVersion).toBe('1.2.3');
  });

  test('a sign-out on purpose is no result', async () => {
    const report = await storyReport('v8_1_3_1/secret-changed');
    const logouts = report.logouts.map((logout) => ({ ...logout, cause: 'signed-out' as const }));
    expect(printReportSarif({ ...report, logouts }, SARIF)).not.toContain('"logout/');
  });

  test('fingerprints stay when other traffic comes before, and differ by cookie and host', async () => {
    const line = { setCookie: ['_app_session=1'] };
    const prints = async (given: readonly Given[]): Promise<readonly string[]> =>
      JSON.parse(printReportSarif(await reportOf(given), SARIF)).runs[0].results.map(
        (result: { ruleId: string; partialFingerprints: { primaryLocationLineHash: string } }) =>
          `${result.ruleId} ${result.partialFingerprints.primaryLocationLineHash}`,
      );
    const alone = await prints([line]);
    expect(await prints([{ url: 'https://app.test/first' }, { at: 1, ...line }])).toEqual(alone);
    const both = await prints([line, { at: 1, url: 'https://other.test/', ...line }]);
    expect(new Set(both).size).toBe(both.length);
    expect(both.length).toBe(alone.length * 2);
  });

  test('brackets in a name make no link', async () => {
    const text = printReportSarif(await reportOf([{ setCookie: ['[a](https://evil.test)=1'] }]), SARIF);
    for (const result of JSON.parse(text).runs[0].results) expect(result.message.text).not.toMatch(/(?<!\\)\[/);
  });
});

describe('the report as HTML', () => {
  test('has the verdict with its timeline, the findings with their remedy, the sizes and the cookies', async () => {
    const text = printReportHtml(await full());
    for (const part of ['<h2>Logouts</h2>', '<ol><li>', '<h2>Findings</h2>', '<b>Remedy:</b>', '<h2>Sizes of the sessions</h2>', '<svg ']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/<tr><td><code>_demo_session<\/code><\/td><td>demo\.example\.test\/<\/td>/);
    expect(text).toContain('class="number error"');
  });

  test('loads nothing and runs nothing', async () => {
    const text = printReportHtml(await lost());
    expect(text).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
    expect(text).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|href=|src=/i);
  });

  test('nothing of the data becomes markup, wherever it stands', async () => {
    const report = await full();
    const cookie = report.cookies[0];
    if (cookie === undefined) throw new Error('no cookie');
    const ELEMENTS = (text: string): string => (text.match(/<[^>]*>/g) ?? []).map((tag) => /^<\/?[\w!]+/.exec(tag)?.[0]).join();
    const withText = (text: string): string => {
      const hostile = <T>(value: T): T => (typeof value === 'string' ? (text as T) : value);
      return printReportHtml({
        ...report,
        source: { ...report.source, creator: hostile('') },
        cookies: [
          {
            ...cookie,
            name: text || 'a',
            scope: { ...cookie.scope, domain: text, path: text },
            attributes: { ...cookie.attributes, sameSite: text },
          },
        ],
        findings: report.findings.map((finding) => ({ ...finding, cookie: text || 'a', message: text, remedy: `${text}\n${text}` })),
        logouts: report.logouts.map((logout) => ({
          ...logout,
          message: text,
          remedy: `${text}\n${text}`,
          evidence: logout.evidence.map((shown) => ({ ...shown, method: text, url: text, text })),
        })),
      });
    };
    const expected = ELEMENTS(withText('plain'));
    const alphabet = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '!',
      '-',
      '=',
      'a',
      ' ',
      '\u0000',
      '\u202e',
      '<script>',
      '" onload="',
      '</style>',
    );
    fc.assert(
      fc.property(fc.string({ unit: alphabet }), (text) => {
        expect(ELEMENTS(withText(text))).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('a session that was set ten thousand times makes a small picture', async () => {
    const report = await dropped();
    const cookie = report.cookies.find(({ session }) => session !== null);
    if (cookie === undefined) throw new Error('no session');
    const text = printReportHtml({ ...report, cookies: Array.from({ length: 10_000 }, () => cookie) });
    expect(text.length).toBeLessThan(30_000);
  });
});
