import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ENTRY, readStoreEntry } from '../../../src/core/readers/rails/store-entry.ts';
import type { StoredFacts } from '../../../src/core/readers/stored.ts';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';
import { readFixture } from './vectors.ts';

interface Row {
  readonly id: string;
  readonly base64?: string;
  readonly text?: string;
  readonly row?: { readonly data: string };
  readonly expected?: { readonly session: unknown };
  readonly origin?: string;
  readonly serializer?: string;
  readonly compressed?: boolean;
  readonly expires?: string | null;
  readonly version?: string;
}

const columns = (readFixture('server-stores').stores as readonly Row[]).filter(({ row }) => row !== undefined);
const printed = readFixture('cache-entries-6.1');
const entries = printed.entries as readonly Row[];
const texts = printed.texts as readonly Row[];
const bytesOf = (row: Row | undefined): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(row?.base64 ?? '', 'base64'));
const VALUE = bytesOf(entries.find(({ id }) => id === 'value'));
const SESSION = entries[0]?.expected?.session;

async function opened(input: string | Uint8Array): Promise<{ readonly facts: StoredFacts; readonly session: unknown }> {
  const read = await readStoreEntry(input);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return { facts: read.value.facts, session: JSON.parse(writeNeutralJson(read.value.data)) };
}

describe('what the Active Record store of Rails 7.2 wrote is the recorded session', () => {
  test.each(columns.filter(({ expected }) => expected !== undefined))('$id', async ({ row, expected }) => {
    const { session, facts } = await opened(row?.data ?? '');
    expect(session).toEqual(expected?.session);
    expect(facts.origin).toBe('column');
  });

  test('a text column under the null serializer holds Ruby’s print of the hash', async () => {
    const text = columns.find(({ id }) => id === 'ar-store-null')?.row?.data ?? '';
    expect(await opened(text)).toMatchObject({ facts: { serializer: 'inspect', origin: 'column' }, session: { user_id: 12 } });
  });
});

describe('what ActiveSupport 6.1 wrote', () => {
  test.each(entries)('$id', async (row) => {
    const { session, facts } = await opened(bytesOf(row));
    expect(session).toEqual(row.expected?.session);
    expect(facts).toMatchObject({ origin: row.origin, serializer: 'marshal', bytes: bytesOf(row).length });
    const cache = { format: '6.1', compressed: row.compressed, expires: row.expires, version: row.version ?? null };
    expect(facts.cache).toEqual(row.origin === 'cache-entry' ? cache : null);
  });

  test.each(texts)('as text: $id', async (row) => {
    const { session, facts } = await opened(row.text ?? '');
    expect(session).toEqual(row.expected?.session);
    expect(facts).toMatchObject({ origin: row.origin, serializer: row.serializer });
  });
});

/** The rule of `ActiveSupport::Cache::Coder#dump_compressed`, around what real Ruby dumped. */
function header(type: number, expires: number, version: string | null, payload: Uint8Array): Uint8Array {
  const head = Buffer.alloc(15);
  head.set([0x00, 0x11, type]);
  head.writeDoubleLE(expires, 3);
  head.writeInt32LE(version === null ? -1 : Buffer.byteLength(version), 11);
  return Buffer.concat([head, Buffer.from(version ?? ''), payload]);
}

/** `Marshal.dump([value, expiry])`, as `Entry#pack` makes it, of a value that was dumped alone. */
const packed = Buffer.concat([Buffer.from([4, 8, 0x5b, 0x07]), VALUE.subarray(2), Buffer.from('f\x111700000000.5', 'latin1')]);
packed[2 + 2 + VALUE.length - 2 + 1] = '1700000000.5'.length + 5;
const messagePack = Uint8Array.of(0xcc, 0x80, 0x81, 0xa2, 0x69, 0x64, 0x07);

describe('later cache formats', () => {
  const none = { compressed: false, expires: null, version: null };
  test.each<[reason: string, bytes: Uint8Array, cache: object, serializer: string]>([
    [
      '7.0: a mark and a packed array',
      Buffer.concat([Buffer.of(0), packed]),
      { ...none, format: '7.0', expires: '2023-11-14T22:13:20.500Z' },
      'marshal',
    ],
    [
      '7.0, compressed: mark and all after it deflated',
      Buffer.concat([Buffer.of(1), deflateSync(packed)]),
      { ...none, format: '7.0', compressed: true, expires: '2023-11-14T22:13:20.500Z' },
      'marshal',
    ],
    ['7.1 without expiry', header(1, -1, null, VALUE), { ...none, format: '7.1' }, 'marshal'],
    [
      '7.1 with expiry and version',
      header(1, 1_700_000_000, 'v2', VALUE),
      { ...none, format: '7.1', expires: '2023-11-14T22:13:20.000Z', version: 'v2' },
      'marshal',
    ],
    ['7.1, compressed', header(0x81, -1, null, deflateSync(VALUE)), { ...none, format: '7.1', compressed: true }, 'marshal'],
  ])('%s', async (_, bytes, cache, serializer) => {
    const { session, facts } = await opened(bytes);
    expect(session).toEqual(SESSION);
    expect(facts).toMatchObject({ origin: 'cache-entry', serializer, cache });
  });

  test('7.1 with MessagePack', async () => {
    expect(await opened(header(1, -1, null, messagePack))).toMatchObject({ facts: { serializer: 'message_pack' }, session: { id: 7 } });
  });
});

const base64 = Buffer.from(VALUE).toString('base64');
const hex = Buffer.from(VALUE).toString('hex');
const redis = `"${[...VALUE].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`;

describe('however it was copied', () => {
  test.each<[reason: string, input: string | Uint8Array]>([
    ['the bytes of a file', VALUE],
    ['a file to which redis-cli added a line feed', Buffer.concat([VALUE, Buffer.of(10)])],
    ['a file of Base64', Buffer.from(base64)],
    ['Base64 on one line', base64],
    ['Base64 in the lines of a column', base64.replace(/.{60}/g, '$&\n')],
    ['lines as psql prints them', base64.replace(/.{60}/g, '$&+\n ')],
    ['lines as mysql prints them', `${base64.replace(/.{60}/g, '$&\\n')}\\n`],
    ['url-safe Base64 without padding', Buffer.from(VALUE).toString('base64url')],
    ['quoted Base64', `"${base64}"`],
    ['hex', hex],
    ['hex in capitals', hex.toUpperCase()],
    ['hex in lines', hex.replace(/.{60}/g, '$&\n')],
    ['a literal of MySQL', `0x${hex}`],
    ['a literal of SQLite', `X'${hex}'`],
    ['a bytea of PostgreSQL', `\\x${hex}`],
    ['redis-cli', redis],
    ['raw text, one character per byte', Buffer.from(VALUE).toString('latin1')],
  ])('%s', async (_, input) => {
    expect((await opened(input)).session).toEqual(SESSION);
  });

  test('raw text whose bytes are all UTF-8', async () => {
    expect((await opened('\x04\b{\x06I"\x06a\x06:\x06ETI"\x07ż\x06;\0T')).session).toEqual({ a: 'ż' });
  });

  test('JSON in a JSON string, as a JSON column under :json holds it', async () => {
    expect(await opened(JSON.stringify('{"value":{"a":"\ud83d\ude00"}}'))).toMatchObject({
      facts: { origin: 'column' },
      session: { a: '\ud83d\ude00' },
    });
  });

  test.each<[text: string, session: object]>([
    [
      '{"user_id" => 12, a: nil, "b c": :"d e"}',
      {
        $hash: [
          ['user_id', 12],
          [{ $symbol: 'a' }, null],
          [{ $symbol: 'b c' }, { $symbol: 'd e' }],
        ],
      },
    ],
    ['{"a"=>[1.5, -2, true], "b"=>{}, "c"=>"\\u{1F600} \\"q\\" \\#{x}"}', { a: [1.5, -2, true], b: {}, c: '\ud83d\ude00 "q" #{x}' }],
  ])('Ruby’s print %s', async (text, session) => {
    expect((await opened(text)).session).toEqual(session);
  });
});

describe('what is no session is refused with its reason', () => {
  const bomb = header(0x81, -1, null, deflateSync(Buffer.alloc(LONGEST_ENTRY + 1)));
  test.each<[reason: string, input: string | Uint8Array, failure: object]>([
    ['nothing', ' \n', { code: 'empty' }],
    ['an empty file', new Uint8Array(), { code: 'empty' }],
    ['a word', 'hello', { code: 'unknown-format' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), { code: 'unknown-format' }],
    ['too many bytes', new Uint8Array(LONGEST_ENTRY + 1), { code: 'too-large' }],
    ['too long a text', 'a'.repeat(LONGEST_ENTRY * 4 + 1), { code: 'too-large' }],
    ['too much once it is decompressed', bomb, { code: 'broken-compression' }],
    ['a stream cut short', header(0x81, -1, null, deflateSync(VALUE).subarray(0, 40)), { code: 'broken-compression' }],
    ['Marshal cut short', VALUE.subarray(0, 60), { code: 'unreadable', payload: { offset: expect.any(Number) } }],
    ['JSON cut short', '{"value":{"a', { code: 'unreadable', payload: { code: 'unexpected-end' } }],
    ['an object in print', '{"user"=>#<User id: 1>}', { code: 'unreadable' }],
    ['Marshal of nil', Uint8Array.of(4, 8, 0x30), { code: 'not-a-session' }],
    ['JSON whose value is no object', '{"value":null}', { code: 'not-a-session' }],
    ['a header with nothing behind it', header(1, -1, null, new Uint8Array()), { code: 'unknown-format' }],
  ])('%s', async (_, input, failure) => {
    expect(await readStoreEntry(input)).toMatchObject({ ok: false, failure });
  });
});

describe('readStoreEntry never throws', () => {
  const samples = [VALUE, ...entries.map(bytesOf), header(0x81, 5, 'v', deflateSync(VALUE)), Buffer.concat([Buffer.of(0), packed])];

  test('on any bytes, whatever they start like', async () => {
    const start = fc.constantFrom([], [4, 8], [0xcc, 0x80], [0, 0x11, 1], [0, 0x11, 0x81], [0, 4, 8], [1, 0x78, 0x9c], [0x78, 0x9c]);
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
        expect(typeof (await readStoreEntry(Uint8Array.from([...head, ...rest]))).ok).toBe('boolean');
      }),
      { numRuns: 1500 },
    );
  });

  test('on any text', async () => {
    const piece = fc.constantFrom('{', '}', '"', '\\x04', '\\b', '=>', ':a', 'nil', '[', ',', '0408', 'BAh', '\\u{', '1.5', ' ', '\\');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.array(piece).map((pieces) => `"${pieces.join('')}"`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        expect(typeof (await readStoreEntry(input)).ok).toBe('boolean');
      }),
      { numRuns: 1500 },
    );
  });

  test('on entries with bytes changed or cut off', async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 }), fc.nat(), async (sample, changes, cut) => {
        const bytes = Uint8Array.from(sample);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const read = await readStoreEntry(bytes.subarray(0, changes.length === 0 ? cut % bytes.length : bytes.length));
        expect(typeof read.ok).toBe('boolean');
      }),
      { numRuns: 1500 },
    );
  });
});
