import { describe, expect, test } from 'vitest';
import { type ExportFormat, printExport } from '../../../src/core/report/print-export.ts';
import type { Redaction } from '../../../src/core/report/redact.ts';
import { analyse, exchange, exchangesOf } from '../recording.ts';
import { storyById, storyHar } from '../stories.ts';

const SOURCE = { kind: 'recording', creator: null, cookiesStripped: false, version: '1.2.3', recorder: 'Firefox' } as const;
const FORMATS: readonly ExportFormat[] = ['har', 'json', 'markdown', 'html'];
const REDACTIONS: readonly Redaction[] = ['none', 'mask', 'remove'];
const each = FORMATS.flatMap((format) => REDACTIONS.map((redaction) => ({ format, redaction })));

/** A session that opens, with a query in its addresses. */
async function recorded() {
  const story = storyById('v8_1_3_1/silent-drop');
  const exchanges = exchangesOf(storyHar(story)).map((one) => ({ ...one, url: `${one.url}?token=t0ken` }));
  return { secret: story.secrets[0] ?? '', exchanges, analysis: await analyse(exchanges, story.secrets) };
}

describe.each(each)('an export as $format with values: $redaction', ({ format, redaction }) => {
  test('holds no secret, nor any key made of it', async () => {
    const { secret, analysis } = await recorded();
    const text = printExport(analysis, { format, redaction, rowIds: null }, SOURCE);
    for (const piece of await traces(secret)) expect(text).not.toContain(piece);
  });

  test('holds values, contents and queries only where they are wanted, and a HAR never what was opened', async () => {
    const { exchanges, analysis } = await recorded();
    const text = printExport(analysis, { format, redaction, rowIds: null }, SOURCE);
    const value = /=([^;]+)/.exec(exchanges[0]?.responseHeaders.find(({ name }) => name === 'Set-Cookie')?.value ?? '')?.[1] ?? '-';
    expect(text.includes(value)).toBe(redaction === 'none' && (format === 'har' || format === 'json'));
    expect(text.includes('t0ken')).toBe(redaction === 'none' && (format === 'har' || format === 'json'));
    expect(text.includes('"data": {')).toBe(redaction !== 'remove' && format === 'json');
    expect(text).toContain('_demo_session');
  });
});

/** The text, and keys derived from it, as they could be written. */
async function traces(secret: string): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(secret);
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const salts = ['authenticated encrypted cookie', 'encrypted cookie', 'signed encrypted cookie', 'signed cookie'];
  const keys = await Promise.all(
    salts.flatMap((salt) =>
      ['SHA-1', 'SHA-256'].map((hash) =>
        crypto.subtle.deriveBits({ name: 'PBKDF2', hash, iterations: 1000, salt: new TextEncoder().encode(salt) }, base, 256),
      ),
    ),
  );
  return [bytes, ...keys.map((key) => new Uint8Array(key))].flatMap((each) => {
    const buffer = Buffer.from(each);
    return [buffer.toString('latin1'), buffer.toString('hex').slice(0, 24), buffer.toString('base64').slice(0, 24)];
  });
}

describe('an export of some rows', () => {
  const twoExchanges = [
    exchange({ url: 'https://app.test/a', setCookie: ['one=1', 'two=2'] }),
    exchange({ at: 1, url: 'https://app.test/b', setCookie: ['three=3'] }),
  ];

  test('as a report has only these lines', async () => {
    const analysis = await analyse(twoExchanges);
    const rowIds = analysis.allRows().flatMap(({ id, cookie }) => (cookie === 'two' ? [id] : []));
    const report = JSON.parse(printExport(analysis, { format: 'json', redaction: 'mask', rowIds }, SOURCE));
    expect(report.cookies.map(({ name }: { name: string }) => name)).toEqual(['two']);
    expect(new Set(report.findings.map(({ cookie }: { cookie: string }) => cookie))).toEqual(new Set(['two']));
  });

  test('as HAR has the exchanges that they belong to', async () => {
    const analysis = await analyse(twoExchanges);
    const rowIds = analysis.allRows().flatMap(({ id, cookie }) => (cookie === 'two' ? [id] : []));
    const har = printExport(analysis, { format: 'har', redaction: 'none', rowIds }, SOURCE);
    expect(exchangesOf(har)).toEqual([twoExchanges[0]]);
  });
});
