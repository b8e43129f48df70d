import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Analysis } from '../../src/core/analysis.ts';
import type { HttpExchange } from '../../src/core/http/exchange.ts';
import { openCookie } from '../../src/core/readers/index.ts';
import type { Reading } from '../../src/core/readers/reader.ts';
import { Vault } from '../../src/vault/vault.ts';
import { analyse, analysisWith, exchange, exchangesOf } from './recording.ts';
import { stories, storyById, storyHar } from './stories.ts';

const SESSION = '_app_session=sealed; path=/; HttpOnly; Secure; SameSite=Lax';

/** Everything that is shown of a recording. */
function shown(analysis: Analysis): unknown {
  const rows = analysis.allRows();
  return { rows, details: rows.map((row) => analysis.detail(row.id)), summary: analysis.summary() };
}

function notesOf(analysis: Analysis): readonly string[] {
  return analysis
    .allRows()
    .flatMap((row) => row.notes.map((note) => `${row.path} ${note.kind === 'not-recorded' ? note.cookies : note.kind}`));
}

describe('rows', () => {
  test('every Set-Cookie line has one, in the order of the traffic, and a response with nothing to say has none', async () => {
    const analysis = await analyse([
      exchange({ at: 2, url: 'https://app.test/b', setCookie: [SESSION] }),
      exchange({ at: 3, url: 'https://app.test/quiet' }),
      exchange({ at: 1, url: 'https://app.test/a?q=1', method: 'POST', status: 302, setCookie: [SESSION, 'theme=dark; path=/'] }),
    ]);
    expect(analysis.allRows().map((row) => [row.method, row.host, row.path, row.status, row.line, row.cookie, row.session])).toEqual([
      ['POST', 'app.test', '/a?q=1', 302, 0, '_app_session', true],
      ['POST', 'app.test', '/a?q=1', 302, 1, 'theme', false],
      ['GET', 'app.test', '/b', 200, 0, '_app_session', true],
    ]);
    expect(analysis.summary()).toEqual({ exchanges: 3, setting: 2, setCookies: 3, notRecorded: 0, malformed: 0 });
  });

  test('names are shown as the text that their bytes are', async () => {
    const analysis = await analyse([exchange({ setCookie: ['caf\u00c3\u00a9=1; path=/'] })]);
    expect(analysis.allRows()[0]?.cookie).toBe('café');
  });

  test('a missing flag is listed only where its absence is more than a remark', async () => {
    const analysis = await analyse([exchange({ setCookie: ['_app_session=x; path=/', 'theme=dark; path=/'] })]);
    expect(analysis.allRows().map((row) => row.flags?.missing)).toEqual([['httpOnly', 'secure', 'sameSite'], []]);
  });

  test('deleting a session clears it, and no flag is asked for', async () => {
    const cookie = '_app_session=x';
    const deletion = '_app_session=; path=/; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT';
    const [row] = (await analyse([exchange({ setCookie: [cookie] }), exchange({ at: 1, cookie, setCookie: [deletion] })]))
      .allRows()
      .slice(1);
    expect(row).toMatchObject({ session: true, change: { event: 'cleared' }, findings: 0 });
  });
});

describe('a cookie that no recorded response set', () => {
  test.each([
    [
      'is flagged on the first request that carries it',
      [exchange({ at: 1, url: 'https://a.test/1', cookie: 'a=1' }), exchange({ at: 2, url: 'https://a.test/2', cookie: 'a=1' })],
      ['/1 a'],
    ],
    [
      'is not flagged when a response set it, on whatever host',
      [exchange({ at: 1, url: 'https://b.test/', setCookie: ['a=1'] }), exchange({ at: 2, cookie: 'a=1' })],
      [],
    ],
    [
      'is flagged when a response set the name to another value',
      [exchange({ at: 1, setCookie: ['a=2'] }), exchange({ at: 2, url: 'https://a.test/2', cookie: 'a=1' })],
      ['/2 a'],
    ],
    ['is named beside the others of its request', [exchange({ at: 1, url: 'https://a.test/1', cookie: 'a=1; b=2' })], ['/1 a,b']],
    [
      'stands on the row of the line that sets it anew',
      [exchange({ at: 1, url: 'https://a.test/1', cookie: 'b=1', setCookie: ['a=2', 'b=2'] })],
      ['/1 b'],
    ],
  ])('%s', async (_, exchanges, expected) => {
    expect(notesOf(await analyse(exchanges))).toEqual(expected);
  });

  test('is no longer flagged once the response that set it arrives, and that row changes', () => {
    const changed: string[][] = [];
    const analysis = new Analysis({ browser: 'chromium', open: async () => null, onChange: (ids) => changed.push([...ids]) });
    const carrier = exchange({ at: 2, url: 'https://a.test/2', cookie: 'a=1' });
    analysis.add(carrier);
    expect(analysis.summary().notRecorded).toBe(1);
    const setter = exchange({ at: 1, url: 'https://a.test/1', setCookie: ['a=1'] });
    analysis.add(setter);
    expect(analysis.summary().notRecorded).toBe(0);
    expect(analysis.rows(carrier.id)).toEqual([]);
    expect(changed.at(-1)?.toSorted()).toEqual([carrier.id, setter.id].toSorted());
  });
});

describe('a better version of an exchange', () => {
  const early = exchange({ at: 1, method: 'POST', status: 302 });
  const full: HttpExchange = { ...exchange({ at: 1, method: 'POST', status: 302, setCookie: [SESSION] }) };
  const carrier = exchange({ at: 2, url: 'https://app.test/next', cookie: '_app_session=sealed' });

  test('brings the cookies that were missing and takes the flag of the next request away', () => {
    const analysis = new Analysis({ browser: 'chromium', open: async () => null });
    for (const each of [early, carrier]) analysis.add(each);
    expect(analysis.summary()).toMatchObject({ exchanges: 2, setCookies: 0, notRecorded: 1 });
    for (const each of [full, early, full]) analysis.add(each);
    expect(analysis.summary()).toMatchObject({ exchanges: 2, setting: 1, setCookies: 1, notRecorded: 0 });
  });
});

describe('the order in which exchanges arrive', () => {
  const story = storyById('v7_2_2_2/overflow-500');
  const base = exchangesOf(storyHar(story));
  const extra = [
    exchange({ at: 1, url: 'https://a.test/1', cookie: 'a=1; b=1' }),
    exchange({ at: 2, url: 'https://a.test/2', cookie: 'a=1', setCookie: ['a=2; path=/', 'b=1; path=/'] }),
    exchange({ at: 2, url: 'https://a.test/3', cookie: 'a=2; c=3' }),
    exchange({ at: 3, url: 'https://a.test/3', cookie: 'c=3', setCookie: [SESSION] }),
    { ...exchange({ at: 4, url: 'https://a.test/4' }), problems: [{ code: 'missing' as const, field: 'response.headers' }] },
  ];
  const incomplete = base.map((each, index) => (index % 2 === 0 ? { ...each, requestHeaders: [] } : { ...each, responseHeaders: [] }));
  const all = [...base, ...extra, ...incomplete];

  test('does not matter to what is shown in the end', async () => {
    const expected = shown(await analyse(all, story.secrets));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (arrived) => {
        expect(shown(await analyse(arrived, story.secrets))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('does not matter when rows are looked at in between', async () => {
    const expected = shown(await analyse(all, story.secrets));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (arrived) => {
        const analysis = await analysisWith(story.secrets);
        for (const each of arrived) {
          analysis.add(each);
          analysis.allRows();
        }
        await analysis.settled();
        expect(shown(analysis)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('readings', () => {
  const story = storyById('v8_1_3_1/login-rotates');
  const exchanges = exchangesOf(storyHar(story));

  test('are sealed until they arrive, and then the exchange has changed', async () => {
    const onChange = vi.fn();
    const vault = new Vault();
    await vault.add({ id: '1', label: 'current', text: story.secrets[0] ?? '' });
    const analysis = new Analysis({ browser: 'chromium', open: (cookie, now) => openCookie(cookie, vault.keyring, now), onChange });
    for (const each of exchanges) analysis.add(each);
    const [, second] = analysis.allRows();
    expect(second?.change).toEqual({ event: 'sealed' });
    expect(analysis.detail(second?.id ?? '')?.reading).toMatchObject({ state: 'sealed', failure: null, layout: 'encrypted-gcm' });
    onChange.mockClear();
    await analysis.settled();
    expect(onChange.mock.calls.flatMap(([ids]) => [...ids])).toContain(second?.exchangeId);
    const [, opened] = analysis.allRows();
    expect(opened?.change).toMatchObject({ event: 'signed-in', added: expect.arrayContaining(['user_id']) });
    expect(analysis.detail(opened?.id ?? '')?.carried?.state).toBe('opened');
  });

  test('are made anew when the secrets change, and sealed again when all are forgotten', async () => {
    const vault = new Vault();
    const analysis = new Analysis({ browser: 'chromium', open: (cookie, now) => openCookie(cookie, vault.keyring, now) });
    for (const each of exchanges) analysis.add(each);
    await analysis.settled();
    const [first] = analysis.allRows();
    const reading = () => analysis.detail(first?.id ?? '')?.reading;
    expect(reading()).toMatchObject({ state: 'sealed', failure: null });
    await vault.add({ id: '1', label: 'current', text: story.secrets[0] ?? '' });
    analysis.reopen();
    await analysis.settled();
    expect(reading()?.state).toBe('opened');
    vault.forgetAll();
    analysis.reopen();
    expect(reading()?.data).toBeNull();
    await analysis.settled();
    expect(reading()).toMatchObject({ state: 'sealed', failure: null, data: null });
  });

  test('that are under way when the secrets change are dropped', async () => {
    const waiting: ((reading: Reading | null) => void)[] = [];
    const analysis = new Analysis({ browser: 'chromium', open: () => new Promise((resolve) => waiting.push(resolve)) });
    analysis.add(exchange({ setCookie: ['_app_session=x'] }));
    const opened = await openCookie({ name: '_app_session', value: 'y' }, [], 0);
    analysis.reopen();
    waiting[0]?.(opened && { ...opened, state: 'opened', failure: null });
    waiting[1]?.(opened);
    await analysis.settled();
    expect(analysis.detail(analysis.allRows()[0]?.id ?? '')?.reading?.state).toBe('failed');
  });

  test('of a value that many exchanges share are made once', async () => {
    const open = vi.fn(async () => null);
    const analysis = new Analysis({ browser: 'chromium', open });
    for (let at = 0; at < 50; at++) analysis.add(exchange({ at, cookie: '_app_session=x', setCookie: ['_app_session=x'] }));
    await analysis.settled();
    expect(open).toHaveBeenCalledTimes(1);
  });

  test('of one value are opened before its expiry and expired from it on', async () => {
    const expiry = storyById('v8_1_3_1/expiry');
    const analysis = await analyse(exchangesOf(storyHar(expiry)), expiry.secrets);
    const [first] = analysis.allRows();
    const recorded = analysis.detail(first?.id ?? '');
    const late = recorded && { ...recorded.exchange, id: 'late', startedAt: Date.parse(recorded.reading?.expires ?? '') };
    if (late) analysis.add(late);
    await analysis.settled();
    expect(recorded?.reading?.state).toBe('opened');
    expect(analysis.detail('late#0')?.reading).toMatchObject({ state: 'failed', failure: 'expired' });
    expect(analysis.detail('late#0')?.reading?.data).not.toBeNull();
  });

  test('of a carried value that nobody set and that does not open beside others that do say tampered', async () => {
    const [first, second] = exchanges;
    const cookie = second?.requestHeaders.find((field) => field.name === 'Cookie')?.value ?? '';
    const altered = `${cookie.slice(0, 20)}${cookie[20] === 'A' ? 'B' : 'A'}${cookie.slice(21)}`;
    const forged = exchange({ at: 60, cookie: altered, setCookie: ['_demo_session=x; path=/'] });
    const carriedBy = async (others: readonly HttpExchange[]) =>
      (await analyse([...others, forged], story.secrets)).detail(`${forged.id}#0`)?.carried;
    expect(await carriedBy(first ? [first] : [])).toMatchObject({ state: 'sealed', failure: 'tampered' });
    expect(await carriedBy([])).toMatchObject({ state: 'sealed', failure: 'wrong-key' });
  });
});

describe('one poisoned response never stops the rest', () => {
  test('a reader that throws leaves a note on its row', async () => {
    const analysis = new Analysis({
      browser: 'chromium',
      open: async ({ value }) => {
        if (value === 'poison') throw new Error('the reader broke');
        return null;
      },
    });
    analysis.add(exchange({ at: 1, url: 'https://a.test/1', setCookie: ['_app_session=poison'] }));
    analysis.add(exchange({ at: 2, url: 'https://a.test/2', setCookie: ['_app_session=fine'] }));
    await analysis.settled();
    expect(notesOf(analysis)).toEqual(['/1 malformed-entry']);
    expect(analysis.allRows()).toHaveLength(2);
    expect(analysis.summary()).toMatchObject({ exchanges: 2, setCookies: 2, malformed: 1 });
  });

  test('an exchange that is not even of its type is one malformed row', async () => {
    const poison = { ...exchange({ at: 1 }), requestHeaders: null } as unknown as HttpExchange;
    const analysis = await analyse([poison, exchange({ at: 2, setCookie: [SESSION] })]);
    expect(analysis.allRows().map((row) => [row.line, row.notes.map((note) => note.kind)])).toEqual([
      [null, ['malformed-entry']],
      [0, []],
    ]);
  });

  test('a malformed entry is shown with what is wrong', async () => {
    const problems = [{ code: 'missing' as const, field: 'response.headers' }];
    const analysis = await analyse([{ ...exchange({}), problems }]);
    expect(analysis.allRows()[0]?.notes).toEqual([{ kind: 'malformed-entry', problems }]);
  });
});

test('clearing empties everything', async () => {
  const analysis = await analyse(exchangesOf(storyHar(storyById('v7_2_2_2/flash'))));
  analysis.clear();
  expect(shown(analysis)).toEqual({
    rows: [],
    details: [],
    summary: { exchanges: 0, setting: 0, setCookies: 0, notRecorded: 0, malformed: 0 },
  });
  await analysis.settled();
});

test('the hundred-thousandth exchange costs what the first did', () => {
  const analysis = new Analysis({ browser: 'chromium', open: async () => null });
  const add = (from: number, count: number): number => {
    const exchanges = Array.from({ length: count }, (_, index) =>
      exchange({
        at: from + index,
        cookie: `theme=dark; _app_session=v${from + index - 1}`,
        setCookie: ['theme=dark', `_app_session=v${from + index}`],
      }),
    );
    const start = performance.now();
    for (const each of exchanges) {
      analysis.add(each);
      analysis.rows(each.id);
    }
    return performance.now() - start;
  };
  add(0, 5_000);
  const early = add(5_000, 5_000);
  add(10_000, 30_000);
  const late = add(40_000, 5_000);
  // Far below what any growth with the size of the recording would give, far above the noise of a busy machine.
  expect(late).toBeLessThan(early * 4 + 100);
}, 60_000);

test('every story is settled and shown without a fault', async () => {
  for (const story of stories) {
    const analysis = await analyse(exchangesOf(storyHar(story)), story.secrets);
    expect(analysis.summary()).toMatchObject({ exchanges: story.exchanges.length, malformed: 0 });
  }
});
