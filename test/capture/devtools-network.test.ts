import { describe, expect, test } from 'vitest';
import { recordNetwork } from '../../src/capture/devtools-network.ts';
import { entry } from './entries.ts';
import { FakeNetwork, FakeTimers, Recording } from './fake-network.ts';

async function record(dialect: 'chromium' | 'firefox' = 'chromium', har: unknown = { entries: [] }) {
  const timers = new FakeTimers();
  const network = new FakeNetwork(dialect, timers);
  network.har = har;
  const recording = new Recording();
  recordNetwork(network, recording, timers);
  await timers.pass(1_000);
  return { timers, network, recording };
}

describe('in Chromium', () => {
  const doubtful = [
    { reason: 'a redirect', options: { status: 302 }, within: 20 },
    { reason: 'a document', options: { resourceType: 'document' }, within: 20 },
    { reason: 'a response of HTTP/1.1 whose headers are not counted', options: { headersSize: -1 }, within: 20 },
    { reason: 'any response of HTTP/2', options: { headersSize: -1, httpVersion: 'http/2.0' }, within: 120 },
  ];
  test.each(doubtful)('the cookie of $reason is fetched from getHAR within $within ms', async ({ options, within }) => {
    const { timers, network, recording } = await record();
    network.har = { entries: [entry({ ...options, cookies: ['a=1'], carried: 'b=2' })] };
    network.finish(entry(options));
    await timers.pass(within);
    expect(recording.lines).toEqual([['a=1']]);
    expect([...recording.exchanges.values()][0]?.requestHeaders).toEqual([{ name: 'Cookie', value: 'b=2' }]);
  });

  const certain = [
    { reason: 'it has its Set-Cookie', options: { status: 302, cookies: ['a=1'] } },
    { reason: 'its headers are counted, so they are all there', options: { headersSize: 90 } },
    { reason: 'no response came', options: { status: 0, headersSize: -1 } },
  ];
  test.each(certain)('getHAR is not asked about a response when $reason', async ({ options }) => {
    const { timers, network } = await record();
    const before = network.asked.length;
    network.finish(entry(options));
    await timers.pass(10_000);
    expect(network.asked.length).toBe(before);
  });

  test('getHAR is asked again when it does not know the cookies yet either, and not for ever', async () => {
    const { timers, network, recording } = await record();
    const before = network.asked.length;
    const early = entry({ status: 302, headersSize: -1 });
    network.har = { entries: [early] };
    network.finish(early);
    await timers.pass(50);
    network.har = { entries: [entry({ status: 302, cookies: ['late=1'] })] };
    await timers.pass(500);
    expect(recording.lines).toEqual([['late=1']]);
    network.finish(entry({ status: 302, headersSize: -1, at: 1_800_000_000_001 }));
    await timers.pass(60_000);
    expect(network.asked.length - before).toBeLessThan(10);
  });

  test('a request that getHAR showed before its event is recorded once, and completed when its cookies come later still', async () => {
    const early = entry({ status: 200, headersSize: -1 });
    const { timers, network, recording } = await record('chromium', { entries: [early] });
    expect(recording.lines).toEqual([[]]);
    network.har = { entries: [entry({ cookies: ['a=1'] })] };
    network.finish(early);
    await timers.pass(500);
    expect(recording.lines).toEqual([['a=1']]);
  });

  test('requests that share start, method and URL are neither joined into one nor doubled', async () => {
    const { timers, network, recording } = await record();
    const complete = [entry({ cookies: ['a=1'] }), entry({ cookies: ['b=2'] }), entry({ cookies: ['c=3'] })];
    network.har = { entries: complete };
    network.finish(complete[1]);
    network.finish(entry({ headersSize: -1 }));
    await timers.pass(500);
    network.finish(complete[2]);
    await timers.pass(500);
    expect(recording.lines.flat().sort()).toEqual(['a=1', 'b=2', 'c=3']);
    expect(new Set([...recording.exchanges.keys()]).size).toBe(3);
  });

  test('what is still under way in getHAR is left to its event', async () => {
    const { recording } = await record('chromium', { entries: [entry({ status: 0, headersSize: -1 })] });
    expect(recording.exchanges.size).toBe(0);
  });

  test('what was loaded before there was a listener is taken from getHAR', async () => {
    const { recording } = await record('chromium', { entries: [entry({ cookies: ['early=1'] })] });
    expect(recording.lines).toEqual([['early=1']]);
  });

  const failures = [
    { reason: 'gives isError, as after a failed load', har: { isError: true, code: 'E_FAILED' } },
    { reason: 'gives nothing', har: undefined },
    {
      reason: 'throws',
      har: () => {
        throw new Error('gone');
      },
    },
    { reason: 'never answers', har: () => new Promise(() => {}), wait: 4_000 },
  ];
  test.each(failures)('recording goes on when getHAR $reason', async ({ har, wait }) => {
    const { timers, network, recording } = await record('chromium', har);
    await timers.pass(wait ?? 0);
    network.har = { entries: [entry({ status: 302, cookies: ['a=1'] })] };
    network.finish(entry({ status: 302 }));
    await timers.pass(1_000);
    expect(recording.lines).toEqual([['a=1']]);
  });

  test('under load getHAR takes at most a fifth of the time', async () => {
    const { timers, network } = await record();
    network.har = { entries: Array.from({ length: 1_000 }, (_, index) => entry({ at: index, cookies: ['a=1'] })) };
    network.harTakes = 400;
    const before = network.asked.length;
    for (let index = 0; index < 1_000; index++) {
      network.finish(entry({ at: 1_900_000_000_000 + index, status: 302 }));
      await timers.pass(20);
    }
    const calls = network.asked.length - before;
    expect(calls).toBeGreaterThan(2);
    expect((calls * 400) / 20_000).toBeLessThanOrEqual(0.22);
  });
});

describe('bytes of header values', () => {
  const utf8 = Buffer.from('a=é€“; Path=/').toString('latin1');
  const all = Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index)).toString('latin1');
  const windows1252 = (bytes: string) => new TextDecoder('windows-1252').decode(Buffer.from(bytes, 'latin1'));

  const values = [
    { reason: 'Chromium hands bytes over as Windows-1252', dialect: 'chromium', sent: windows1252(utf8), bytes: utf8 },
    { reason: 'every byte has its way back', dialect: 'chromium', sent: windows1252(`a=${all}`), bytes: `a=${all}` },
    { reason: 'bytes stay bytes', dialect: 'chromium', sent: 'a=\xe9', bytes: 'a=\xe9' },
    { reason: 'Firefox hands bytes over as bytes', dialect: 'firefox', sent: utf8, bytes: utf8 },
  ] as const;
  test.each(values)('$reason', async ({ dialect, sent, bytes }) => {
    const { network, recording } = await record(dialect);
    network.finish(entry({ cookies: [sent], carried: sent }));
    expect(recording.lines).toEqual([[bytes]]);
    expect([...recording.exchanges.values()][0]?.requestHeaders[0]?.value).toBe(bytes);
  });
});

describe('in Firefox', () => {
  test('a document that had no event is taken from getHAR, and then whatever else a filter hides', async () => {
    const { timers, network, recording } = await record('firefox');
    const document = entry({ url: 'https://app.test/home', cookies: ['hidden=1'] });
    network.har = { entries: [document] };
    network.navigate('https://app.test/home#top');
    await timers.pass(700);
    expect(recording.lines).toEqual([['hidden=1']]);
    network.har = { entries: [document, entry({ at: 1_800_000_001_000, cookies: ['hidden=2'] })] };
    await timers.pass(3_000);
    expect(recording.lines.flat()).toEqual(['hidden=1', 'hidden=2']);
  });

  test('a request without an event, such as most answers 304 to a fetch, is taken from getHAR when the page is quiet', async () => {
    const { timers, network, recording } = await record('firefox');
    const document = entry({ url: 'https://app.test/home', cookies: ['a=1'] });
    network.har = { entries: [document, entry({ url: 'https://app.test/fetched', status: 304, cookies: ['b=2'] })] };
    network.finish(document);
    network.navigate('https://app.test/home');
    await timers.pass(400);
    expect(recording.lines).toEqual([['a=1'], ['b=2']]);
  });

  test('getHAR is left alone while there are events: a document that begins to load meanwhile may be lost', async () => {
    const { timers, network } = await record('firefox');
    for (let index = 0; index < 20; index++) {
      network.finish(entry({ at: index }));
      await timers.pass(100);
    }
    expect(network.asked).toEqual([]);
    await timers.pass(400);
    expect(network.asked.length).toBe(1);
  });

  test('what a filter hides is found in the end also when the document had its event', async () => {
    const { timers, recording } = await record('firefox', { entries: [entry({ cookies: ['hidden=1'] })] });
    await timers.pass(5_000);
    expect(recording.lines).toEqual([['hidden=1']]);
  });

  test('while nothing is hidden, getHAR is asked ever more rarely', async () => {
    const { timers, network } = await record('firefox');
    await timers.pass(600_000);
    const before = network.asked.length;
    expect(before).toBeLessThan(10);
    await timers.pass(1_200_000);
    expect(network.asked.length - before).toBeLessThanOrEqual(4);
  });

  test('a call that is never answered does not end the watch', async () => {
    const { timers, network, recording } = await record('firefox', () => new Promise(() => {}));
    await timers.pass(5_000);
    network.har = { entries: [entry({ cookies: ['hidden=1'] })] };
    await timers.pass(10_000);
    expect(recording.lines).toEqual([['hidden=1']]);
  });

  describe('what is lost while getHAR is answered', () => {
    /** After a call at 1,000 ms that took 200 ms; the log holds `whole` once it has begun anew. */
    async function callAnswered(whole: readonly unknown[]) {
      const { timers, network, recording } = await record('firefox');
      network.harTakes = 200;
      network.har = () => ({ entries: network.renewed.length > 0 ? whole : [] });
      network.finish(entry({ at: 700 }));
      await timers.pass(300);
      expect(network.asked).toEqual([1_300]);
      return { timers, network, recording };
    }
    const swallowed = entry({ url: 'https://app.test/lost', at: 1_400, cookies: ['lost=1'] });

    test('is found when a request that began near the call is told of', async () => {
      const { timers, network, recording } = await callAnswered([swallowed]);
      await timers.pass(300);
      network.finish(entry({ at: 1_550 }));
      await timers.pass(3_000);
      expect(network.renewed.length).toBe(1);
      expect(recording.lines.flat()).toEqual(['lost=1']);
    });

    test('is found when the page knows of a fetch that was not told of', async () => {
      const { timers, network, recording } = await callAnswered([swallowed]);
      network.fetches = [{ url: 'https://app.test/lost#top', at: 1_395.5 }];
      await timers.pass(3_000);
      expect(network.renewed.length).toBe(1);
      expect(recording.lines.flat()).toEqual(['lost=1']);
    });

    test('is found when a document is neither told of nor in the log', async () => {
      const { timers, network, recording } = await callAnswered([entry({ url: 'https://app.test/home', at: 1_400, cookies: ['lost=1'] })]);
      await timers.pass(5_000);
      network.navigate('https://app.test/home#top');
      await timers.pass(3_000);
      expect(network.renewed.length).toBe(1);
      expect(recording.lines.flat()).toEqual(['lost=1']);
    });

    test('is put right when a request that was under way is told with status 0', async () => {
      const whole = entry({ at: 500, status: 200, cookies: ['a=1'] });
      const { timers, network, recording } = await callAnswered([whole]);
      network.finish(entry({ at: 500, status: 0, cookies: ['a=1'] }));
      await timers.pass(3_000);
      expect([...recording.exchanges.values()].filter(({ startedAt }) => startedAt === 500).map(({ status }) => status)).toEqual([200]);
    });

    const quiet = [
      { reason: 'a request that began long before the call is told of', at: 600 },
      { reason: 'a request that began long after it is told of', at: 2_100 },
    ];
    test.each(quiet)('is not suspected when $reason', async ({ at }) => {
      const { timers, network } = await callAnswered([]);
      await timers.pass(1_000);
      network.finish(entry({ at }));
      await timers.pass(10_000);
      expect(network.renewed).toEqual([]);
    });

    test('is not suspected when each fetch that the page knows of has been told of, or began after the call', async () => {
      const { timers, network } = await callAnswered([]);
      network.fetches = [
        { url: 'https://app.test/', at: 705 },
        { url: 'https://app.test/later', at: 1_600 },
      ];
      await timers.pass(60_000);
      expect(network.renewed).toEqual([]);
    });

    test('is not mistaken for a request of the same URL that was told of a little earlier', async () => {
      const { timers, network } = await callAnswered([]);
      network.fetches = [
        { url: 'https://app.test/', at: 705 },
        { url: 'https://app.test/', at: 1_350 },
      ];
      await timers.pass(3_000);
      expect(network.renewed.length).toBe(1);
    });

    test('may be more: a fetch that is told of once and known twice is missing once', async () => {
      const { timers, network } = await callAnswered([]);
      network.fetches = [
        { url: 'https://app.test/', at: 1_010 },
        { url: 'https://app.test/', at: 1_020 },
      ];
      await timers.pass(3_000);
      expect(network.renewed.length).toBe(1);
    });
  });

  test('a page that loses a fetch to every call does not have getHAR asked for ever', async () => {
    const { timers, network } = await record('firefox');
    network.har = () => {
      network.fetches = [{ url: 'https://app.test/poll', at: timers.now() }];
      return { entries: [] };
    };
    await timers.pass(600_000);
    expect(network.asked.length).toBeLessThan(25);
  });

  test('a log that someone else reads does not begin anew, which is tried three times', async () => {
    const { timers, network } = await record('firefox', () => new Promise(() => {}));
    network.renewable = false;
    await timers.pass(600_000);
    expect(network.asked.length).toBeGreaterThan(5);
    expect(network.renewed.length).toBe(3);
  });

  test('a call that is never answered leaves the log deaf, so it begins anew before the next', async () => {
    const { timers, network } = await record('firefox', () => new Promise(() => {}));
    await timers.pass(60_000);
    expect(network.renewed.length).toBe(network.asked.length - 1);
    expect(network.asked.length).toBeGreaterThan(1);
  });

  test('a request that an event announced is not doubled by getHAR', async () => {
    const { timers, network, recording } = await record('firefox');
    network.har = { entries: [entry({ cookies: ['a=1'] })] };
    network.finish(entry({ cookies: ['a=1'] }));
    await timers.pass(10_000);
    expect(recording.lines).toEqual([['a=1']]);
  });
});

describe('whatever comes', () => {
  const throwing = {
    get request(): never {
      throw new Error('no');
    },
  };
  const malformed = [
    { reason: 'null', value: null },
    { reason: 'a number', value: 1 },
    { reason: 'an empty object', value: {} },
    { reason: 'an object whose fields throw', value: throwing },
    { reason: 'headers that are no list', value: { ...entry(), response: { status: 200, headers: 'x' } } },
  ];
  test.each(malformed)('an entry that is $reason is recorded as malformed, and the next one is recorded', async ({ value }) => {
    const { recording, network } = await record();
    network.finish(value);
    network.finish(value);
    network.finish(entry({ cookies: ['a=1'] }));
    const problems = [...recording.exchanges.values()].map((exchange) => exchange.problems.length > 0);
    expect(problems).toEqual([true, true, false]);
  });

  test('a fault while one entry is handed on does not stop the next', async () => {
    const timers = new FakeTimers();
    const network = new FakeNetwork('chromium', timers);
    let calls = 0;
    recordNetwork(
      network,
      {
        exchange() {
          calls++;
          throw new Error('our own fault');
        },
        navigated() {},
      },
      timers,
    );
    network.finish(entry());
    network.finish(entry());
    expect(calls).toBe(2);
  });

  const bodies = [
    { status: 500, contentType: 'text/html', text: 'ActionDispatch::Cookies::CookieOverflow', found: 'CookieOverflow' },
    { status: 422, contentType: 'application/json', text: '{"exception":"InvalidAuthenticityToken"}', found: 'InvalidAuthenticityToken' },
    { status: 500, contentType: 'text/html', text: `${' '.repeat(70_000)}CookieOverflow`, found: null },
    { status: 200, contentType: 'text/html', text: 'CookieOverflow', found: null },
    { status: 500, contentType: 'image/png', text: 'CookieOverflow', found: null },
  ];
  test.each(bodies)('a $status of $contentType gives the error page $found', async ({ status, contentType, text, found }) => {
    const { timers, network, recording } = await record();
    network.content = () => Promise.resolve({ text, base64: false });
    network.finish(entry({ status, contentType }));
    await timers.pass(10);
    const [exchange] = recording.exchanges.values();
    expect(exchange?.errorPage).toBe(found);
    expect(JSON.stringify(exchange)).not.toContain('ActionDispatch');
  });

  test('the error page and the late cookies of one response are both kept', async () => {
    const { timers, network, recording } = await record();
    network.har = { entries: [entry({ status: 500, resourceType: 'document', cookies: ['a=1'] })] };
    network.content = () => Promise.resolve({ text: btoa('CookieOverflow'), base64: true });
    network.finish(entry({ status: 500, resourceType: 'document' }));
    await timers.pass(500);
    expect(recording.lines).toEqual([['a=1']]);
    expect([...recording.exchanges.values()][0]?.errorPage).toBe('CookieOverflow');
  });

  test('navigations are handed on', async () => {
    const { network, recording } = await record();
    network.navigate('https://app.test/after');
    expect(recording.navigations).toEqual(['https://app.test/after']);
  });
});
