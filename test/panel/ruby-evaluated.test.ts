import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rubyCode } from '../../src/core/report/ruby-code.ts';
import type { RubyValue } from '../../src/core/serializers/ruby-value.ts';
import { MARSHAL_FILES, marshalRows, readRow } from '../core/serializers/marshal-rows.ts';

const RUBY = process.env.RUBY ?? 'ruby';
const hasRuby = spawnSync(RUBY, ['-e', 'exit RUBY_VERSION >= "2.6"']).status === 0;
const LIBRARIES = ['json', 'set', 'bigdecimal', 'date', 'time'].map((library) => `-r${library}`);

/** What a script prints that is given this as JSON. */
function ruby<T>(script: string, input: unknown): T {
  const run = spawnSync(RUBY, ['-EUTF-8:UTF-8', ...LIBRARIES, '-e', script], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** Values that Ruby alone can make, without Rails and without classes of an application. */
const OF_RUBY =
  /^(?:nil|true|false|int|bignum|float|str_|sym|array|hash|set|rational|complex|bigdecimal|time_|date|range|regexp|class_ref|module_ref)/;
/** What no literal tells: circles, variables of a string, classes of an application, keys by identity, a zone without its name. */
const NOT_TOLD = /_(?:cycle|subclass|ivar|extended|identity)$/;

describe.skipIf(!hasRuby)('what is copied as Ruby, evaluated by Ruby', () => {
  test.each(MARSHAL_FILES)('is what Ruby had dumped: %s', (file) => {
    const rows = marshalRows(file).filter(({ id }) => OF_RUBY.test(id) && !NOT_TOLD.test(id));
    expect(rows.length).toBeGreaterThan(50);
    const given = rows.map((row) => ({ id: row.id, literal: rubyCode(readRow(row)), dump: row.base64 }));
    const script = `
      different = JSON.parse($stdin.read).reject do |row|
        made, dumped = eval(row["literal"]), Marshal.load(row["dump"].unpack1("m"))
        made == dumped && made.class == dumped.class || made.respond_to?(:nan?) && made.nan? && dumped.nan?
      end
      puts JSON.generate(different.map { |row| [row["id"], row["literal"]] })`;
    expect(ruby(script, given)).toEqual([]);
  });

  test('has any text and any bytes as they are, and runs none of them', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('#{abort}', '#$0', '#@a', '"', '\\', "'", '`abort`', '\n', '\0', '#'),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const bytes = fc.uint8Array({ maxLength: 20 });
    const samples = fc.sample(fc.tuple(text, text, bytes), 200);
    const given = samples.map(([string, symbol, binary]) => {
      const value: RubyValue = {
        type: 'array',
        items: [
          { type: 'string', text: string },
          { type: 'symbol', text: symbol },
          { type: 'bytes', bytes: binary, encoding: 'ASCII-8BIT' },
        ],
      };
      return rubyCode(value);
    });
    const script = `puts JSON.generate(JSON.parse($stdin.read).map { |literal| eval(literal).map { |each| each.to_s.unpack1("H*") } })`;
    const hex = (value: string | Uint8Array): string => Buffer.from(value).toString('hex');
    expect(ruby(script, given)).toEqual(samples.map(([string, symbol, binary]) => [hex(string), hex(symbol), hex(binary)]));
  });
});
