import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonFault } from '../../../src/core/http/json-scanner.ts';
import { entry, har, headers } from './har-entries.ts';
import { parseHar } from './parse-har.ts';
import { readHar } from './read-har.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Without how many entries there were, of which the whole text says nothing. */
const outcome = (read: ReturnType<typeof readHar>) => {
  if (read.ok || read.failure.code !== 'not-json') return read;
  const { offset, line, column }: JsonFault = read.failure;
  return { ok: false, failure: { code: 'not-json', offset, line, column } };
};

const page = (status: number, content: object) => entry({ response: { status, headers: headers('Set-Cookie: a=1'), content } });
const FILE = har([
  page(422, { text: 'é "InvalidAuthenticityToken" \u{1f36a}\n', mimeType: 'text/html' }),
  entry({
    entry: {
      _resourceType: 'document',
      'startedDateT\u0069me': '2026-01-15T12:00:00.000+01:00',
      timings: { wait: -0.5e1, blocked: 1.25e2 },
    },
    request: { method: 'POST', headers: headers('Cookie: "q\\u0041"'), postData: { mimeType: '', text: '_method=patch', params: [{}] } },
  }),
  null,
  [1, [true, false, [null]]],
  { request: [{ deep: {} }], response: 'text' },
  { ['__proto__']: { method: 'x' }, constructor: 5, request: { ['__proto__']: [], url: 'https://app.test/' } },
]);

describe('A HAR that is read in chunks', () => {
  test.each([
    ['as a browser writes it', FILE],
    ['on many lines', JSON.stringify(JSON.parse(FILE), null, '\t').replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${FILE}`],
    ['with escapes in its names', FILE.replaceAll('"log"', '"\\u006cog"').replaceAll('"entries"', '"entr\\u0069es"')],
    ['with its creator behind the entries', '{"log":{"entries":[],"creator":{"name":"Tool"}}}'],
    ['with space around everything', ` \n${FILE}\t `],
  ])('gives the same wherever it is cut: %s', (_, text) => {
    const whole = bytes(text);
    const expected = parseHar(text);
    expect(expected.ok).toBe(true);
    for (let at = 0; at <= whole.length; at++) {
      expect(outcome(readHar([whole.subarray(0, at), whole.subarray(at)])), `cut at ${at}`).toEqual(expected);
    }
    expect(outcome(readHar([...whole].map((byte) => Uint8Array.of(byte))))).toEqual(expected);
  });

  test('tells the same place of a fault as a reader of the whole text, wherever it is cut off and whatever stands in it', () => {
    const whole = bytes(FILE);
    for (let at = 0; at < whole.length; at++) {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole.subarray(0, at));
      // A character that is cut in two is one fault more for a reader of text.
      if (text.endsWith('\ufffd')) continue;
      expect(outcome(readHar(text)), `cut off at ${at}`).toEqual(parseHar(text));
    }
    const character = fc.constantFrom(...'{}[]",:\\u0-1.eE+tfn \n\u0000é\u{1f36a}');
    fc.assert(
      fc.property(fc.nat(FILE.length), fc.nat(2), character, fc.integer({ min: 1, max: 7 }), (at, gone, put, size) => {
        const text = FILE.slice(0, at) + put + FILE.slice(at + gone);
        if (text.isWellFormed() === false) return;
        const all = bytes(text);
        const chunks = Array.from({ length: Math.ceil(all.length / (size * 100)) }, (_, n) =>
          all.subarray(n * size * 100, (n + 1) * size * 100),
        );
        expect(outcome(readHar(chunks))).toEqual(parseHar(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('reads any JSON as a reader of the whole text does', () => {
    const names = fc.constantFrom(
      'log',
      'entries',
      'request',
      'response',
      'headers',
      'content',
      'text',
      'status',
      'name',
      'value',
      '__proto__',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(null, true, 500, 200, -0, 1e300, '', 'é', 'SessionRestoreError'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(names, tie('tree'), { maxKeys: 6, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (entries) => {
        const text = JSON.stringify({ log: { entries } });
        expect(outcome(readHar(text))).toEqual(parseHar(text));
      }),
    );
  });

  test('says how many entries stand before a fault, and gives those', () => {
    const text = har([entry(), entry(), entry()]);
    const cut = text.slice(0, text.lastIndexOf('"startedDateTime"') + 5);
    expect(readHar(cut)).toMatchObject({ ok: false, failure: { code: 'not-json', line: 1, column: cut.length + 1, entries: 2 } });
  });

  test.each(['[', '{"log":{"entries":[', '{"a":'])('nests as deep as anybody likes, and deeper is a fault: %s', (start) => {
    const chunk = bytes('['.repeat(1 << 16));
    expect(readHar([bytes(start), ...Array.from({ length: 40 }, () => chunk)])).toMatchObject({ ok: false, failure: { code: 'not-json' } });
  });
});

describe('What nobody needs of a HAR', () => {
  const MEGABYTE = 1 << 20;
  const chunksOf = function* (parts: readonly (string | number)[]): Generator<Uint8Array> {
    const filling = bytes('x'.repeat(MEGABYTE));
    for (const part of parts) {
      if (typeof part === 'string') yield bytes(part);
      else for (let megabytes = 0; megabytes < part; megabytes++) yield filling;
    }
  };
  const around = (before: string, after: string) =>
    [`{"log":{"entries":[{"request":{"method":"GET","url":"https://app.test/","headers":[]},${before}`, after] as const;

  test.each([
    ['a body that is longer than any string may be', around('"response":{"status":200,"headers":[],"content":{"text":"', '"}}}]}}'), 600],
    ['the rest of an error page', around('"response":{"status":500,"headers":[],"content":{"text":"CookieOverflow', '"}}}]}}'), 40],
    ['what other programs add', around('"_own":["', '"],"response":{"status":200,"headers":[]}}]}}'), 600],
    ['a number without end', around('"_own":1', '.5e3,"response":{"status":200,"headers":[]}}]}}'), 0],
  ])('is passed over: %s', (_, [before, after], megabytes) => {
    const read = readHar([...chunksOf([before, megabytes, after])]);
    expect(read).toMatchObject({
      ok: true,
      value: { exchanges: [{ url: 'https://app.test/', problems: [{ field: 'startedDateTime' }] }] },
    });
    if (read.ok && before.includes('500')) expect(read.value.exchanges[0]?.errorPage).toBe('CookieOverflow');
  });

  test('does not make an entry fail that needs more than there is room for: it says what is missing', () => {
    const [before, after] = around('"response":{"status":200,"headers":[', '0]}}]}}');
    const many = bytes('{"name":"a","value":"b"},'.repeat(40_000));
    const read = readHar([bytes(before), ...Array.from({ length: 20 }, () => many), bytes(after)]);
    expect(read).toMatchObject({
      ok: true,
      value: { exchanges: [{ status: 200, problems: [{}, { code: 'missing', field: 'response.headers' }] }] },
    });
  });
});
