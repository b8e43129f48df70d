import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { redactReport, redactUrl } from '../../../src/core/report/redact.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { printReport } from '../../../src/core/report/report-json.ts';
import { analyse, exchange, exchangesOf, type Given } from '../recording.ts';
import { stories, storyById, storyHar } from '../stories.ts';

const SOURCE = { kind: 'har', creator: 'Chrome/156', cookiesStripped: false } as const;

async function reportOf(given: readonly Given[]): Promise<Report> {
  const exchanges = given.map(exchange);
  return buildReport(
    await analyse(exchanges),
    SOURCE,
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

const signed = (json: string): string => `${encodeURIComponent(btoa(json))}--${'0'.repeat(40)}`;

describe('what the keys cost', () => {
  const costs = async (json: string) =>
    (await reportOf([{ setCookie: [`_app_session=${signed(json)}; path=/`] }])).cookies[0]?.session?.keyCosts;

  test('is exact for a signed session: what its line is shorter without the key', async () => {
    const [whole, rest] = [
      { session_id: '0'.repeat(32), user_id: 42, note: '?>~'.repeat(20) },
      { session_id: '0'.repeat(32), user_id: 42 },
    ];
    const saved = signed(JSON.stringify(whole)).length - signed(JSON.stringify(rest)).length;
    expect(await costs(JSON.stringify(whole))).toMatchObject({ note: saved });
  });

  test('a key named __proto__ is one like any other', async () => {
    expect(Object.keys((await costs('{"__proto__":1,"a":2}')) ?? {})).toEqual(['__proto__', 'a']);
  });

  test('is null where there is no hash', async () => {
    expect(await costs('41')).toBeNull();
  });
});

describe('the shape of sessionscope.report/1', () => {
  test('a cookie has every field', async () => {
    const report = JSON.parse(printReport(await storyReport('v8_1_3_1/login-rotates')));
    expect(Object.keys(report)).toEqual(['schema', 'source', 'cookies', 'findings', 'logouts', 'summary']);
    expect(report.schema).toBe('sessionscope.report/1');
    expect(report.source).toEqual({ kind: 'har', creator: 'Chrome/156', entries: 4, cookiesStripped: false });
    expect(report.cookies[1]).toEqual({
      entry: 1,
      line: 0,
      time: '2026-02-10T09:00:05.000Z',
      method: 'POST',
      url: 'http://demo.example.test/login',
      status: 302,
      name: '_demo_session',
      value: expect.stringMatching(/^[\w%.*-]+--[\w%.*-]+--[\w%.*-]+$/),
      attributes: {
        domain: null,
        path: '/',
        expires: null,
        maxAge: null,
        secure: false,
        httpOnly: true,
        sameSite: 'Lax',
        partitioned: false,
      },
      size: { rails: expect.any(Number), wire: expect.any(Number), line: expect.any(Number), limit: 4096 },
      scope: { domain: 'demo.example.test', hostOnly: true, path: '/', partition: null },
      stored: { outcome: 'replaced' },
      session: {
        state: 'opened',
        framework: 'rails',
        layout: 'encrypted-gcm',
        serializer: 'json',
        key: { secret: 'secret 0', digest: 'SHA256', salt: 'authenticated encrypted cookie' },
        purpose: 'cookie._demo_session',
        expires: null,
        failure: null,
        data: expect.objectContaining({ user_id: 7 }),
        keyCosts: expect.objectContaining({ session_id: expect.any(Number), user_id: expect.any(Number) }),
      },
      version: 'v2',
      parent: 'v1',
    });
    expect(report.logouts).toEqual([]);
    expect(report.summary).toEqual({
      entries: 4,
      setCookies: 4,
      sessions: 1,
      findings: { error: 0, warning: 0, info: 2 },
      logouts: 0,
    });
  });

  test('a lost session has its entry, its evidence as sentences, and what to do', async () => {
    const report = JSON.parse(printReport(await storyReport('v8_1_3_1/secret-changed')));
    expect(report.summary.logouts).toBe(1);
    expect(report.logouts).toEqual([
      {
        entry: 3,
        cookie: '_demo_session',
        cause: 'secret-changed',
        confidence: 'certain',
        evidence: expect.arrayContaining([
          {
            entry: 0,
            text: 'This request signed in.',
            time: '2026-02-10T09:00:00.000Z',
            method: 'POST',
            url: expect.stringMatching(/^http/),
            status: 302,
          },
        ]),
        message: expect.stringContaining('secret 0'),
        remedy: expect.stringContaining('rotation'),
        alternatives: expect.arrayContaining(['session-reset']),
      },
    ]);
  });

  test('every story prints as JSON with a cookie for each line', async () => {
    for (const story of stories) {
      const report = JSON.parse(printReport(await storyReport(story.id)));
      expect(report.cookies).toHaveLength(story.exchanges.flatMap((each) => each.set_cookie).length);
      expect(report.summary.setCookies).toBe(report.cookies.length);
    }
  });
});

describe('cookies', () => {
  test('come by start, then entry, then line', async () => {
    const report = await reportOf([
      { at: 5, url: 'https://app.test/z', setCookie: ['late=1'] },
      { at: 1, url: 'https://app.test/b', setCookie: ['b=1', 'b=2'] },
      { at: 1, url: 'https://app.test/a', setCookie: ['a=1'] },
    ]);
    expect(report.cookies.map(({ entry, line, name }) => [entry, line, name])).toEqual([
      [1, 0, 'b'],
      [1, 1, 'b'],
      [2, 0, 'a'],
      [0, 0, 'late'],
    ]);
  });

  test('have the attributes that a browser takes, the date as sent, and text where the bytes are UTF-8', async () => {
    const line =
      'caf\u00c3\u00a9=\u00c3\u00bc; Domain=.App.test; Path=/a; Expires=Thu, 01 Jan 2026 11:00:00 GMT; Max-Age=60; SameSite=Foo; Secure; Partitioned';
    const [cookie] = (await reportOf([{ setCookie: [line] }])).cookies;
    expect(cookie).toMatchObject({
      name: 'café',
      value: 'ü',
      attributes: {
        domain: 'app.test',
        path: '/a',
        expires: 'Thu, 01 Jan 2026 11:00:00 GMT',
        maxAge: 60,
        secure: true,
        httpOnly: false,
        sameSite: 'Foo',
        partitioned: true,
      },
      scope: { domain: 'app.test', hostOnly: false, path: '/a', partition: 'https://app.test' },
      session: null,
    });
  });

  test('keep numbers as they are written', async () => {
    const json = '{"session_id":"0","big":12345678901234567890123,"float":1.0e+300,"__proto__":1}';
    expect(printReport(await reportOf([{ setCookie: [`_app_session=${signed(json)}`] }]))).toContain(`"data": ${json}`);
  });
});

describe('findings', () => {
  test('are told once per kind and cookie, with every occurrence', async () => {
    const report = await reportOf([
      {
        at: 1,
        url: 'https://app.test/1',
        setCookie: ['a_session=1; Path=/; HttpOnly; SameSite=Lax', 'b_session=1; Path=/; HttpOnly; SameSite=Lax'],
      },
      { at: 2, url: 'https://app.test/2', setCookie: ['a_session=2; Path=/; HttpOnly; SameSite=Lax'] },
      { at: 3, url: 'https://other.test/', setCookie: ['a_session=2; Path=/; HttpOnly; SameSite=Lax'] },
    ]);
    expect(report.findings.map(({ kind, cookie, occurrences }) => [kind, cookie, occurrences])).toEqual([
      [
        'missing-secure',
        'a_session',
        [
          { entry: 0, line: 0 },
          { entry: 1, line: 0 },
        ],
      ],
      ['missing-secure', 'b_session', [{ entry: 0, line: 1 }]],
      ['missing-secure', 'a_session', [{ entry: 2, line: 0 }]],
    ]);
    expect(report.summary).toMatchObject({ sessions: 3, findings: { error: 3, warning: 0, info: 0 } });
  });

  test('have the severity and the parameters of their worst occurrence', async () => {
    const report = await reportOf([
      { at: 1, url: 'http://app.test/1', setCookie: ['_app_session=1; Path=/; HttpOnly; SameSite=Lax'] },
      { at: 2, url: 'https://app.test/2', setCookie: ['_app_session=2; Path=/; HttpOnly; SameSite=Lax'] },
    ]);
    expect(report.findings).toEqual([
      {
        kind: 'missing-secure',
        severity: 'error',
        cookie: '_app_session',
        occurrences: [
          { entry: 0, line: 0 },
          { entry: 1, line: 0 },
        ],
        parameters: { session: true, https: true },
        message: expect.stringContaining('over https without Secure'),
        remedy: expect.stringMatching(
          /^Serve https alone.*\n# config\/environments\/production\.rb\nconfig\.force_ssl = true\nRails\.application\.config\.session_store .*secure: true$/,
        ),
      },
    ]);
  });

  test('stand with the most severe first', async () => {
    const report = await reportOf([{ setCookie: ['theme=dark', '_app_session=1'] }]);
    expect(report.findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning', 'info', 'info']);
  });

  test('about a request have no line', async () => {
    const [finding] = (await storyReport('v7_2_2_2/overflow-500')).findings;
    expect(finding).toMatchObject({ kind: 'cookie-overflow', severity: 'error', occurrences: [{ entry: 3, line: null }] });
  });
});

describe('redaction', () => {
  const json = '{"session_id":"hidden","user":{"age":41,"admin":true,"tags":["hidden"],"none":null}}';
  const given = [
    { url: 'https://me:hidden@app.test/p?token=hidden#hidden', setCookie: [`_app_session=${signed(json)}`, 'theme=hidden', 'gone='] },
  ];

  test('none leaves everything', async () => {
    const report = await reportOf(given);
    expect(redactReport(report, 'none')).toBe(report);
  });

  test('mask keeps names and shapes', async () => {
    const text = printReport(redactReport(await reportOf(given), 'mask'));
    expect(text).not.toContain('hidden');
    expect(text).not.toContain(encodeURIComponent(btoa(json)));
    const { cookies } = JSON.parse(text);
    expect(cookies[0]).toMatchObject({ url: 'https://app.test/p?token=•••', value: '•••', name: '_app_session' });
    expect(cookies[0].session.data).toEqual({ session_id: '•••', user: { age: '•••', admin: '•••', tags: ['•••'], none: null } });
    expect(cookies[2].value).toBe('');
  });

  test('remove leaves no value, no content and no query', async () => {
    const text = printReport(redactReport(await reportOf(given), 'remove'));
    expect(text).not.toContain('hidden');
    const { cookies } = JSON.parse(text);
    expect(cookies[0]).toMatchObject({ url: 'https://app.test/p', value: null, session: { state: 'readable', data: null } });
  });

  test.each([
    ['https://a.test/p', 'https://a.test/p', 'https://a.test/p'],
    ['https://a.test/p?x=1&y&z=a=b', 'https://a.test/p?x=•••&•••&z=•••', 'https://a.test/p'],
    ['https://u:p@a.test:8080/p#f', 'https://a.test:8080/p', 'https://a.test:8080/p'],
    ['https://a.test?x=1', 'https://a.test?x=•••', 'https://a.test'],
    ['https://a.test/@me?x=u@b', 'https://a.test/@me?x=•••', 'https://a.test/@me'],
    ['not a url?x=1', 'not a url?x=•••', 'not a url'],
    ['', '', ''],
  ])('of the URL %s', (url, masked, removed) => {
    expect(redactUrl(url, 'mask')).toBe(masked);
    expect(redactUrl(url, 'remove')).toBe(removed);
    expect(redactUrl(url, 'none')).toBe(url);
  });
});
