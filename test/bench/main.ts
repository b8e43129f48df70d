import { load } from '@hyrious/marshal';
import { readJson } from '../../src/core/serializers/json.ts';
import { readMarshal } from '../../src/core/serializers/marshal/read-marshal.ts';
import { readMessagePack } from '../../src/core/serializers/message-pack/read-message-pack.ts';
import { bareDecryption, openLine, payloads, recordedCookies } from './cookies.ts';
import { measureFilter, measureSessionSearch } from './filter.ts';
import { measureImport } from './import.ts';
import { measureOpening, measureReading, type Rate } from './measure.ts';
import { measureTable } from './overview.ts';
import { printTable } from './print-table.ts';
import { measureRuby, type RubyRate } from './ruby.ts';
import { measureParsing, measureReplay } from './set-cookie.ts';

/** Values that a reader cannot read are left out for all: every figure of a line is of the same ones. */
const readableBy = <T>(values: readonly T[], read: (value: T) => unknown): readonly T[] =>
  values.filter((value) => {
    try {
      return read(value) !== undefined;
    } catch {
      return false;
    }
  });

const at = <T>(values: readonly T[], ruby: RubyRate | undefined): readonly T[] =>
  ruby?.core == null ? values : ruby.readable.flatMap((index) => values[index] ?? []);

const number = (rate: number | null | undefined): string => (rate == null ? '–' : Math.round(rate).toLocaleString('en'));
const times = (one: number | null | undefined, other: number | null | undefined): string =>
  one == null || other == null ? '–' : `${(one / other).toFixed(2)}×`;

const cookies = await recordedCookies();
const marshal = readableBy(payloads('marshal'), (bytes) => (readMarshal(bytes).ok ? load(bytes) : undefined));
const json = readableBy(payloads('json'), (bytes) => (readJson(bytes).ok ? true : undefined));
const messagePack = readableBy(payloads('message_pack'), (bytes) => (readMessagePack(bytes).ok ? true : undefined));
const measured = measureRuby({ cookies, marshal, json });
const ruby = typeof measured === 'string' ? null : measured;
console.log(ruby === null ? measured : `Node ${process.versions.node}, Ruby ${ruby.ruby}, Rails ${ruby.rails}. The best of some rounds.`);

const opened: string[][] = [];
for (const [group, all] of cookies) {
  const rails = ruby?.cookies[group];
  const values = at(all, rails);
  const bytes = values.reduce((sum, { line }) => sum + line.length, 0) / values.length;
  const ours = await measureOpening(values, openLine);
  const bare = await measureOpening(await Promise.all(values.map(bareDecryption)), (decrypt) => decrypt());
  opened.push([
    group,
    String(values.length),
    number(bytes),
    number(ours.wall),
    number(bare.wall),
    number(ours.core),
    number(bare.core),
    times(bare.core, ours.core),
    number(rails?.core),
    times(ours.core, rails?.core),
  ]);
}
printTable(
  'Cookies opened per second, from Set-Cookie line to session with the keys derived, 32 at a time, as in a recording of one application:\nhow its key is made of the secret is known from its earlier cookies. Beside it the WebCrypto calls alone and Rails;\n/s by the clock, /core per second of processor time',
  ['', 'values', 'bytes', 'opened/s', 'bare/s', 'opened/core', 'bare/core', 'bare:opened', 'Rails/core', 'opened:Rails'],
  opened,
);

const readings: string[][] = [];
async function compare(
  name: string,
  values: readonly Uint8Array[],
  readers: readonly (readonly [string, Rate | RubyRate | null | undefined])[],
) {
  const bytes = values.reduce((sum, { length }) => sum + length, 0) / values.length;
  const own = readers[0]?.[1]?.core;
  for (const [reader, rate] of readers)
    readings.push([`${name}: ${reader}`, String(values.length), number(bytes), number(rate?.core), times(own, rate?.core)]);
}

const dumps = at(marshal, ruby?.marshal);
await compare('Marshal', dumps, [
  ['Sessionscope', await measureReading(dumps, (bytes) => readMarshal(bytes))],
  ['@hyrious/marshal', await measureReading(dumps, (bytes) => load(bytes))],
  ['Ruby Marshal.load', ruby?.marshal],
]);
const texts = at(json, ruby?.json);
const utf8 = new TextDecoder();
await compare('JSON', texts, [
  ['Sessionscope', await measureReading(texts, (bytes) => readJson(bytes))],
  ['JSON.parse', await measureReading(texts, (bytes) => JSON.parse(utf8.decode(bytes)))],
  ['Rails ActiveSupport::JSON.decode', ruby?.json],
  ['Ruby JSON.parse', ruby?.parse],
]);
await compare('MessagePack', messagePack, [['Sessionscope', await measureReading(messagePack, (bytes) => readMessagePack(bytes))]]);
printTable(
  'Payloads read per second of one core; how many times as fast Sessionscope is',
  ['', 'values', 'bytes', 'read/core', ''],
  readings,
);

const perSecond = [...(await measureParsing()), ...(await measureReplay())].flatMap(({ title, lines, rates }) =>
  rates.map(([reader, rate]) => [`${title}: ${reader}`, String(lines), number(rate.core), times(rates[0]?.[1].core, rate.core)]),
);
printTable('Set-Cookie lines per second of one core; how many times as fast Sessionscope is', ['', 'lines', 'lines/core', ''], perSecond);

printTable(
  'The panel with a batch of ten new rows: milliseconds of its main thread, the best of some rounds',
  ['', 'ms'],
  measureTable().map(([what, milliseconds]) => [what, milliseconds.toFixed(2)]),
);

const milliseconds = (time: number): string => time.toFixed(1);
const filters = [...measureFilter(), measureSessionSearch()];
printTable(
  'A filter over 50,000 rows, in milliseconds of processor time: the first time, and again as by typing. Beside it\nwhether the texts of a row, joined, hold it. Opened sessions are searched by the worker, in slices',
  ['', 'left', 'first', 'again', 'joined'],
  filters.map(({ filter, left, first, again, naive }) => [filter, number(left), ...[first, again, naive].map(milliseconds)]),
);

printTable(
  'Reading a HAR with bodies, megabytes per second',
  ['', 'MB', 'MB/s'],
  measureImport().map(({ reader, megabytes, perSecond }) => [reader, number(megabytes), number(perSecond)]),
);
