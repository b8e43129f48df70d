import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curlCommand } from '../../src/core/report/curl.ts';
import { viewDetail } from '../../src/core/report/detail-view.ts';
import { type Printable, printText } from '../../src/core/report/print-text.ts';
import { shellQuote } from '../../src/core/report/shell-quote.ts';
import { copyChoices } from '../../src/panel/text/copy-as.ts';
import { localDate } from '../../src/worker/local-clock.ts';
import { analyse, exchange, type Given } from '../core/recording.ts';

const run = (program: string, args: readonly string[], input = ''): string =>
  execFileSync(program, args, { input, encoding: 'latin1', env: { PATH: process.env.PATH ?? '' } });
const hasBash = spawnSync('bash', ['--version']).status === 0;

/** The words that shells make of a command, one character per byte: those of `sh`, and of Bash as somebody types into it. */
function words(command: string): readonly string[] {
  const script = `printf '%s\\0' ${command}`;
  const output = run('sh', ['-c', script]);
  if (hasBash) expect(run('bash', ['--norc'], `set -o history -o histexpand\nhistory -s planted\n${bytesOf(script)}\n`)).toBe(output);
  return output.split('\0').slice(0, -1);
}

const printer = { print: async (what: Printable) => printText(what) };
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

async function choicesOf(given: Given, secrets: readonly string[] = []) {
  const analysis = await analyse([exchange(given)], secrets);
  const row = analysis.allRows()[0];
  const detail = row === undefined ? null : analysis.detail(row.id);
  if (detail === null) throw new Error('no row');
  return Object.fromEntries(
    await Promise.all(copyChoices(viewDetail(detail, localDate), printer).map(async (choice) => [choice.id, await choice.text()] as const)),
  );
}

describe('a word for the shell', () => {
  test.each<[reason: string, text: string]>([
    ['quotes', `it's "so"`],
    ['what a shell would run', '$(echo a) `echo b` $HOME $9 ~ * ? [a] {a,b} # | & ; < > \\ \\\\'],
    ['history expansion', 'wow! !! !$'],
    ['line feeds', 'one\ntwo\n'],
    ['nothing', ''],
    ['what looks like an option', '-rf'],
    ['UTF-8', bytesOf('grün – 🍪')],
    ['bytes that are no UTF-8', 'a\u00e9\u00ff\u00fe b'],
    ['control characters', '\u0001\u001b\t\r'],
  ])('%s: %j comes out as it is', (_reason, text) => {
    expect(words(shellQuote(text))).toEqual([text]);
  });

  test.each<[reason: string, text: string]>([
    ['a line that is killed and another that is sent', "a\u0015id\r'"],
    ['an escape sequence', '\u001b[201~id\r'],
    ['a tab, which completes', 'a\tb'],
    ['a control character of two bytes', bytesOf('a\u009bb')],
    ['what turns the reading around', bytesOf('a\u202eb')],
    ['bytes that are no UTF-8 among them', 'a\u009b\u00ff\r\u0003b'],
  ])('holds nothing that a terminal would obey when it is pasted, nor what would hide: %s', (_reason, text) => {
    expect(shellQuote(text)).toMatch(/^[ -~\n]*$/);
    expect(words(shellQuote(text))).toEqual([text]);
  });

  test('a NUL, which no argument can hold, is left out', () => {
    expect(words(shellQuote('a\0b'))).toEqual(['ab']);
  });

  test('any bytes come out as they are', () => {
    const byte = fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constantFrom(0x27, 0x22, 0x5c, 0x0a, 0x24, 0x60, 0x21));
    const text = fc.string({ unit: byte.map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        expect(words(texts.map(shellQuote).join(' '))).toEqual(texts);
      }),
      { numRuns: 30, examples: [[['\u0001!', '\n\\', '\u0001!', '\n!', '']], [['\n^', '']]] },
    );
  });
});

describe('the request as a cURL command', () => {
  test('has method, address, and the header fields that are kept', () => {
    const given = exchange({
      method: 'POST',
      url: 'https://app.test/cart?a[]=1&b={2}',
      cookie: "_app_session=it's; a=1",
      headers: { Origin: 'https://app.test', Host: 'app.test', Authorization: 'Bearer', 'Content-Type': 'text/plain', Purpose: '' },
    });
    const command = curlCommand(given) ?? '';
    expect(words(command)).toEqual([
      'curl',
      '--globoff',
      '--include',
      '--request',
      'POST',
      '--url',
      'https://app.test/cart?a[]=1&b={2}',
      '--header',
      'Origin: https://app.test',
      '--header',
      'Purpose;',
      '--header',
      "Cookie: _app_session=it's; a=1",
    ]);
  });

  test.each<[method: string, words: readonly string[]]>([
    ['GET', []],
    ['HEAD', ['--head']],
    ["X'$(id)", ['--request', "X'$(id)"]],
  ])('%s', (method, expected) => {
    expect(words(curlCommand(exchange({ method })) ?? '').slice(3, -2)).toEqual(expected);
  });

  test('a value brings no field of its own', () => {
    expect(words(curlCommand(exchange({ cookie: 'a=1\r\nX-Evil: 1' })) ?? '').at(-1)).toBe('Cookie: a=1 X-Evil: 1');
  });

  test.each(['file:///etc/passwd', 'chrome-extension://a/b', '-o /tmp/x', ''])('there is none for %j', (url) => {
    expect(curlCommand(exchange({ url }))).toBeNull();
  });
});

describe('what there is to copy of a row', () => {
  const signed = `${encodeURIComponent(btoa('{"user_id":7}'))}--${'0'.repeat(40)}`;

  test('a session: value, decoded, contents, line, header and command', async () => {
    const texts = await choicesOf({ cookie: 'a=1', setCookie: [`_app_session=${signed}; path=/; HttpOnly`] });
    expect(texts).toEqual({
      value: signed,
      decoded: decodeURIComponent(signed),
      json: '{\n  "user_id": 7\n}',
      ruby: '{\n  "user_id" => 7\n}',
      'set-cookie': `Set-Cookie: _app_session=${signed}; path=/; HttpOnly`,
      cookie: 'Cookie: a=1',
      curl: expect.stringContaining("--header 'Cookie: a=1'"),
    });
  });

  test('a plain cookie has no contents, and what is not encoded is not decoded', async () => {
    expect(Object.keys(await choicesOf({ setCookie: ['theme=dark; path=/'] }))).toEqual(['value', 'set-cookie', 'curl']);
  });

  test('text is copied as text where the bytes are UTF-8, and a plus sign stays one', async () => {
    const { value, decoded } = await choicesOf({ setCookie: [`name=${bytesOf('ü')}%C3%BC+%zz`] });
    expect([value, decoded]).toEqual(['ü%C3%BC+%zz', 'üü+%zz']);
  });

  test('a row without a cookie has its request', async () => {
    const texts = await choicesOf({ cookie: `_app_session=${signed}` });
    expect(Object.keys(texts)).toEqual(['cookie', 'curl']);
  });

  test('a method that may have a body says that it is not there', async () => {
    const analysis = await analyse([exchange({ method: 'POST', setCookie: ['a=1'] })]);
    const detail = analysis.detail(analysis.allRows()[0]?.id ?? '');
    expect(detail && copyChoices(viewDetail(detail, localDate), printer).find(({ id }) => id === 'curl')?.note).toBe('copyAsCurlNote');
  });
});
